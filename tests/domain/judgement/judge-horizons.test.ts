import { describe, expect, it } from "vitest";
import type { ClaimTest } from "../../../lib/domain/article/claim-test.ts";
import { growthOf, lastCommonDay } from "../../../lib/domain/judgement/ladder.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { dayAt } from "../study/synthetic.ts";
import { contextOf, member, priced } from "../study/synthetic-prices.ts";
import { LENGTH, EVENT, world, down, held, judge, outcome } from "./judged-world.ts";

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
    const context = contextOf(series, "d2", "d1");
    expect(growthOf([member("X")], "open", "d2", context)).toBeCloseTo(90 / 80, 12);
    expect(growthOf([member("X")], "close", "d3", context)).toBeCloseTo(0.99, 12);
    expect(growthOf([member("X"), member("Y")], "close", "d3", context)).toBeCloseTo((0.99 + 1.2) / 2, 12);
    expect(growthOf([member("Y")], "open", "d3", context)).toMatchObject({ absent: "no-open" });
    expect(growthOf([member("X")], "close", "d9", context)).toMatchObject({ absent: "series-ends" });
    expect(growthOf([member("X")], "close", "d0", context)).toMatchObject({ absent: "no-price" });
    expect(growthOf([member("Z")], "close", "d3", context)).toMatchObject({ absent: "no-price" });
    expect(growthOf([], "close", "d3", context)).toMatchObject({ absent: "no-price" });
    expect(lastCommonDay([member("X")], ["Y"], context)).toBe("d3");
    expect(lastCommonDay([member("X")], ["Z"], context)).toBeNull();
  });

  it("brings an open to the scale of adjusted closes", () => {
    const halved = { ...priced("X", { d1: 100, d2: 90 }, { d2: 80 }), adjclose: [50, 45] };
    expect(growthOf([member("X")], "open", "d2", contextOf([halved], "d2", "d1"))).toBeCloseTo(90 / 80, 12);
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
    expect([of("A"), of("D")]).toEqual([
      ["held", "held", "held"],
      ["no-open", "no-open", "no-open"],
    ]);
    expect(found.fromClose.find((ladder) => ladder.unit === "D")?.rungs.every((rung) => !isAbsent(rung))).toBe(true);
  });

  it("only tests that gave a word are counted", () => {
    const blind = (symbol: string, series = world()) => ({
      ...series,
      [symbol]: { ...(series[symbol] as PriceSeries), open: (series[symbol] as PriceSeries).open.map(() => null) },
    });
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
      { id: "said", what: "", subject: "", stated: { text: "", value: 1, unit: "", bound: "exact" as const }, reference: null },
      {
        id: "unpriced",
        what: "",
        subject: "",
        stated: { text: "", value: 1, unit: "", bound: "exact" as const },
        reference: {
          rule: "value" as const,
          unit: "",
          inputs: [{ label: "", price: { symbol: "P", day: "d1" }, source: { title: "", url: null, day: null, standing: "found" as const } }],
        },
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
