import { describe, expect, it } from "vitest";
import { equalWeightIndex, levelOf } from "../../../lib/domain/market/portfolio.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import { member, priced } from "../study/synthetic-prices.ts";

const series = {
  A: priced("A", { "2025-01-02": 100, "2025-01-03": 110, "2025-01-06": 99, "2025-01-07": 99 }),
  B: priced("B", { "2025-01-02": 50, "2025-01-03": 45, "2025-01-07": 54 }),
};
const both = [member("A"), member("B")];

describe("equal weight, rebalanced", () => {
  it("returns the mean of its members between days all traded", () => {
    const index = equalWeightIndex("AB", both, series);
    if (isAbsent(index)) throw new Error(index.why);
    expect(index.days).toEqual(["2025-01-02", "2025-01-03", "2025-01-07"]);
    // +10 % and −10 % make nothing; then 99/110 − 1 = −10 % and 54/45 − 1 = +20 % make +5 %.
    expect(index.level[0]).toBe(100);
    expect(index.level[1]).toBeCloseTo(100, 12);
    expect(index.level[2]).toBeCloseTo(105, 12);
    expect(index.symbol).toBe("AB");
  });

  it("does not mind the order of members", () => {
    expect(equalWeightIndex("AB", both.toReversed(), series)).toEqual(equalWeightIndex("AB", both, series));
  });

  it("is its one member", () => {
    const index = equalWeightIndex("A1", [member("A")], series);
    if (isAbsent(index)) throw new Error(index.why);
    expect(index.days).toEqual(series.A.days);
    index.level.forEach((level, i) => expect(level).toBeCloseTo(series.A.adjclose[i] ?? NaN, 10));
  });

  it("says what is missing", () => {
    expect(equalWeightIndex("X", [], series)).toMatchObject({ absent: "no-price" });
    expect(equalWeightIndex("X", [member("A"), member("C")], series)).toMatchObject({ absent: "no-price", why: expect.stringContaining("C") });
    expect(equalWeightIndex("X", both, { ...series, B: priced("B", { "2025-01-07": 54 }) })).toMatchObject({ absent: "too-few-days" });
    expect(equalWeightIndex("X", both, { ...series, B: priced("B", {}) })).toMatchObject({ absent: "no-price" });
  });
});

it("a stub session is no day", () => {
  const stubbed = { ...series.A, stubs: [{ day: "2025-01-06", reason: "half a day" }] };
  expect(levelOf(stubbed)).toEqual({ symbol: "A", days: ["2025-01-02", "2025-01-03", "2025-01-07"], level: [100, 110, 99] });
  expect(levelOf(series.A)).toEqual({ symbol: "A", days: series.A.days, level: series.A.adjclose });
});
