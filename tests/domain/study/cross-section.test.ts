import { describe, expect, it } from "vitest";
import { crossSection } from "../../../lib/domain/study/cross-section.ts";
import { crudeDependence } from "./crude-dependence.ts";
import { fitStudy, residualsOf } from "../../../lib/domain/study/event-study.ts";
import type { StudyFit } from "../../../lib/domain/study/event-study.ts";
import { meanResidualCorrelation } from "../../../lib/domain/study/residual-correlation.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import { correlation } from "../../../lib/domain/study/stats.ts";
import { dayAt, indexFrom, normal } from "./synthetic.ts";

const EVENT = 271;
const LENGTH = 300;

interface Made {
  /** Symbols and how much of a common factor each takes. */
  loads: Record<string, number>;
  /** The first return of the last symbol: later ones make a shorter window. */
  start?: number;
  seed?: number;
}

function fitsOf({ loads, start = 0, seed = 1 }: Made): StudyFit[] {
  const next = normal(seed);
  const market = Array.from({ length: LENGTH }, () => 0.01 * next());
  const factor = Array.from({ length: LENGTH }, () => 0.01 * next());
  const benchmark = indexFrom("M", market);
  const symbols = Object.keys(loads);
  return symbols.map((symbol, i) => {
    const own = market.map((value, d) => value + (loads[symbol] ?? 0) * (factor[d] ?? 0) + 0.01 * next());
    const first = i === symbols.length - 1 ? start : 0;
    const fit = fitStudy(indexFrom(symbol, own.slice(first), first), benchmark, dayAt(EVENT));
    if (isAbsent(fit)) throw new Error(fit.why);
    return fit;
  });
}

const copied = (fit: StudyFit, sign: 1 | -1): StudyFit => ({
  ...fit,
  symbol: `${fit.symbol} again`,
  model: { ...fit.model, alpha: sign * fit.model.alpha, beta: sign * fit.model.beta },
  estimation: { ...fit.estimation, own: fit.estimation.own.map((value) => sign * value) },
  event: { ...fit.event, own: fit.event.own.map((value) => sign * value) },
});

function sectionOf(fits: StudyFit[], from = 0, to = 0) {
  const found = crossSection(fits, from, to);
  if (isAbsent(found)) throw new Error(found.why);
  return found;
}

describe("a cross-section", () => {
  it("ties its statistics together by the mean correlation", () => {
    const found = sectionOf(fitsOf({ loads: { A: 1, B: 1, C: 1 } }), 0, 1);
    const inflation = 1 + 2 * found.meanCorrelation;
    expect(found).toMatchObject({ from: 0, to: 1, members: 3 });
    expect(found.meanCorrelation).toBeGreaterThan(0.3);
    expect(found.adjustedPatell.statistic).toBeCloseTo(found.patell.statistic / Math.sqrt(inflation), 12);
    expect(found.kolariPynnonen.statistic).toBeCloseTo(found.bmp.statistic * Math.sqrt((1 - found.meanCorrelation) / inflation), 12);
    expect(found.adjustedPatell.p).toBeGreaterThan(found.patell.p);
  });

  it("reads Patell off the normal and the others off t with N − 1", () => {
    const { patell, bmp } = sectionOf(fitsOf({ loads: { A: 1, B: 1, C: 1 } }));
    // With two degrees of freedom P(|T| ≥ t) is 1 − t/√(t² + 2) exactly.
    const t = Math.abs(bmp.statistic);
    expect(bmp.p).toBeCloseTo(1 - t / Math.sqrt(t * t + 2), 12);
    expect(patell.p).toBeLessThanOrEqual(1);
    expect(patell.p).not.toBeCloseTo(1 - Math.abs(patell.statistic) / Math.sqrt(patell.statistic ** 2 + 2), 3);
  });

  it("refuses one member, a missing session, and members that cannot be told apart", () => {
    const [A, B] = fitsOf({ loads: { A: 0, B: 0 } });
    if (A === undefined || B === undefined) throw new Error("no fits");
    expect(crossSection([], 0, 0)).toMatchObject({ absent: "too-few-days", why: expect.stringContaining("two members") });
    expect(crossSection([A], 0, 0)).toMatchObject({ absent: "too-few-days", why: expect.stringContaining("two members") });
    expect(sectionOf([A, B]).members).toBe(2);
    expect(crossSection([A, { ...B, event: { ...B.event, offsets: [], own: [], market: [], days: [] } }], 0, 0)).toMatchObject({
      absent: "too-few-days",
      why: expect.stringContaining("B"),
    });
    expect(crossSection([A, copied(A, 1)], 0, 0)).toMatchObject({ absent: "no-residual-variance", why: expect.stringContaining("do not differ") });
    expect(crossSection([A, copied(A, -1)], 0, 0)).toMatchObject({ absent: "no-residual-variance" });
    // The same estimation days but another event day: only the correlation gives them away.
    const shocked = copied(A, 1);
    shocked.event.own = shocked.event.own.map((value) => value + 0.1);
    expect(crossSection([A, shocked], 0, 0)).toMatchObject({ absent: "no-residual-variance" });
    // Different residuals, and event days that happen to be equal in errors: no spread to divide by.
    const level = { ...B, model: A.model, event: A.event };
    expect(crossSection([A, level], 0, 0)).toMatchObject({ absent: "no-residual-variance" });
  });
});

describe("the mean correlation of residuals", () => {
  it("is the plain mean over pairs", () => {
    const fits = fitsOf({ loads: { A: 1, B: 1, C: -1 } });
    const [a = [], b = [], c = []] = fits.map(residualsOf);
    const pairs = [correlation(a, b), correlation(a, c), correlation(b, c)].map((r) => r ?? NaN);
    expect(meanResidualCorrelation(fits)).toBeCloseTo(pairs.reduce((sum, r) => sum + r, 0) / 3, 12);
    expect(pairs[1]).toBeLessThan(0);
  });

  it("takes the days a pair shares where one began later", () => {
    const fits = fitsOf({ loads: { A: 1, B: 1 }, start: 60 });
    const [a, b] = fits;
    if (a === undefined || b === undefined) throw new Error("no fits");
    expect(b.model.n).toBeLessThan(a.model.n);
    const late = residualsOf(a).slice(a.model.n - b.model.n);
    const expected = correlation(late, residualsOf(b)) ?? NaN;
    expect(meanResidualCorrelation([a, b])).toBeCloseTo(expected, 12);
    expect(meanResidualCorrelation([b, a])).toBeCloseTo(expected, 12);
  });

  it("pairs by day where as many days are not the same days", () => {
    const [a, b] = fitsOf({ loads: { A: 1, B: 1 } });
    if (a === undefined || b === undefined) throw new Error("no fits");
    const without = (fit: StudyFit, place: number): StudyFit => ({
      ...fit,
      estimation: {
        offsets: fit.estimation.offsets.toSpliced(place, 1),
        days: fit.estimation.days.toSpliced(place, 1),
        own: fit.estimation.own.toSpliced(place, 1),
        market: fit.estimation.market.toSpliced(place, 1),
      },
    });
    const both = (fit: StudyFit) => residualsOf(fit).filter((_, i) => i !== 10 && i !== 200);
    expect(meanResidualCorrelation([without(a, 10), without(b, 200)])).toBeCloseTo(correlation(both(a), both(b)) ?? NaN, 12);
  });

  it("says nothing for one member, for no shared day, or for one that does not vary", () => {
    const [a, b] = fitsOf({ loads: { A: 1, B: 1 } });
    if (a === undefined || b === undefined) throw new Error("no fits");
    expect(meanResidualCorrelation([a])).toBeNull();
    expect(meanResidualCorrelation([])).toBeNull();
    const elsewhere = { ...b, estimation: { ...b.estimation, offsets: b.estimation.offsets.map((offset) => offset - 1000) } };
    expect(meanResidualCorrelation([a, elsewhere])).toBeNull();
    const still = { ...b, model: { ...b.model, alpha: 0, beta: 0 }, estimation: { ...b.estimation, own: b.estimation.own.map(() => 0) } };
    expect(meanResidualCorrelation([a, still])).toBeNull();
    expect(meanResidualCorrelation([still, a])).toBeNull();
    expect(crossSection([a, still], 0, 0)).toMatchObject({ absent: "no-residual-variance" });
  });
});

describe("crude dependence", () => {
  it("refuses what has no day in common or does not vary", () => {
    const [a, b] = fitsOf({ loads: { A: 1, B: 1 } });
    if (a === undefined || b === undefined) throw new Error("no fits");
    const elsewhere = { ...b, estimation: { ...b.estimation, offsets: b.estimation.offsets.map((offset) => offset - 1000) } };
    expect(crudeDependence([a, elsewhere])).toMatchObject({ absent: "too-few-days" });
    expect(crudeDependence([a, copied(a, -1)])).toMatchObject({ absent: "no-residual-variance" });
  });
});
