import { describe, expect, it } from "vitest";
import { disagreements } from "../../../lib/domain/judgement/direction.ts";
import type { BenchmarkEstimate } from "../../../lib/domain/judgement/direction.ts";
import { judgeDifferences } from "../../../lib/domain/judgement/ranking.ts";
import type { DifferenceFinding } from "../../../lib/domain/judgement/ranking.ts";

/** One difference by what the word hangs on: does it point the claimed way (0 where the benchmarks disagree), the benchmarks' p, p after Holm. */
function difference(way: 1 | 0 | -1, raw: [number, number], adjusted = Math.min(1, 6 * Math.max(...raw))): DifferenceFinding {
  return { other: "", estimates: [], pair: { sign: way, p: way === 0 ? 1 : Math.max(...raw), raw }, adjusted, claimedWay: way === 1 };
}
const clear = difference(1, [0.01, 0.05]);
const words = (...differences: DifferenceFinding[]) => {
  const { word, reasons } = judgeDifferences(differences);
  return [word, ...reasons].join(" ");
};

describe("the word of a ranking", () => {
  it("is consistent where every difference is clear, up to 5 % itself", () => {
    expect(words(clear, clear)).toBe("consistent");
    expect(words(clear, difference(1, [0.01, 0.0501]))).toBe("not-detectable benchmark");
  });

  it("is opposite where one is clear the other way after correction", () => {
    expect(words(clear, difference(-1, [0.001, 0.001], 0.05))).toBe("opposite");
    expect(words(difference(-1, [0.5, 0.5]), difference(-1, [0.001, 0.001], 0.006))).toBe("opposite");
    expect(words(clear, difference(-1, [0.001, 0.01], 0.0501))).toBe("not-detectable multiplicity");
  });

  it("a difference the benchmarks disagree about is never against the claim", () => {
    expect(words(clear, difference(0, [0.001, 0.001], 0.001))).toBe("not-detectable benchmark");
  });

  it("names what stands in the way", () => {
    expect(words(clear, difference(1, [0.2, 0.3]))).toBe("not-detectable size");
    expect(words(clear, difference(-1, [0.2, 0.3]))).toBe("not-detectable size");
    expect(words(clear, difference(-1, [0.2, 0.04]))).toBe("not-detectable benchmark");
    expect(words(clear, difference(1, [0.2, 0.04]), difference(1, [0.2, 0.2]))).toBe("not-detectable size");
    expect(words(difference(-1, [0.05, 0.05], 0.3), difference(-1, [0.9, 0.9]))).toBe("not-detectable multiplicity");
    expect(words(clear, difference(1, [0.05, 0.06]))).toBe("not-detectable benchmark");
    expect(words(clear, difference(0, [0.9, 0.9]))).toBe("not-detectable benchmark");
  });

  it("nobody to be ranked among is a reason", () => {
    expect(words()).toBe("not-testable too-few-days");
  });
});

describe("where the rank and Student's t disagree", () => {
  const estimate = (benchmark: string, p: number, rankP: number): BenchmarkEstimate => ({
    benchmark,
    from: 0,
    to: 0,
    return: 0,
    benchmarkReturn: 0,
    car: 0,
    se: 1,
    t: 0,
    p,
    ci95: [0, 0],
    rank: { n: 1, overlapping: false, asLow: 0, asHigh: 0, asFar: 0, p: rankP },
  });
  it("says on which benchmark", () => {
    expect(disagreements([estimate("M1", 0.05, 0.06), estimate("M2", 0.06, 0.07)])).toEqual(["M1"]);
    expect(disagreements([estimate("M1", 0.06, 0.05), estimate("M2", 0.05, 0.05)])).toEqual(["M1"]);
    expect(disagreements([estimate("M1", 0.9, 0.01), estimate("M2", 0.01, 0.9)])).toEqual(["M1", "M2"]);
    expect(disagreements([])).toEqual([]);
  });
});
