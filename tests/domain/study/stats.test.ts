// Expected values: SciPy 1.10.1 and statsmodels 0.13.5 under Python 3.11, by the commands beside them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brownForsythe } from "../../../lib/domain/study/brown-forsythe.ts";
import { holm } from "../../../lib/domain/study/holm.ts";
import { criticalRho, midRanks, spearmanExact } from "../../../lib/domain/study/spearman.ts";
import * as stats from "../../../lib/domain/study/stats.ts";

const near = (actual: number, expected: number) => expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-10 * Math.max(1e-300, Math.abs(expected)));

describe("distributions", () => {
  // [2*scipy.stats.t.sf(abs(t), df) for t, df in …]
  it.each([
    [2, 248, 0.04659084606972815],
    [-5.3, 248, 2.558988479048592e-7],
    [0.1, 3, 0.9266523488008058],
    [12, 248, 1.833715373773731e-26],
    [1.96, 38, 0.05735923556114238],
    [0, 10, 1],
  ])("P(|T| ≥ |%d|) with %d degrees", (t, df, p) => near(stats.tTwoSided(t, df), p));

  // scipy.stats.t.sf(t, df)
  it.each([
    [2, 248, 0.023295423034864076],
    [-1.5, 12, 0.9202712482433966],
    [0, 4, 0.5],
  ])("P(T ≥ %d) with %d degrees", (t, df, p) => near(stats.tUpper(t, df), p));

  // mpmath.findroot(lambda x: betainc(df/2, 1/2, 0, df/(df + x*x), regularized=True)/2 - (1 - p), 2) with
  // 40 digits: SciPy 1.10's t.ppf is off from the tenth digit on.
  it.each([
    [0.975, 248, 1.9695756536260955],
    [0.975, 38, 2.0243941639119696],
    [0.975, 195, 1.9722040512684437],
    [0.95, 5, 2.0150483733330242],
    [0.025, 12, -2.1788128296672289],
  ])("quantile %d with %d degrees", (p, df, t) => near(stats.tQuantile(p, df), t));

  // 2*scipy.stats.norm.sf(abs(z))
  it.each([
    [1.96, 0.04999579029644087],
    [-2.5758, 0.01000084747555736],
    [0.5, 0.6170750774519738],
    [9, 2.2571768119076647e-19],
  ])("P(|Z| ≥ |%d|)", (z, p) => near(stats.normalTwoSided(z), p));
});

describe("samples", () => {
  it("mean, variance with n − 1, median of odd and even counts", () => {
    expect(stats.mean([1, 2, 6])).toBe(3);
    expect(stats.squaredDeviations([1, 2, 6])).toBe(14);
    expect(stats.variance([1, 2, 6])).toBe(7);
    expect(stats.standardDeviation([1, 2, 6])).toBe(Math.sqrt(7));
    expect(stats.median([6, 1, 2])).toBe(2);
    expect(stats.median([6, 1, 2, 10])).toBe(4);
    expect(stats.median([-10, 9, 100])).toBe(9);
  });

  it("keeps the variance where the mean is far from zero", () => {
    near(stats.variance([1e9 + 1, 1e9 + 2, 1e9 + 6]), 7);
  });

  it("correlates, or says it cannot", () => {
    near(stats.correlation([1, 2, 3, 4], [2, 1, 4, 3]) ?? NaN, 0.6); // numpy.corrcoef
    expect(stats.correlation([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(stats.correlation([1, 2, 3], [5, 5, 5])).toBeNull();
  });
});

describe("ranks", () => {
  it("shares the mean rank among ties", () => {
    expect(midRanks([3.2, 1, 3.2, -4, 1, 1])).toEqual([5.5, 3, 5.5, 1, 3, 3]); // scipy.stats.rankdata
  });
});

describe("exact permutation", () => {
  // every order of rankdata(y): |numpy.corrcoef(x, order)| >= |observed| - 1e-12
  it.each([
    { x: [1, 2, 3, 4, 5, 6], y: [2, 1, 4, 3, 6, 5], rho: 0.8285714285714287, p: 42 / 720 },
    { x: [1, 2, 3, 4], y: [4, 3, 2, 1], rho: -1, p: 2 / 24 },
    { x: [1, 2, 2, 4, 5], y: [3, 1, 1, 4, 4], rho: 0.6488856845230502, p: 40 / 120 },
    { x: [1, 2, 3, 4, 5, 6, 7], y: [3, 1, 2, 6, 4, 7, 5], rho: 0.7142857142857144, p: 444 / 5040 },
  ])("ρ $rho", ({ x, y, rho, p }) => {
    const found = spearmanExact(x, y);
    near(found?.rho ?? NaN, rho);
    near(found?.p ?? NaN, p);
  });

  it("takes two values and eight", () => {
    expect(spearmanExact([1, 2], [5, 4])).toEqual({ rho: -1, p: 1 });
    expect(spearmanExact([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8])?.p).toBe(2 / 40_320);
  });

  it("says what |ρ| five percent takes", () => {
    // The two-sided 5 % column of the usual tables (Kendall & Gibbons 1990).
    expect([2, 3, 4, 9].map(criticalRho)).toEqual([null, null, null, null]);
    near(criticalRho(5) ?? NaN, 1);
    near(criticalRho(6) ?? NaN, 31 / 35);
    near(criticalRho(7) ?? NaN, 11 / 14);
    near(criticalRho(8) ?? NaN, 31 / 42);
  });

  it("refuses one value, nine values and all ties", () => {
    expect(spearmanExact([1], [1])).toBeNull();
    expect(spearmanExact([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeNull();
    expect(spearmanExact([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(criticalRho(1)).toBeNull();
  });
});

describe("Holm", () => {
  it.each([
    // statsmodels.stats.multitest.multipletests(p, method="holm")[1]
    { p: [0.01, 0.04, 0.03, 0.005, 0.2], adjusted: [0.04, 0.09, 0.09, 0.025, 0.2] },
    { p: [0.4, 0.9, 0.05], adjusted: [0.8, 0.9, 0.15] },
    { p: [0.7, 0.8], adjusted: [1, 1] },
    { p: [], adjusted: [] },
  ])("$p", ({ p, adjusted }) => {
    const found = holm(p);
    expect(found).toHaveLength(adjusted.length);
    found.forEach((value, i) => near(value, adjusted[i] ?? NaN));
  });

  it("never lowers a p, keeps their order and does not mind the order given", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (p) => {
        const adjusted = holm(p);
        p.forEach((one, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(one);
          p.forEach((other, j) => one <= other && expect(adjusted[i] ?? NaN).toBeLessThanOrEqual(adjusted[j] ?? NaN));
        });
        expect(holm(p.toReversed())).toEqual(adjusted.toReversed());
      }),
    );
  });
});

describe("Brown and Forsythe", () => {
  // scipy.stats.levene(a, b, center="median")
  const b = [3.1, -2.8, 4.0, -5.2, 0.3, 2.9];
  it.each([
    { a: [0.2, -1.1, 0.7, 1.5, -0.4, 0.9, -2.2, 0.1], f: 6.202877777846427, p: 0.028403044562800354 },
    { a: [0.5, 2.5], f: 1.3813319878910202, p: 0.2843969217708347 },
    { a: [0.2, -1.1, 0.7, 1.5, -0.4, 0.9, -2.2, 0.1, 0.3], f: 7.462790304714347, p: 0.01712249366013015 },
  ])("F $f", ({ a, f, p }) => {
    const wider = brownForsythe(a, b);
    near(wider?.f ?? NaN, f);
    near(wider?.pTwoSided ?? NaN, p);
    near(wider?.pUp ?? NaN, p / 2);
    expect(wider?.df).toBe(a.length + b.length - 2);
    const narrower = brownForsythe(b, a);
    near(narrower?.f ?? NaN, f);
    near(narrower?.t ?? NaN, -(wider?.t ?? NaN));
    near(narrower?.pUp ?? NaN, 1 - p / 2);
  });

  it("refuses one value and no spread", () => {
    expect(brownForsythe([1], b)).toBeNull();
    expect(brownForsythe(b, [1])).toBeNull();
    expect(brownForsythe([1, 1], [2, 2])).toBeNull();
  });
});
