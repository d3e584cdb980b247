import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PairTest } from "../../../lib/domain/article/claim-test.ts";
import type { BenchmarkEstimate } from "../../../lib/domain/judgement/direction.ts";
import { fitDifference, fitReturns, fitSum, studyWindow } from "../../../lib/domain/study/event-study.ts";
import type { Fitted } from "../../../lib/domain/judgement/evidence.ts";
import { single } from "../../../lib/domain/judgement/evidence.ts";
import { judgePairs } from "../../../lib/domain/judgement/pairwise.ts";
import type { PairOutcome } from "../../../lib/domain/judgement/pairwise.ts";
import { judgeRanking } from "../../../lib/domain/judgement/ranking.ts";
import { absence, isAbsent } from "../../../lib/domain/market/series.ts";
import { down, judge, outcome, world } from "./judged-world.ts";
import { dayAt, indexFrom, normal } from "../study/synthetic.ts";
import { contextOf, member, pricedIndex } from "../study/synthetic-prices.ts";

interface Numbers {
  car: number;
  se: number;
  t: number;
  p: number;
}
type ByBenchmark = Record<string, Numbers>;

/** What R makes of made-up returns: see pairwise.R beside it. */
interface FromR {
  returns: Record<string, number[]>;
  pairs: { found: Record<string, ByBenchmark>; raw: Record<string, number>; adjusted: Record<string, number> }[];
  size: Record<string, { sums: ByBenchmark; way: number[]; p: number }>;
  sizeAdjusted: Record<string, number>;
  held: { z: number; s: number; t: number; p: number; low: number; high: number }[];
  heldAdjusted: number[];
}

const r: FromR = JSON.parse(readFileSync(new URL("../../fixtures/pairwise/pairwise.json", import.meta.url), "utf8"));
const SAMPLE = { estimation: 130, gap: 10, minimum: 120 };
const fromR = {
  series: Object.fromEntries(Object.entries(r.returns).map(([symbol, returns]) => [symbol, pricedIndex(indexFrom(symbol, returns))])),
  compositions: { CD: { symbol: "CD", kind: "group" as const, weightings: [], members: [member("C"), member("D")], apart: [], reason: "" } },
  options: SAMPLE,
  event: {
    exchange: "NASDAQ" as const,
    timeZone: "America/New_York",
    publishedDay: dayAt(141),
    publishedTime: "06:10",
    phase: "before-open" as const,
    minutesToOpen: 200,
    eventDay: dayAt(141),
    baseDay: dayAt(140),
  },
};

const above = (...pairs: [string, string][]): PairTest => ({ kind: "pair", expected: pairs.map(([higher, lower]) => ({ higher, lower })) });
const estimateOf = (found: PairOutcome, i: number, window = 0) => {
  const estimate = found.findings[i]?.windows[window]?.estimate;
  if (estimate === undefined || isAbsent(estimate)) throw new Error(estimate?.why ?? "no such pair");
  return estimate;
};
const near = (found: BenchmarkEstimate[], expected: ByBenchmark | undefined) => {
  expect(found.map(({ benchmark }) => benchmark)).toEqual(Object.keys(expected ?? {}));
  for (const { benchmark, car, se, t, p } of found) {
    const numbers = expected?.[benchmark];
    expect([car, se, t].map((value, i) => Math.abs(value - ([numbers?.car, numbers?.se, numbers?.t][i] ?? NaN)) < 1e-9)).toEqual([true, true, true]);
    expect(p / (numbers?.p ?? NaN)).toBeCloseTo(1, 7);
  }
};

describe("against R", () => {
  const claim = outcome("pair", { ...above(["A", "B"], ["C", "A"], ["A", "CD"]), horizons: [1, 5, 20] }, fromR);

  it.each([
    ["AB", 0],
    ["CA", 1],
    ["AG", 2],
  ])("%s: abnormal return, error, t and p in both windows, and Holm over the claim's three", (name, i) => {
    for (const window of [0, 1]) {
      const found = estimateOf(claim, i, window);
      near(found.estimates, r.pairs[window]?.found[name]);
      expect(found.pair.p / (r.pairs[window]?.raw[name] ?? NaN)).toBeCloseTo(1, 7);
      expect(found.adjusted / (r.pairs[window]?.adjusted[name] ?? NaN)).toBeCloseTo(1, 7);
    }
  });

  it("a ranking by size: sums, which way, p and Holm", () => {
    const found = outcome("ranking", { kind: "ranking", symbol: "C", among: ["A", "B", "C", "D"], claimed: "highest", by: "size" }, fromR);
    expect(found.differences.map(({ other }) => other)).toEqual(["A", "B", "D"]);
    for (const { other, sums = [], pair, adjusted } of found.differences) {
      const expected = r.size[other];
      near(sums, expected?.sums);
      expect(pair.sign).toBe(new Set(expected?.way).size === 1 ? expected?.way[0] : 0);
      expect(pair.p / (expected?.p ?? NaN)).toBeCloseTo(1, 7);
      expect(adjusted / (r.sizeAdjusted[other] ?? NaN)).toBeCloseTo(1, 7);
    }
  });

  it("one held against a bought portfolio, to three horizons", () => {
    claim.findings[2]?.held.forEach((rung, i) => {
      const expected = r.held[i];
      const test = isAbsent(rung) ? rung : (rung.against[0]?.test ?? absence("no-price", ""));
      if (isAbsent(rung) || isAbsent(test) || expected === undefined) throw new Error("no rung");
      expect(test.z).toBeCloseTo(expected.z, 10);
      expect(test.s).toBeCloseTo(expected.s, 10);
      expect(test.t).toBeCloseTo(expected.t, 8);
      expect(test.p / expected.p).toBeCloseTo(1, 7);
      expect(test.band[0]).toBeCloseTo(expected.low, 10);
      expect(test.band[1]).toBeCloseTo(expected.high, 10);
      expect(rung.adjusted / (r.heldAdjusted[i] ?? NaN)).toBeCloseTo(1, 7);
    });
    expect(claim.findings[2]?.held).toHaveLength(3);
  });
});

describe("the words of pairs", () => {
  const word = (...pairs: [string, string][]) => outcome("pair", above(...pairs)).judged;
  // Shocks of the day: A −20 %, B +5 %, C none, D +10 %; G is all four.
  it("above is consistent, below opposite, both in one claim mixed", () => {
    expect(word(["D", "A"]).word).toBe("consistent");
    expect(word(["A", "D"]).word).toBe("opposite");
    expect(word(["D", "A"], ["B", "A"]).word).toBe("consistent");
    expect(word(["D", "A"], ["A", "B"]).word).toBe("mixed");
  });

  it("a group is set against a company as its portfolio, and shown without each member", () => {
    const found = outcome("pair", above(["D", "G"]));
    expect(found.judged.word).toBe("consistent");
    expect(found.findings[0]?.dropOne.map(({ without }) => without)).toEqual(["A", "B", "C", "D"]);
    expect(outcome("pair", above(["G", "A"], ["D", "A"])).findings.map(({ dropOne }) => dropOne.length)).toEqual([4, 0]);
  });

  it("names why there is none", () => {
    const { C: _gone, ...rest } = world();
    expect(outcome("pair", above(["C", "A"]), { series: rest }).judged).toEqual({ word: "no-price", reasons: ["no-price"] });
    expect(outcome("pair", above(["P", "A"])).judged).toEqual({ word: "no-price", reasons: ["not-listed"] });
    expect(outcome("pair", above(["A", "AD"])).judged).toEqual({ word: "no-price", reasons: ["no-public-quote"] });
    expect(outcome("pair", above(["M1", "A"])).judged).toEqual({ word: "not-testable", reasons: ["same-as-benchmark"] });
  });

  it("one that could not be tested keeps its place in the correction", () => {
    const alone = estimateOf(outcome("pair", above(["B", "C"])), 0);
    const beside = estimateOf(outcome("pair", above(["B", "C"], ["P", "A"])), 0);
    expect(alone.adjusted).toBe(alone.pair.p);
    expect(beside.adjusted).toBeCloseTo(2 * alone.pair.p, 12);
  });

  it("rests on each pair that could be tested, and no claim of a sign rests on one of size", () => {
    const restsOn = (test: Parameters<typeof outcome>[1]) => judge({ c: [test] }).claims.c?.restsOn;
    expect(restsOn(above(["D", "A"], ["P", "A"]))).toEqual(["pair:D:A"]);
    expect(restsOn({ kind: "ranking", symbol: "A", among: "G", claimed: "highest", by: "size" })).toEqual(["ranking:A:highest:size"]);
    expect(restsOn({ kind: "ranking", symbol: "A", among: ["B", "A"], claimed: "lowest" })).toEqual(["ranking:A:lowest:A+B"]);
  });

  it("leaves the evidence of both sides, and of a group's members", () => {
    expect(judge({ c: [above(["D", "G"])] }).claims.c?.units.toSorted()).toEqual(["A", "B", "C", "D", "G"]);
    expect(judge({ c: [down("A")], p: [above(["D", "A"])] }).family).toHaveLength(1);
  });

  it("ends where the data end", () => {
    const [finding] = outcome("pair", { ...above(["D", "A"]), horizons: [1, 400] }).findings;
    expect(finding?.held.map(({ judged }) => [judged.word, ...judged.reasons].join(" "))).toEqual(["consistent", "not-testable series-ends"]);
  });
});

describe("a ranking in a set of its own", () => {
  const rank = (symbol: string, among: string | string[], claimed: "highest" | "lowest", by: "sign" | "size" = "sign") =>
    outcome("ranking", { kind: "ranking", symbol, among, claimed, by });

  it("is that of a group with the same members", () => {
    const [own, group] = [rank("A", ["A", "B", "C", "D"], "lowest"), rank("A", "G", "lowest")];
    expect({ ...own, among: "G" }).toEqual(group);
  });

  it("knows those in it alone", () => {
    expect(rank("B", ["B", "C", "A"], "highest").differences.map(({ other }) => other)).toEqual(["C", "A"]);
    expect(rank("A", ["B", "C"], "lowest").judged.reasons).toEqual(["not-judged"]);
  });

  it("by size a large fall is the highest, and no move the lowest", () => {
    expect(rank("A", "G", "highest", "size").judged.word).toBe("consistent");
    expect(rank("A", "G", "highest").judged.word).toBe("opposite");
    expect(rank("D", "G", "highest", "size").judged.word).toBe("opposite");
    expect(rank("A", "G", "lowest", "size").judged.word).toBe("opposite");
    const held = rank("A", "G", "highest", "size").ranks[0];
    expect(held?.heldClaimed).toBe(held?.heldAbsolute);
  });
});

/** Members with a market model on two benchmarks from chance alone. */
function chance(seed: number, count: number, change: (value: number, who: number) => number = (value) => value): Fitted[] {
  const next = normal(seed);
  const days = 40;
  const draw = (length: number) => Array.from({ length }, () => 0.01 * next());
  const benchmarks = ["M1", "M2"].map((name) => ({ name, market: draw(days + 2) }));
  const own = Array.from({ length: count }, (_, who) => draw(days + 2).map((value) => change(value + (who % 2 === 0 ? 0.02 : -0.01) * next(), who)));
  const cut = (returns: number[], market: number[], from: number, to: number, first: number) => ({
    offsets: returns.slice(from, to).map((_, i) => first + i),
    days: returns.slice(from, to).map((_, i) => dayAt(from + i)),
    own: returns.slice(from, to),
    market: market.slice(from, to),
  });
  return own.map((returns, who) => {
    const symbol = `S${who}`;
    const fits = benchmarks.map(
      ({ name, market }) =>
        [name, fitReturns(symbol, name, dayAt(days), cut(returns, market, 0, days, -days), cut(returns, market, days, days + 2, 0))] as const,
    );
    return { unit: single(symbol), index: absence("no-price", ""), fits: Object.fromEntries(fits) };
  });
}

describe("whatever the returns", () => {
  const seeds = fc.integer({ min: 1, max: 1_000_000 });
  const context = contextOf([], dayAt(40), dayAt(39));
  const pairsOf = (members: Fitted[], ...pairs: [string, string][]) =>
    judgePairs(above(...pairs), (symbol) => members.find(({ unit }) => unit.id === symbol) ?? absence("no-price", ""), [], context);

  it("a pair turned round has the same p, the other sign and the other word", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const members = chance(seed, 3);
        const [one, other] = [pairsOf(members, ["S0", "S1"], ["S1", "S2"]), pairsOf(members, ["S1", "S0"], ["S2", "S1"])];
        const turned = { consistent: "opposite", opposite: "consistent" } as Record<string, string>;
        [0, 1].forEach((i) => {
          const [a, b] = [estimateOf(one, i), estimateOf(other, i)];
          expect(b.pair.sign).toBe(a.pair.sign === 0 ? 0 : -a.pair.sign);
          expect(b.adjusted).toBeCloseTo(a.adjusted, 10);
          a.estimates.forEach(({ car, se }, at) =>
            expect([b.estimates[at]?.car, b.estimates[at]?.se]).toEqual([expect.closeTo(-car, 12), expect.closeTo(se, 12)]),
          );
          const word = one.findings[i]?.windows[0]?.judged.word ?? "";
          expect(other.findings[i]?.windows[0]?.judged.word).toBe(turned[word] ?? word);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("the lead of one on a third is its lead on the second and that one's on the third", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const found = pairsOf(chance(seed, 3), ["S0", "S1"], ["S1", "S2"], ["S0", "S2"]);
        const car = (i: number) => estimateOf(found, i, 1).estimates[0]?.car ?? NaN;
        expect(car(0) + car(1)).toBeCloseTo(car(2), 12);
      }),
      { numRuns: 60 },
    );
  });

  it("returns ten times as large give the same t, p and words", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [small, large] = [
          pairsOf(chance(seed, 2), ["S0", "S1"]),
          pairsOf(
            chance(seed, 2, (value) => 10 * value),
            ["S0", "S1"],
          ),
        ];
        estimateOf(small, 0).estimates.forEach(({ t, car }, i) => {
          expect(estimateOf(large, 0).estimates[i]?.t).toBeCloseTo(t, 8);
          expect(estimateOf(large, 0).estimates[i]?.car).toBeCloseTo(10 * car, 10);
        });
        expect(large.judged).toEqual(small.judged);
      }),
      { numRuns: 60 },
    );
  });

  it("a difference and a sum share a sign exactly where the first is larger in size", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [a, b] = chance(seed, 2).map(({ fits }) => fits.M1);
        if (a === undefined || b === undefined || isAbsent(a) || isAbsent(b)) throw new Error("no fit");
        const [difference, sum] = [fitDifference(a, b), fitSum(a, b)];
        if (isAbsent(difference) || isAbsent(sum)) throw new Error("no fit");
        const car = (fit: typeof a) => {
          const window = studyWindow(fit, 0, 0);
          return isAbsent(window) ? NaN : window.car;
        };
        expect(Math.sign(car(difference)) * Math.sign(car(sum))).toBe(Math.sign(Math.abs(car(a)) - Math.abs(car(b))));
      }),
      { numRuns: 100 },
    );
  });

  it("by size a market turned upside down changes nothing, by sign it turns the ends round", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const ranked = (members: Fitted[], claimed: "highest" | "lowest", by: "sign" | "size") =>
          judgeRanking({ kind: "ranking", symbol: "S0", among: ["S0", "S1", "S2"], claimed, by }, members).judged.word;
        const [up, upsideDown] = [chance(seed, 3), chance(seed, 3, (value) => -value)];
        expect(ranked(upsideDown, "highest", "size")).toBe(ranked(up, "highest", "size"));
        expect(ranked(upsideDown, "lowest", "sign")).toBe(ranked(up, "highest", "sign"));
      }),
      { numRuns: 60 },
    );
  });

  it("by size at most one of two is larger", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const members = chance(seed, 2);
        const ranked = (symbol: string) => judgeRanking({ kind: "ranking", symbol, among: ["S0", "S1"], claimed: "highest", by: "size" }, members);
        const [one, other] = [ranked("S0"), ranked("S1")];
        expect(one.differences[0]?.pair.p).toBeCloseTo(other.differences[0]?.pair.p ?? NaN, 10);
        expect([one.judged.word, other.judged.word].filter((word) => word === "consistent").length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
