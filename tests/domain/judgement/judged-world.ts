import type { Article, Claim } from "../../../lib/domain/article/article.ts";
import type { Capex } from "../../../lib/domain/article/capex.ts";
import type { ClaimTest } from "../../../lib/domain/article/claim-test.ts";
import type { EventDay } from "../../../lib/domain/market/event-day.ts";
import { judgeArticle } from "../../../lib/domain/judgement/judge.ts";
import type { ArticleVerdicts, JudgeFacts } from "../../../lib/domain/judgement/judge.ts";
import type { Composition } from "../../../lib/domain/market/instruments.ts";
import type { TestOutcome } from "../../../lib/domain/judgement/outcome.ts";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { dayAt, indexFrom, normal } from "../study/synthetic.ts";
import { instrument, member, pricedIndex } from "../study/synthetic-prices.ts";

export const LENGTH = 560;
export const EVENT = 280;
const SHOCKS: Record<string, number> = { A: -0.2, B: 0.05, C: 0, D: 0.1, VIX: 0.5 };
const event: EventDay = {
  exchange: "NASDAQ",
  timeZone: "America/New_York",
  publishedDay: dayAt(EVENT),
  publishedTime: "06:10",
  phase: "before-open",
  minutesToOpen: 200,
  eventDay: dayAt(EVENT),
  baseDay: dayAt(EVENT - 1),
};

/** Two benchmarks that go together and four members of a group, each with its shock on the event day. */
export function world(seed = 3): Record<string, PriceSeries> {
  const next = normal(seed);
  const common = Array.from({ length: LENGTH }, () => 0.009 * next());
  const M1 = common.map((value) => value + 0.002 * next());
  const M2 = common.map((value) => value + 0.002 * next());
  const made = Object.entries(SHOCKS).map(([symbol, shock]) => {
    const returns = common.map((value, i) => 1.1 * value + 0.012 * next() + (i === EVENT - 1 ? shock : 0));
    return pricedIndex(indexFrom(symbol, returns));
  });
  return Object.fromEntries([pricedIndex(indexFrom("M1", M1)), pricedIndex(indexFrom("M2", M2)), ...made].map((one) => [one.symbol, one]));
}

export const group = { symbol: "G", kind: "group" as const, weightings: [], members: ["A", "B", "C", "D"].map(member), apart: [], reason: "" };
const proxy = (id: string, role: "judged" | "shown" = "judged") => ({ id, name: id, kind: "fund" as const, members: [member(id)], reason: "", role });
const basket = (symbol: string, ...proxies: ReturnType<typeof proxy>[]): Composition => ({
  symbol,
  kind: "basket",
  publisher: "",
  known: "",
  inferred: "",
  weightings: [],
  proxies,
  reported: [],
});
export const compositions = Object.fromEntries(
  [group as Composition, basket("AD", proxy("A"), proxy("D")), basket("AC", proxy("A"), proxy("C", "shown"))].map((c) => [c.symbol, c]),
);

export const order = (id: string, role: "primary" | "shown", ...fromMost: string[]) => ({ id, label: id, role, fromMost, reason: "" });
export const capex: Capex = {
  asOf: "2000-01-01",
  note: "",
  companies: ["A", "B", "C", "D"].map((symbol) => ({ symbol, known: { kind: "rank-only", rank: "lowest", reason: "" }, later: [] })),
  orders: [order("all", "primary", "A", "C", "B", "D"), order("three", "shown", "A", "B", "D"), order("unknown", "shown", "A", "Z")],
};

export const down = (...symbols: string[]): ClaimTest => ({ kind: "direction", expected: symbols.map((symbol) => ({ symbol, direction: "down" })) });
export const held = (...symbols: string[]): ClaimTest => ({
  kind: "horizon",
  expected: symbols.map((symbol) => ({ symbol, direction: "up" })),
  horizons: [1, 5, 250],
});

export function judge(tests: Record<string, ClaimTest[]>, more: Partial<JudgeFacts> = {}): ArticleVerdicts {
  const claims = Object.entries(tests).map(([id, own]): Claim => ({
    id,
    speaker: "s",
    locator: "",
    label: "",
    wording: "",
    quote: null,
    types: ["opinion"],
    exposures: [],
    tests: own,
  }));
  const article: Article = {
    slug: "a",
    title: "",
    publisher: "",
    author: "",
    language: "",
    publishedAt: "2000-01-01T00:00:00Z",
    testsWritten: { day: "2000-01-01", note: "" },
    summary: "",
    speakers: [{ id: "s", name: "", affiliation: "", affiliationSymbol: null, interest: null, part: "" }],
    claims,
    disagreements: [],
  };
  const series = world();
  const instruments = Object.fromEntries([...Object.keys(series), "G", "AD", "AC", "P"].map((s) => [s, instrument(s)]));
  instruments.P = instrument("P", { kind: "private" });
  return judgeArticle({ article, instruments, compositions, capex, series, benchmarks: ["M1", "M2"], event, ...more });
}

export function outcome<K extends TestOutcome["kind"]>(kind: K, test: ClaimTest, more: Partial<JudgeFacts> = {}): Extract<TestOutcome, { kind: K }> {
  const found = judge({ c: [test] }, more).claims.c?.outcomes[0];
  if (found?.kind !== kind) throw new Error(`no ${kind}`);
  return found as Extract<TestOutcome, { kind: K }>;
}
