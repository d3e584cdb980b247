import { describe, expect, test } from "vitest";
import type { Article, Claim } from "../../../lib/domain/article/article.ts";
import type { Composition, Exchange, Instrument, Member } from "../../../lib/domain/market/instruments.ts";
import { STUDY_OPTIONS } from "../../../lib/domain/study/event-study.ts";
import { studyFitter } from "../../../lib/domain/study/study-fitter.ts";
import { lineNames, lineOf } from "../../../lib/domain/report/line.ts";
import { concludeReport, planReport, marketDataOf } from "../../../lib/domain/report/report.ts";
import type { ImpactReport, Loaded, ReportFacts } from "../../../lib/domain/report/report.ts";
import { wallClock } from "../../../lib/domain/market/calendar.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import type { Absence } from "../../../lib/domain/market/series.ts";
import { HONG_KONG, NEW_YORK, TOKYO } from "../market/exchange-samples.ts";
import { dailyOf, intradayOf } from "../market/price-files.ts";

const EXCHANGES: Exchange[] = [NEW_YORK, { ...NEW_YORK, id: "NYSE" }, { ...NEW_YORK, id: "ARCA" }, { ...NEW_YORK, id: "CBOE" }, TOKYO, HONG_KONG];

const base = { currency: "USD", levels: "market", about: "", exchange: "NASDAQ" } as const;
const listed = (symbol: string, more: Partial<Instrument> = {}): Instrument => ({
  ...base,
  symbol,
  name: symbol,
  shortName: symbol,
  kind: "equity",
  yahoo: { symbol },
  ...more,
});
const unquoted = (symbol: string, kind: Instrument["kind"]): Instrument =>
  listed(symbol, { kind, yahoo: { none: "No quote." }, exchange: null, currency: null });

const members = (...symbols: string[]): Member[] => symbols.map((symbol) => ({ symbol, weight: 1 / symbols.length, reason: `why ${symbol}` }));

/** Two of the seven, one basket, one private company: each kind of row once, on real prices. */
const instruments = byKey([
  listed("NVDA"),
  listed("MSFT"),
  listed("SMH", { kind: "etf" }),
  listed("CHAT", { kind: "etf", levels: "adjusted-only" }),
  listed("SPY", { kind: "etf", exchange: "ARCA", benchmark: true }),
  listed("RSP", { kind: "etf", exchange: "ARCA", benchmark: true, levels: "adjusted-only" }),
  listed("0700.HK", { exchange: "HKEX", currency: "HKD", levels: "adjusted-only" }),
  listed("GONE"),
  unquoted("PAIR", "group"),
  unquoted("BASKET", "basket"),
  unquoted("DEEPSEEK", "private"),
]);

const compositions: Record<string, Composition> = byKey([
  {
    symbol: "PAIR",
    kind: "group",
    weightings: [],
    members: members("NVDA", "MSFT"),
    apart: [{ symbol: "0700.HK", reason: "Listed in Hong Kong." }],
    reason: "",
  },
  {
    symbol: "BASKET",
    kind: "basket",
    publisher: "Goldman Sachs",
    known: "",
    inferred: "",
    weightings: [],
    proxies: [
      { id: "CHAT", name: "Chat", kind: "fund", members: members("CHAT"), reason: "theme", role: "judged" },
      { id: "BASKET-LIST", name: "List", kind: "list", members: members("NVDA", "SMH"), reason: "theme", role: "shown", note: "Two names." },
    ],
    reported: [],
  },
]);

const claim = (id: string, ...symbols: string[]): Claim => ({
  id,
  speaker: "one",
  locator: "",
  wording: "",
  label: "",
  quote: null,
  types: ["opinion"],
  exposures: symbols.map((symbol) => ({ symbol, grade: "named", direction: null, reason: "" })),
  tests: [{ kind: "none", reason: "no-direction", note: "" }],
});

const article: Article = {
  slug: "sample",
  title: "",
  publisher: "",
  author: "",
  language: "en",
  publishedAt: "2025-01-27T12:10:00+01:00",
  testsWritten: { day: "2026-01-01", note: "" },
  summary: "",
  speakers: [],
  claims: [claim("first", "PAIR", "DEEPSEEK"), claim("second", "NVDA", "PAIR"), claim("third", "BASKET")],
  disagreements: [],
};

const facts: ReportFacts = { article, instruments, compositions, exchanges: EXCHANGES };
const plan = planReport(facts);
const held = plan.symbols.filter((symbol) => symbol !== "GONE");
const loaded: Loaded = {
  series: byKey(held.map(dailyOf)),
  intraday: byKey(plan.intraday.flatMap((symbol) => intradayOf(symbol) ?? [])),
};
const report: ImpactReport = concludeReport(plan, facts, loaded);
const row = (symbol: string) => {
  const found = report.instruments[symbol];
  if (found === undefined) throw new Error(`no row for ${symbol}`);
  return found;
};

function byKey<T extends { symbol: string }>(items: T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.symbol, item]));
}

function found<T>(value: T | Absence): T {
  if (isAbsent(value)) throw new Error(value.why);
  return value;
}

describe("the plan", () => {
  test("names every series behind an instrument, a member, a proxy or an exchange's sessions", () => {
    expect(plan.symbols).toEqual(["0700.HK", "9984.T", "CHAT", "GONE", "MSFT", "NVDA", "RSP", "SMH", "SPY"]);
    expect(plan.benchmarks).toEqual(["SPY", "RSP"]);
  });

  test("asks for 5-minute prices only where they can be set against closes", () => {
    expect(plan.intraday).toEqual(["GONE", "MSFT", "NVDA", "SMH", "SPY"]);
  });

  test("reaches back far enough for 260 sessions and the close before them", () => {
    const days = dailyOf("SPY").days.filter((day) => day >= plan.from);
    expect(days.indexOf("2025-01-27")).toBeGreaterThan(261);
  });
});

describe("the report", () => {
  test("a new exchange is a line of the data", () => {
    const london: Exchange = { ...NEW_YORK, id: "LSE", name: "London Stock Exchange", timeZone: "Europe/London", open: "08:00", close: "16:30" };
    const more = concludeReport(plan, { ...facts, exchanges: [...EXCHANGES, london] }, loaded);
    expect(Object.keys(more.eventDays)).toEqual([...EXCHANGES, london].map(({ id }) => id));
    expect(more.eventDays.LSE).toMatchObject({ exchange: "LSE", timeZone: "Europe/London", publishedTime: "11:10", phase: "in-session" });
  });

  test("survives the wire unchanged, with nothing lost and no number that is none", () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    for (const number of numbersIn(report)) expect(Number.isFinite(number)).toBe(true);
  });

  test("says when each exchange could react", () => {
    expect(Object.keys(report.eventDays)[0]).toBe("NASDAQ");
    expect(report.eventDays).toMatchObject({
      NASDAQ: { eventDay: "2025-01-27", minutesToOpen: 200 },
      TSE: { eventDay: "2025-01-28" },
      HKEX: { eventDay: "2025-01-28" },
    });
  });

  test("a share: three bases, a path of 26 sessions, where the figures come from", () => {
    const nvidia = row("NVDA");
    expect(found(found(nvidia.moves).close)).toMatchObject({ basePrice: 142.62, eventPrice: 118.42 });
    expect(found(found(nvidia.moves).publication)).toMatchObject({ basePrice: 124.52 });
    expect(found(nvidia.path).offsets).toHaveLength(26);
    expect(nvidia.provenance).toMatchObject({ source: "snapshot", levels: "market" });
  });

  test("a group: its portfolio, its members, and apart what trades elsewhere", () => {
    const pair = row("PAIR");
    // Mean of −16.968 and −2.140.
    expect(found(found(pair.moves).close).move).toBeCloseTo(-0.09554, 4);
    expect(pair.parts.map(({ id, role }) => [id, role])).toEqual([
      ["NVDA", "member"],
      ["MSFT", "member"],
      ["0700.HK", "apart"],
    ]);
    expect(found(pair.parts[2]?.moves ?? found(pair.moves)).close).toMatchObject({ absent: "stub-session" });
    expect(pair.provenance).toBeNull();
  });

  test("a basket: no quote of its own, an event day, and each proxy", () => {
    const basket = row("BASKET");
    expect(basket.moves).toMatchObject({ absent: "no-public-quote" });
    expect(basket.path).toMatchObject({ absent: "no-public-quote" });
    expect(basket.eventDay).toMatchObject({ eventDay: "2025-01-27" });
    const [fund, list] = basket.parts;
    expect(fund).toMatchObject({ id: "CHAT", role: "judged", symbols: ["CHAT"] });
    expect(fund).not.toHaveProperty("note");
    expect(list).toMatchObject({ id: "BASKET-LIST", role: "shown", symbols: ["NVDA", "SMH"], note: "Two names." });
    // −8.94 % for the fund; the mean of −16.97 and −9.83 for the list.
    expect(found(found(fund?.moves ?? basket.moves).close).move).toBeCloseTo(-0.0894, 4);
    expect(found(found(list?.moves ?? basket.moves).close).move).toBeCloseTo(-0.134, 3);
  });

  test("what has no price has its row and a reason", () => {
    expect(row("DEEPSEEK")).toMatchObject({ moves: { absent: "not-listed" }, eventDay: { absent: "not-listed" }, provenance: null });
    expect(row("GONE")).toMatchObject({ moves: { absent: "no-price" }, path: { absent: "no-price" }, provenance: null });
    expect(Object.keys(report.instruments)).toEqual(Object.keys(instruments));
  });

  test("claims in article order: those that name it, and those that name a group it is in", () => {
    expect(row("PAIR").claims).toEqual(["first", "second"]);
    expect(row("NVDA").claims).toEqual(["second"]);
    expect(row("NVDA").claimsThroughGroup).toEqual([
      { claim: "first", group: "PAIR" },
      { claim: "third", group: "BASKET" },
    ]);
    expect(row("NVDA").memberOf).toEqual([
      { symbol: "PAIR", part: "NVDA" },
      { symbol: "BASKET", part: "BASKET-LIST" },
    ]);
    expect(row("0700.HK").claimsThroughGroup.map(({ claim: id }) => id)).toEqual(["first", "second"]);
    expect(row("SPY")).toMatchObject({ claims: [], claimsThroughGroup: [], memberOf: [] });
  });

  test("a line for an instrument, a group, a proxy: every day the data hold", () => {
    const data = marketDataOf(plan, facts, loaded);
    const names = lineNames({ instruments, compositions });
    const length = (id: string) => {
      const name = names.find((one) => one.id === id);
      if (name === undefined) throw new Error(`no line ${id}`);
      return found(lineOf(name, { instruments, compositions, options: STUDY_OPTIONS, fitStudy: studyFitter() }, data)).days.length;
    };
    expect(length("NVDA")).toBe(dailyOf("NVDA").days.length);
    expect(length("PAIR")).toBe(dailyOf("NVDA").days.length);
    expect(length("BASKET-LIST")).toBe(dailyOf("SMH").days.length);
    expect(length("CHAT")).toBe(dailyOf("CHAT").days.length);
    expect(names.map(({ id }) => id)).not.toContain("BASKET");
  });

  test.each([
    ["2025-01-27T12:10:00+01:00", ["2025-01-24", "2025-01-27", "2025-01-28", "2025-01-29"]],
    // Of a Saturday later: the file's last days are the days before this event, none of them its own.
    ["2025-02-01T12:00:00Z", []],
    ["2025-04-02T20:30:00Z", []],
    // A day later the file holds the base day, the event day and one session more.
    ["2025-01-28T12:00:00Z", ["2025-01-27", "2025-01-28", "2025-01-29"]],
  ])("bars of an article of %s are those of its own days", (publishedAt, days) => {
    const [name] = lineNames(facts).filter(({ id }) => id === "NVDA");
    const data = marketDataOf(plan, { ...facts, article: { ...article, publishedAt } }, loaded);
    if (name === undefined) throw new Error("no line NVDA");
    const { minutes } = found(lineOf(name, { instruments, compositions, options: STUDY_OPTIONS, fitStudy: studyFitter() }, data));
    if (days.length === 0) expect(minutes).toMatchObject({ absent: "no-intraday" });
    else expect([...new Set(found(minutes).start.map((start) => wallClock(start, "America/New_York").day))]).toEqual(days);
  });

  test("no prices at all still give every row, each with its reason", () => {
    const empty = concludeReport(plan, facts, { series: {}, intraday: {} });
    expect(Object.values(empty.instruments).every(({ moves }) => isAbsent(moves))).toBe(true);
    expect(Object.values(empty.eventDays).every(isAbsent)).toBe(true);
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
