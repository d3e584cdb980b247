import { beforeAll, describe, expect, it } from "vitest";
import type { Article, Claim } from "../../lib/domain/article.ts";
import type { Capex } from "../../lib/domain/capex.ts";
import type { ClaimTest } from "../../lib/domain/claim-test.ts";
import type { EventDay } from "../../lib/domain/event-day.ts";
import { growthOf, lastCommonDay } from "../../lib/domain/ladder.ts";
import { judgeArticle } from "../../lib/domain/judge.ts";
import type { ArticleVerdicts, JudgeFacts } from "../../lib/domain/judge.ts";
import type { Composition } from "../../lib/domain/instruments.ts";
import type { TestOutcome } from "../../lib/domain/outcome.ts";
import { isAbsent } from "../../lib/domain/series.ts";
import type { PriceSeries } from "../../lib/domain/series.ts";
import { dayAt, indexFrom, normal } from "./synthetic.ts";
import { groundOf, instrument, member, priced, pricedIndex } from "./synthetic-prices.ts";

const LENGTH = 560;
const EVENT = 280;
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
function world(seed = 3): Record<string, PriceSeries> {
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

const group: Composition = { symbol: "G", kind: "group", members: ["A", "B", "C", "D"].map(member), apart: [], reason: "" };
const proxy = (id: string, role: "judged" | "shown" = "judged") => ({ id, name: id, kind: "fund" as const, members: [member(id)], reason: "", role });
const basket = (symbol: string, ...proxies: ReturnType<typeof proxy>[]): Composition => ({ symbol, kind: "basket", publisher: "", known: "", proxies, reported: [] });
const compositions = Object.fromEntries([group, basket("AD", proxy("A"), proxy("D")), basket("AC", proxy("A"), proxy("C", "shown"))].map((c) => [c.symbol, c]));

const order = (id: string, role: "primary" | "shown", ...fromMost: string[]) => ({ id, label: id, role, fromMost, reason: "" });
const capex: Capex = {
  asOf: "2000-01-01",
  note: "",
  companies: ["A", "B", "C", "D"].map((symbol) => ({ symbol, known: { kind: "rank-only", rank: "lowest", reason: "" }, later: [] })),
  orders: [order("all", "primary", "A", "C", "B", "D"), order("three", "shown", "A", "B", "D"), order("unknown", "shown", "A", "Z")],
};

const down = (...symbols: string[]): ClaimTest => ({ kind: "direction", expected: symbols.map((symbol) => ({ symbol, direction: "down" })) });
const held = (...symbols: string[]): ClaimTest => ({ kind: "horizon", expected: symbols.map((symbol) => ({ symbol, direction: "up" })), horizons: [1, 5, 250] });

function judge(tests: Record<string, ClaimTest[]>, more: Partial<JudgeFacts> = {}): ArticleVerdicts {
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
  };
  const series = world();
  const instruments = Object.fromEntries([...Object.keys(series), "G", "AD", "AC", "P"].map((s) => [s, instrument(s)]));
  instruments.P = instrument("P", { kind: "private" });
  return judgeArticle({ article, instruments, compositions, capex, series, benchmarks: ["M1", "M2"], event, ...more });
}

function outcome<K extends TestOutcome["kind"]>(kind: K, test: ClaimTest, more: Partial<JudgeFacts> = {}): Extract<TestOutcome, { kind: K }> {
  const found = judge({ c: [test] }, more).claims.c?.outcomes[0];
  if (found?.kind !== kind) throw new Error(`no ${kind}`);
  return found as Extract<TestOutcome, { kind: K }>;
}

describe("direction", () => {
  it("finds the planted shocks, with their sign", () => {
    const { claims } = judge({ a: [down("A")], b: [down("D")], c: [down("C")] });
    expect(Object.values(claims).map(({ word, reasons }) => [word, ...reasons])).toEqual([["consistent"], ["opposite"], ["not-detectable", "size"]]);
  });

  it("stand-ins that disagree are split, exposures that do are mixed, shown ones are not heard", () => {
    const { claims, family } = judge({ split: [down("AD")], heard: [down("AC")], mixed: [down("A", "D")] });
    expect([claims.split?.word, claims.heard?.word, claims.mixed?.word]).toEqual(["split", "consistent", "mixed"]);
    expect(family.map(({ unit }) => unit)).toEqual(["A", "D"]);
  });

  it("counts a unit once however many claims ask", () => {
    const one = judge({ a: [down("A")], again: [down("A")], basket: [down("AC")] });
    expect(one.family).toHaveLength(1);
    expect(one.scoreboard).toEqual([{ speaker: "s", claims: 3, words: [{ word: "consistent", claims: ["a", "again", "basket"] }], tests: 1 }]);
  });

  it("keeps the place of a unit that could not be tested", () => {
    const { claims, family } = judge({ a: [down("A")], p: [down("P")], z: [down("Z")] });
    expect(family).toHaveLength(3);
    expect([claims.p?.word, claims.p?.reasons, claims.z?.word]).toEqual(["no-price", ["not-listed"], "no-price"]);
    const alone = judge({ a: [down("A")] });
    const adjusted = (v: ArticleVerdicts) => {
      const found = v.family.find(({ unit }) => unit === "A")?.windows[1];
      if (found === undefined || isAbsent(found)) throw new Error("no estimate");
      return found.adjusted / found.pair.p;
    };
    expect(adjusted(alone)).toBeCloseTo(1, 12);
    expect(adjusted(judge({ a: [down("A")], p: [down("P")], z: [down("Z")] }))).toBeCloseTo(3, 9);
  });

  it("the chip is the first test's", () => {
    const { claims } = judge({ c: [down("D"), down("A")], none: [{ kind: "none", reason: "no-date", note: "" }, down("A")], nothing: [] });
    expect(claims.c?.outcomes.map(({ judged }) => judged.word)).toEqual(["opposite", "consistent"]);
    expect([claims.c?.word, claims.c?.rule]).toEqual(["opposite", "direction"]);
    expect([claims.none?.word, claims.none?.reasons, claims.none?.rule, claims.none?.restsOn]).toEqual(["not-testable", ["no-date"], "none", []]);
    expect([claims.nothing?.word, claims.nothing?.rule]).toEqual(["not-testable", "none"]);
  });
});

describe("order changes nothing", () => {
  it("permuting instruments, claims and members permutes the answer", () => {
    const tests: Record<string, ClaimTest[]> = { a: [down("A", "D")], b: [down("AD")], r: [{ kind: "ranking", symbol: "A", among: "G", claimed: "lowest" }], h: [held("AD")] };
    const one = judge(tests);
    const shuffled = Object.fromEntries(Object.entries(world()).toReversed());
    const other = judge(Object.fromEntries(Object.entries(tests).toReversed()), {
      series: shuffled,
      compositions: { ...compositions, G: { ...group, members: group.members.toReversed() } },
    });
    for (const id of Object.keys(tests)) expect([other.claims[id]?.word, other.claims[id]?.reasons]).toEqual([one.claims[id]?.word, one.claims[id]?.reasons]);
    for (const id of Object.keys(one.evidence).filter((unit) => unit !== "G")) expect(other.evidence[id]).toEqual(one.evidence[id]);
    const adjusted = (v: ArticleVerdicts) => Object.fromEntries(v.family.map(({ unit, windows }) => [unit, windows]));
    expect(adjusted(other)).toEqual(adjusted(one));
  });
});

describe("ranking", () => {
  const rank = (symbol: string, claimed: "highest" | "lowest") => outcome("ranking", { kind: "ranking", symbol, among: "G", claimed });
  it("consistent where all gaps are clear, opposite where one is clear the other way", () => {
    expect(rank("A", "lowest").judged.word).toBe("consistent");
    expect(rank("D", "lowest").judged.word).toBe("opposite");
    expect(rank("A", "highest").judged.word).toBe("opposite");
    expect(rank("C", "lowest").judged.word).toBe("opposite");
  });

  it("not detectable where the claimed end is not clear", () => {
    const close = world();
    close.D = { ...(close.B as PriceSeries), symbol: "D", adjclose: (close.B as PriceSeries).adjclose.map((v, i) => v * (1 + 0.004 * Math.sin(7 * i))) };
    const found = outcome("ranking", { kind: "ranking", symbol: "D", among: "G", claimed: "highest" }, { series: close });
    expect(found.judged.word).toBe("not-detectable");
    expect(found.judged.reasons).toHaveLength(1);
  });

  it("shows ranks and how often they were held", () => {
    const { ranks, differences } = rank("A", "lowest");
    expect(ranks.map(({ measure, signed, absolute, of }) => [measure, signed, absolute, of])).toEqual([["raw", 4, 1, 4], ["M1", 4, 1, 4], ["M2", 4, 1, 4]]);
    for (const { heldSigned, heldClaimed, heldAbsolute } of ranks) {
      expect(heldSigned).toBe(heldClaimed);
      expect(heldSigned).toBeGreaterThan(0.15);
      expect(heldAbsolute).toBeLessThan(0.4);
    }
    expect(differences.map(({ other, claimedWay }) => [other, claimedWay])).toEqual([["B", true], ["C", true], ["D", true]]);
    // The market model is linear: the difference's abnormal return is the difference of the abnormal returns.
    const { evidence } = judge({ c: [down("A", "B")] });
    const car = (symbol: string) => {
      const study = evidence[symbol]?.studies.M1;
      const window = study === undefined || isAbsent(study) ? undefined : study.windows[0];
      return window === undefined || isAbsent(window) ? NaN : window.car;
    };
    expect(differences[0]?.estimates[0]?.car).toBeCloseTo(car("A") - car("B"), 12);
  });

  it("says why where it cannot", () => {
    expect(rank("M1", "lowest").judged).toEqual({ word: "not-testable", reasons: ["not-judged"] });
    const { C: _gone, ...rest } = world();
    expect(outcome("ranking", { kind: "ranking", symbol: "A", among: "G", claimed: "lowest" }, { series: rest }).judged).toEqual({ word: "no-price", reasons: ["no-price"] });
  });
});

describe("relation", () => {
  const relation = (more: Partial<JudgeFacts> = {}, without: string[] = [], claimedSign: "negative" | "positive" = "negative") =>
    outcome("relation", { kind: "relation", among: "G", without, variable: "announced-capex", claimedSign }, more);
  it("has the sign of more spending, lower return, and cannot speak with four", () => {
    const found = relation();
    if (isAbsent(found.primary)) throw new Error(found.primary.why);
    expect(found.primary.estimates.map(({ rho }) => rho)).toEqual([-1, -1]);
    expect(found.primary.estimates[0]?.p).toBeCloseTo(2 / 24, 12);
    expect(found.primary.critical).toBeNull();
    expect(found.primary.smallestP).toBeCloseTo(2 / 24, 12);
    expect(found.judged).toEqual({ word: "not-detectable", reasons: ["size"] });
    expect(found.variants.map(({ order: { id } }) => id)).toEqual(["three"]);
    expect(found.leaveOneOut.map(({ without }) => without)).toEqual(["A", "C", "B", "D"]);
    expect(found.points.map(({ symbol, primary }) => [symbol, primary])).toEqual([["A", true], ["B", true], ["C", true], ["D", true]]);
  });

  it("refuses an order that leaves somebody out or lets somebody in", () => {
    expect(relation({}, ["A"]).judged).toEqual({ word: "not-testable", reasons: ["no-amount"] });
    const short = { ...capex, orders: [order("three", "primary", "A", "C", "B")] };
    expect(relation({ capex: short }).judged.reasons).toEqual(["no-amount"]);
    expect(relation({ capex: short }, ["D"]).judged.word).toBe("not-detectable");
    expect(relation({ capex: { ...capex, orders: [] } }).judged.reasons).toEqual(["no-amount"]);
  });
});

describe("volatility", () => {
  const test: ClaimTest = { kind: "volatility", index: "VIX", group: "G" };
  it("hears what jumped and not what did not", () => {
    const found = outcome("volatility", test);
    expect(found.findings.map(({ part, judged }) => [part, judged.word])).toEqual([["index", "consistent"], ["dispersion", "consistent"], ["variance", "not-detectable"]]);
    expect(found.findings[0]?.p).toBe(1 / 251);
    expect(found.findings[0]?.adjusted).toBeCloseTo(3 / 251, 12);
    expect(found.judged).toEqual({ word: "mixed", reasons: [] });
  });

  it("hears a group that varies more afterwards", () => {
    const wild = world();
    for (const symbol of ["A", "B", "C", "D"]) {
      const one = wild[symbol] as PriceSeries;
      const adjclose = one.adjclose.map((level, i) => (i > EVENT && i <= EVENT + 20 && i % 2 === 0 ? level * 1.1 : level));
      wild[symbol] = { ...one, adjclose };
    }
    const variance = outcome("volatility", test, { series: wild }).findings[2];
    expect(variance?.judged.word).toBe("consistent");
    expect(variance?.basis).toMatchObject({ nBefore: 250, nAfter: 20 });
  });

  it("names a part that could not be measured", () => {
    const { VIX: _gone, ...rest } = world();
    const found = outcome("volatility", test, { series: rest });
    expect(found.absent.map(({ part }) => part)).toEqual(["index"]);
    expect(found.findings.map(({ part }) => part)).toEqual(["dispersion", "variance"]);
    const short = Object.fromEntries(Object.entries(world()).map(([s, one]) => [s, { ...one, days: one.days.slice(0, EVENT + 10) }]));
    expect(outcome("volatility", test, { series: short }).absent.map(({ part, absence: { absent } }) => [part, absent])).toEqual([["variance", "series-ends"]]);
  });
});

describe("horizons", () => {
  it("each rung ends at the close of offset h − 1", () => {
    const found = outcome("horizon", held("D"));
    const ladder = found.fromOpen[0];
    expect(ladder?.rungs.map((rung) => (isAbsent(rung) ? null : rung.day))).toEqual([dayAt(EVENT), dayAt(EVENT + 4), dayAt(EVENT + 249)]);
    expect(ladder?.benchmarks).toEqual(["M1"]);
    expect(found.fromClose[0]?.benchmarks).toEqual(["M1", "M2"]);
    expect(ladder?.latest).toMatchObject({ day: dayAt(LENGTH) });
  });

  it("measures from the open or from the close before, both legs alike", () => {
    const series = [priced("X", { d1: 100, d2: 90, d3: 99 }, { d2: 80 }), priced("Y", { d1: 10, d2: 10, d3: 12 }, { d2: null })];
    const ground = groundOf(series, "d2", "d1");
    expect(growthOf([member("X")], "open", "d2", ground)).toBeCloseTo(90 / 80, 12);
    expect(growthOf([member("X")], "close", "d3", ground)).toBeCloseTo(0.99, 12);
    expect(growthOf([member("X"), member("Y")], "close", "d3", ground)).toBeCloseTo((0.99 + 1.2) / 2, 12);
    expect(growthOf([member("Y")], "open", "d3", ground)).toMatchObject({ absent: "no-open" });
    expect(growthOf([member("X")], "close", "d9", ground)).toMatchObject({ absent: "series-ends" });
    expect(growthOf([member("X")], "close", "d0", ground)).toMatchObject({ absent: "no-price" });
    expect(growthOf([member("Z")], "close", "d3", ground)).toMatchObject({ absent: "no-price" });
    expect(growthOf([], "close", "d3", ground)).toMatchObject({ absent: "no-price" });
    expect(lastCommonDay([member("X")], ["Y"], ground)).toBe("d3");
    expect(lastCommonDay([member("X")], ["Z"], ground)).toBeNull();
  });

  it("brings an open to the scale of adjusted closes", () => {
    const halved = { ...priced("X", { d1: 100, d2: 90 }, { d2: 80 }), adjclose: [50, 45] };
    expect(growthOf([member("X")], "open", "d2", groundOf([halved], "d2", "d1"))).toBeCloseTo(90 / 80, 12);
  });

  it("a day that falls after the open is held against the advice", () => {
    const series = world();
    const A = series.A as PriceSeries;
    // The whole fall comes after the open, or all of it before.
    const after = { ...series, A: { ...A, open: A.open.map((open, i) => (i === EVENT ? (A.close[EVENT - 1] ?? null) : open)) } };
    const word = (found: ReturnType<typeof outcome<"horizon">>) => found.words.map(({ horizon, judged }) => [horizon, judged.word]);
    expect(word(outcome("horizon", held("A"), { series: after }))[0]).toEqual([1, "opposite"]);
    expect(word(outcome("horizon", held("A"), { series }))[0]).toEqual([1, "not-detectable"]);
  });

  it("a stand-in without an open is left out of the first ladder and stays in the second", () => {
    const series = world();
    const blind = { ...series, D: { ...(series.D as PriceSeries), open: (series.D as PriceSeries).open.map(() => null) } };
    const found = outcome("horizon", held("AD"), { series: blind });
    const of = (unit: string) => found.fromOpen.find((ladder) => ladder.unit === unit)?.rungs.map((rung) => (isAbsent(rung) ? rung.absent : "held"));
    expect([of("A"), of("D")]).toEqual([["held", "held", "held"], ["no-open", "no-open", "no-open"]]);
    expect(found.fromClose.find((ladder) => ladder.unit === "D")?.rungs.every((rung) => !isAbsent(rung))).toBe(true);
  });

  it("only tests that gave a word are counted", () => {
    const blind = (symbol: string, series = world()) => ({ ...series, [symbol]: { ...(series[symbol] as PriceSeries), open: (series[symbol] as PriceSeries).open.map(() => null) } });
    const restsOn = (test: ClaimTest, series = world()) => judge({ c: [test] }, { series }).claims.c?.restsOn;
    expect(restsOn(held("AD"))).toEqual(["horizon:A", "horizon:D"]);
    expect(restsOn(held("AD"), blind("D"))).toEqual(["horizon:A"]);
    expect(restsOn({ ...held("A"), horizons: [1, 400] } as ClaimTest)).toEqual(["horizon:A"]);
    expect(restsOn({ ...held("A"), horizons: [400] } as ClaimTest)).toEqual([]);
    expect(restsOn(down("A", "P"))).toEqual(["direction:A"]);
    const { C: _gone, ...without } = world();
    const ranked: ClaimTest = { kind: "ranking", symbol: "A", among: "G", claimed: "lowest" };
    expect([restsOn(ranked), restsOn(ranked, without as ReturnType<typeof world>)]).toEqual([["ranking:A:lowest"], []]);
    const related: ClaimTest = { kind: "relation", among: "G", without: [], variable: "announced-capex", claimedSign: "negative" };
    expect([restsOn(related), restsOn({ ...related, without: ["A"] })]).toEqual([["relation:negative"], []]);
    const figures = [
      { id: "said", what: "", stated: { text: "", value: 1, unit: "", bound: "exact" as const }, reference: null },
      {
        id: "unpriced",
        what: "",
        stated: { text: "", value: 1, unit: "", bound: "exact" as const },
        reference: { rule: "value" as const, unit: "", inputs: [{ label: "", price: { symbol: "P", day: "d1" }, source: { title: "", url: null, day: null, standing: "found" as const } }] },
      },
    ];
    expect(restsOn({ kind: "figure", figures })).toEqual(["figure:c:said"]);
    expect(restsOn({ kind: "volatility", index: "VIX", group: "G" })).toEqual(["volatility:index", "volatility:dispersion", "volatility:variance"]);
  });

  it("past the data is a reason", () => {
    const found = outcome("horizon", { ...held("A"), horizons: [1, 400] } as ClaimTest);
    expect(found.fromOpen[0]?.rungs[1]).toMatchObject({ absent: "series-ends", horizon: 400 });
    expect(found.words[1]?.judged).toEqual({ word: "not-testable", reasons: ["series-ends"] });
  });

  it("corrects over all horizons, those past the data too", () => {
    const short = outcome("horizon", { ...held("A"), horizons: [5] } as ClaimTest).fromOpen[0]?.rungs[0];
    const long = outcome("horizon", { ...held("A"), horizons: [5, 400, 401] } as ClaimTest).fromOpen[0]?.rungs[0];
    if (short === undefined || long === undefined || isAbsent(short) || isAbsent(long) || isAbsent(short.pair)) throw new Error("no rung");
    expect(long.adjusted).toBeCloseTo(Math.min(1, 3 * short.pair.p), 12);
    const test = short.against[0]?.test;
    if (test === undefined || isAbsent(test)) throw new Error("no test");
    expect(test.t).toBeCloseTo(test.z / (test.s * Math.sqrt(5)), 12);
    expect(Math.log1p(test.band[1])).toBeCloseTo(-Math.log1p(test.band[0]), 12);
    expect(test.df).toBe(249);
  });
});

describe("evidence", () => {
  let evidence: ArticleVerdicts["evidence"];
  let claims: ArticleVerdicts["claims"];
  beforeAll(() => ({ evidence, claims } = judge({ g: [down("G")], v: [down("A", "P")] })));
  it("holds the group, its members, its cross-section and each dropped member", () => {
    expect(claims.g?.units).toEqual(["G", "A", "B", "C", "D"]);
    expect(evidence.G?.dropOne.map(({ without, benchmark }) => `${without} ${benchmark}`)).toEqual(["A", "B", "C", "D"].flatMap((s) => [`${s} M1`, `${s} M2`]));
    expect(Object.keys(evidence.G?.crossSections ?? {})).toEqual(["M1", "M2"]);
    expect(evidence.A?.crossSections).toEqual({});
    expect(evidence.A?.dropOne).toEqual([]);
    expect(evidence.P?.studies.M1).toMatchObject({ absent: "not-listed" });
  });

  it("gives a market-adjusted return where the year is too short, and no error", () => {
    const young = world();
    const C = young.C as PriceSeries;
    const from = EVENT - 30;
    young.C = { ...C, days: C.days.slice(from), open: C.open.slice(from), close: C.close.slice(from), adjclose: C.adjclose.slice(from), volume: C.volume.slice(from) };
    const found = judge({ c: [down("C")] }, { series: young });
    expect(found.claims.c).toMatchObject({ word: "not-testable", reasons: ["too-few-days"] });
    const M1 = young.M1 as PriceSeries;
    const at = (one: PriceSeries, day: string) => one.adjclose[one.days.indexOf(day)] ?? NaN;
    const own = at(young.C, dayAt(EVENT + 1)) / at(young.C, dayAt(EVENT - 1)) - 1;
    const market = at(M1, dayAt(EVENT + 1)) / at(M1, dayAt(EVENT - 1)) - 1;
    const adjusted = found.evidence.C?.marketAdjusted ?? [];
    expect(adjusted.map(({ benchmark, from: start, to }) => [benchmark, start, to])).toEqual([["M1", 0, 0], ["M1", 0, 1], ["M2", 0, 0], ["M2", 0, 1]]);
    expect(adjusted[1]?.return).toBeCloseTo(own, 12);
    expect(adjusted[1]?.excess).toBeCloseTo(own - market, 12);
    expect(evidence.A?.marketAdjusted).toEqual([]);
  });

  it("tests nothing that trades elsewhere, and no level of expected volatility", () => {
    const series = world();
    const abroad = { ...series, A: { ...(series.A as PriceSeries), timeZone: "Asia/Tokyo" } };
    expect(judge({ c: [down("A")] }, { series: abroad }).claims.c).toMatchObject({ word: "not-testable", reasons: ["no-benchmark"] });
    const instruments = { VIX: instrument("VIX", { kind: "index", exchange: "CBOE" }) };
    expect(judge({ c: [down("VIX")] }, { instruments }).claims.c).toMatchObject({ word: "not-testable", reasons: ["no-benchmark"] });
  });

  it("a benchmark is not tested on itself", () => {
    expect(judge({ c: [down("M1")] }).claims.c).toMatchObject({ word: "not-testable", reasons: ["same-as-benchmark"] });
  });

  it("without a benchmark's prices nothing has a word", () => {
    const { M2: _gone, ...series } = world();
    expect(judge({ c: [down("A")] }, { series }).claims.c).toMatchObject({ word: "no-price", reasons: ["no-price"] });
  });
});
