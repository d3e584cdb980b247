import { describe, expect, it } from "vitest";
import { causeOf, judgePair, pairOf, signOf } from "../../../lib/domain/judgement/pair.ts";
import { absence } from "../../../lib/domain/market/series.ts";
import { combineParts, combineProxies, judged, judgedAbsent } from "../../../lib/domain/judgement/verdict.ts";
import type { Judged } from "../../../lib/domain/judgement/verdict.ts";

type Estimate = [value: number, p: number];
const pair = (...estimates: Estimate[]) => pairOf(estimates.map(([value, p]) => ({ value, p })));

describe("a pair of benchmarks", () => {
  it("takes the larger p where the signs agree", () => {
    expect(pair([-0.1, 0.001], [-0.2, 0.03])).toEqual({ sign: -1, p: 0.03, raw: [0.001, 0.03] });
    expect(pair([0.1, 0.4], [0.2, 0.03])).toEqual({ sign: 1, p: 0.4, raw: [0.4, 0.03] });
    expect(pair([0.1, 0.4])).toEqual({ sign: 1, p: 0.4, raw: [0.4] });
  });

  it("is 1 where they do not, or where one is nothing", () => {
    expect(pair([-0.1, 0.001], [0.2, 0.001])).toEqual({ sign: 0, p: 1, raw: [0.001, 0.001] });
    expect(pair([0, 1], [0.2, 0.001])).toMatchObject({ sign: 0, p: 1 });
    expect(pair([0, 1], [0, 1])).toMatchObject({ sign: 0, p: 1 });
    expect(pair([0, 1])).toMatchObject({ sign: 0, p: 1 });
    expect(pair()).toMatchObject({ sign: 0, p: 1 });
  });

  it("gives a word at 5 % and not beyond", () => {
    const down = pair([-0.1, 0.01], [-0.2, 0.02]);
    expect(judgePair(down, 0.05, "down")).toEqual({ word: "consistent", reasons: [] });
    expect(judgePair(down, 0.05, "up")).toEqual({ word: "opposite", reasons: [] });
    expect(judgePair(down, 0.0501, "down")).toEqual({ word: "not-detectable", reasons: ["multiplicity"] });
    expect(judgePair(pair([-0.1, 0.01], [0.2, 0.02]), 0.01, "down")).toEqual({ word: "not-detectable", reasons: ["benchmark"] });
    expect([signOf("up"), signOf("down")]).toEqual([1, -1]);
  });

  it.each<[string, Estimate[], string]>([
    [
      "signs differ",
      [
        [-0.1, 0.5],
        [0.1, 0.5],
      ],
      "benchmark",
    ],
    [
      "signs differ though both reject",
      [
        [-0.1, 0.01],
        [0.1, 0.01],
      ],
      "benchmark",
    ],
    [
      "the first alone rejects",
      [
        [-0.1, 0.05],
        [-0.1, 0.051],
      ],
      "benchmark",
    ],
    [
      "the second alone rejects",
      [
        [-0.1, 0.06],
        [-0.1, 0.04],
      ],
      "benchmark",
    ],
    [
      "both reject before correction",
      [
        [-0.1, 0.05],
        [-0.1, 0.05],
      ],
      "multiplicity",
    ],
    [
      "neither does",
      [
        [-0.1, 0.06],
        [-0.1, 0.9],
      ],
      "size",
    ],
    ["one benchmark, rejects before correction", [[-0.1, 0.02]], "multiplicity"],
    ["one benchmark, does not", [[-0.1, 0.2]], "size"],
  ])("cause: %s", (_, estimates, cause) => expect(causeOf(pair(...estimates))).toBe(cause));
});

describe("combining words", () => {
  const yes: Judged = { word: "consistent", reasons: [] };
  const no: Judged = { word: "opposite", reasons: [] };
  const small: Judged = { word: "not-detectable", reasons: ["size"] };
  const many: Judged = { word: "not-detectable", reasons: ["multiplicity"] };
  const noPrice: Judged = { word: "no-price", reasons: ["not-listed"] };
  const noOpen: Judged = { word: "not-testable", reasons: ["no-open"] };

  it("one word stays, two are split among stand-ins and mixed among parts", () => {
    expect(combineProxies([yes, yes])).toEqual(yes);
    expect(combineProxies([yes, no])).toEqual({ word: "split", reasons: [] });
    expect(combineParts([yes, small])).toEqual({ word: "mixed", reasons: [] });
    expect(combineParts([judged("split"), judged("split")])).toEqual({ word: "split", reasons: [] });
  });

  it("keeps every reason of one word once", () => {
    expect(combineParts([small, many, small])).toEqual({ word: "not-detectable", reasons: ["size", "multiplicity"] });
  });

  it("what could not be judged takes no side, unless nothing could", () => {
    expect(combineProxies([noOpen, yes, noPrice])).toEqual(yes);
    expect(combineProxies([noOpen, noOpen])).toEqual({ word: "not-testable", reasons: ["no-open"] });
    expect(combineParts([noPrice])).toEqual({ word: "no-price", reasons: ["not-listed"] });
    expect(combineParts([noPrice, noOpen])).toEqual({ word: "not-testable", reasons: ["not-listed", "no-open"] });
    expect(combineParts([])).toEqual({ word: "not-testable", reasons: ["not-judged"] });
  });

  it.each([
    ["no-price", "no-price"],
    ["not-listed", "no-price"],
    ["no-public-quote", "no-price"],
    ["too-few-days", "not-testable"],
    ["no-benchmark", "not-testable"],
    ["series-ends", "not-testable"],
  ] as const)("%s stands as %s", (reason, word) => expect(judgedAbsent(absence(reason, ""))).toEqual({ word, reasons: [reason] }));
});
