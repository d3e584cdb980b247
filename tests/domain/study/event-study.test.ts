import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitStudy, reportStudy, residualsOf, studyOf, studyWindow, STUDY_OPTIONS, summariseStudy } from "../../../lib/domain/study/event-study.ts";
import { fitMarketModel, predictionError } from "../../../lib/domain/study/market-model.ts";
import type { AbsentWindow, WindowStudy } from "../../../lib/domain/study/event-study.ts";
import type { IndexSeries } from "../../../lib/domain/market/portfolio.ts";
import { rankAmong } from "../../../lib/domain/study/rank-test.ts";
import { pairReturns, slice } from "../../../lib/domain/study/returns.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import type { Absence } from "../../../lib/domain/market/series.ts";
import { dayAt, indexFrom, normal } from "./synthetic.ts";

const LENGTH = 300;
const EVENT = 271;
const eventDay = dayAt(EVENT);

interface Made {
  market: number[];
  own: number[];
}

/** β 1.2, residuals of 2 % a day: an unremarkable share. */
function made(seed: number): Made {
  const next = normal(seed);
  const market = Array.from({ length: LENGTH }, () => 0.0004 + 0.01 * next());
  return { market, own: market.map((value) => 0.0002 + 1.2 * value + 0.02 * next()) };
}

function present<T>(value: T | Absence): T {
  if (isAbsent(value)) throw new Error(value.why);
  return value;
}

function held(window: WindowStudy | AbsentWindow | undefined): WindowStudy {
  if (window === undefined || "absent" in window) throw new Error(window?.why ?? "no such window");
  return window;
}

function studied({ market, own }: Made) {
  return present(studyOf(indexFrom("X", own), indexFrom("M", market), eventDay));
}

/** Without the days, whose p-values take most of the time. */
function summarise(own: IndexSeries, market: IndexSeries) {
  const fit = fitStudy(own, market, eventDay);
  return isAbsent(fit) ? fit : summariseStudy(fit);
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const close = (actual: number, expected: number) => expect(Math.abs(actual - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));

describe("a study", () => {
  it("uses offsets −260 … −11 and shows −10 … +20", () => {
    const study = studied(made(1));
    expect(study.estimation).toEqual({ from: dayAt(EVENT - 260), to: dayAt(EVENT - 11), sessions: 250 });
    expect(study.days.map((day) => day.offset)).toEqual(Array.from({ length: 31 }, (_, i) => i - 10));
    expect(study.days[10]?.day).toBe(eventDay);
    expect(study.windows.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [0, 1],
      [-1, 1],
      [0, 4],
      [0, 20],
    ]);
  });

  it("agrees with itself: a day is a window of one, an interval is the test turned round", () => {
    const study = studied(made(2));
    const day = study.days.find(({ offset }) => offset === 0);
    const window = held(study.windows[0]);
    expect([window.car, window.se, window.t, window.p]).toEqual([day?.abnormal, day?.se, day?.t, day?.p]);
    expect(window.rank).toEqual(study.rank);
    close((window.ci95[0] + window.ci95[1]) / 2, window.car);
    expect(window.ci95[0] > 0 || window.ci95[1] < 0).toBe(window.p < 0.05);
  });

  it("scaling the market by k divides β by k and leaves the rest", () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.2, max: 4, noNaN: true }), (seed, k) => {
        const base = made(seed);
        const one = studied(base);
        const scaled = studied({ ...base, market: base.market.map((value) => k * value) });
        close(scaled.beta, one.beta / k);
        close(scaled.alpha, one.alpha);
        close(scaled.sigma, one.sigma);
        close(scaled.days[10]?.t ?? NaN, one.days[10]?.t ?? NaN);
      }),
      { numRuns: 40 },
    );
  });

  it("adding a constant to the returns moves α alone", () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: -0.01, max: 0.01, noNaN: true }), (seed, c) => {
        const base = made(seed);
        const one = studied(base);
        const moved = studied({ ...base, own: base.own.map((value) => value + c) });
        close(moved.alpha, one.alpha + c);
        close(moved.beta, one.beta);
        close(moved.sigma, one.sigma);
        moved.days.forEach((day, i) => close(day.abnormal, one.days[i]?.abnormal ?? NaN));
      }),
      { numRuns: 40 },
    );
  });

  it("finds a planted shock and gives its size", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(-0.2, 0.2), (seed, shock) => {
        const base = made(seed);
        const quiet = studied(base);
        const own = base.own.map((value, i) => (i === EVENT - 1 ? value + shock : value));
        const shocked = studied({ ...base, own });
        close((shocked.days[10]?.abnormal ?? NaN) - (quiet.days[10]?.abnormal ?? NaN), shock);
        expect(shocked.days[10]?.p).toBeLessThan(0.001);
        expect(shocked.days[9]?.abnormal).toBeCloseTo(quiet.days[9]?.abnormal ?? NaN, 12);
        expect(shocked.rank.p).toBe(1 / 251);
        close(shocked.beta, quiet.beta);
      }),
      { numRuns: 40 },
    );
  });

  it("rejects noise at about its nominal 5 %, for one day, for a sum and by rank", { timeout: 60_000 }, () => {
    const rejected = { day: 0, sum: 0, rank: 0 };
    const runs = 2000;
    for (let seed = 1; seed <= runs; seed += 1) {
      const { market, own } = made(seed);
      const study = present(summarise(indexFrom("X", own), indexFrom("M", market)));
      const [day, , , , sum] = study.windows.map(held);
      if ((day?.p ?? 1) <= 0.05) rejected.day += 1;
      if ((sum?.p ?? 1) <= 0.05) rejected.sum += 1;
      if (study.rank.p <= 0.05) rejected.rank += 1;
    }
    // 100 expected of 2,000; ±3 binomial standard deviations are ±29.
    for (const count of Object.values(rejected)) {
      expect(count).toBeGreaterThan(71);
      expect(count).toBeLessThan(129);
    }
  });

  it("a missed session makes one longer return, and no return of its own", () => {
    const { market, own } = made(3);
    const whole = indexFrom("X", own);
    const gone = EVENT - 100;
    const without: IndexSeries = { symbol: "X", days: whole.days.toSpliced(gone, 1), level: whole.level.toSpliced(gone, 1) };
    const fit = present(fitStudy(without, indexFrom("M", market), eventDay));
    expect(fit.model.n).toBe(249);
    expect(fit.estimation.offsets).not.toContain(-100);
    const at = fit.estimation.offsets.indexOf(-99);
    close(fit.estimation.own[at] ?? NaN, (1 + (own[gone - 1] ?? NaN)) * (1 + (own[gone] ?? NaN)) - 1);
    close(fit.estimation.market[at] ?? NaN, (1 + (market[gone - 1] ?? NaN)) * (1 + (market[gone] ?? NaN)) - 1);
  });

  it("leaves out a window that the data do not hold, and says so", () => {
    const { market, own } = made(4);
    const short = indexFrom("X", own.slice(0, EVENT + 2));
    const study = present(studyOf(short, indexFrom("M", market), eventDay));
    expect(study.windows.map((window) => (isAbsent(window) ? window.absent : "held"))).toEqual(["held", "held", "held", "series-ends", "series-ends"]);
    expect(study.days.at(-1)?.offset).toBe(2);
    const hole = indexFrom("X", own);
    hole.days.splice(EVENT + 1, 1);
    hole.level.splice(EVENT + 1, 1);
    const fit = present(fitStudy(hole, indexFrom("M", market), eventDay));
    expect(studyWindow(fit, 0, 1)).toMatchObject({ absent: "series-ends", from: 0, to: 1 });
  });
});

describe("degenerate input gives a reason, never NaN", () => {
  const { market, own } = made(5);
  const M = indexFrom("M", market);
  const X = indexFrom("X", own);
  const flat = (symbol: string, value: number) =>
    indexFrom(
      symbol,
      Array.from({ length: LENGTH }, () => value),
    );
  const double = indexFrom(
    "X",
    market.map((value) => 0.001 + 2 * value),
  );
  it.each<[string, IndexSeries, IndexSeries, string, string]>([
    ["a constant market", X, flat("M", 0), eventDay, "constant-benchmark"],
    ["a market that rises the same every day", X, flat("M", 0.001), eventDay, "constant-benchmark"],
    ["an instrument that never moves", flat("X", 0), M, eventDay, "no-residual-variance"],
    ["an instrument that is the market twice over", double, M, eventDay, "no-residual-variance"],
    ["an instrument on itself", { ...M }, M, eventDay, "same-as-benchmark"],
    ["a series that ends before the event", indexFrom("X", own.slice(0, EVENT - 2)), M, eventDay, "series-ends"],
    ["a series that ends the day before", indexFrom("X", own.slice(0, EVENT - 1)), M, eventDay, "series-ends"],
    ["a day without a session", X, M, "1999-12-31", "no-session"],
    ["a day past the benchmark", X, indexFrom("M", market.slice(0, 50)), eventDay, "no-session"],
    ["one point", { symbol: "X", days: [eventDay], level: [100] }, M, eventDay, "too-few-days"],
    ["no point", { symbol: "X", days: [], level: [] }, M, eventDay, "series-ends"],
    ["a market of one point", X, { symbol: "M", days: [eventDay], level: [100] }, eventDay, "too-few-days"],
    ["119 estimation returns", indexFrom("X", own.slice(0, LENGTH - 141), 141), M, eventDay, "too-few-days"],
    ["no trade on the event day", { symbol: "X", days: X.days.toSpliced(EVENT, 1), level: X.level.toSpliced(EVENT, 1) }, M, eventDay, "no-price"],
  ])("%s", (_, instrument, benchmark, day, reason) => {
    const study = studyOf(instrument, benchmark, day);
    expect(study).toMatchObject({ absent: reason });
    expect(isAbsent(study) && study.why.length > 10).toBe(true);
  });

  it("120 estimation returns are enough", () => {
    const start = EVENT - 131;
    const late = indexFrom("X", own.slice(start), start);
    expect(present(studyOf(late, M, eventDay)).estimation.sessions).toBe(120);
  });

  it("an event on the second day has no estimation window", () => {
    expect(studyOf(X, M, dayAt(1))).toMatchObject({ absent: "too-few-days" });
  });

  it("an event too early for a whole window uses what there is", () => {
    expect(present(studyOf(X, M, dayAt(200))).estimation.sessions).toBe(189);
  });

  it("fewer than three returns or unequal columns fit nothing", () => {
    expect(fitMarketModel([0.1, 0.2], [0.1, 0.3])).toMatchObject({ absent: "too-few-days" });
    expect(fitMarketModel([0.1, 0.2, 0.1], [0.1, 0.3])).toMatchObject({ absent: "too-few-days" });
    expect(present(fitMarketModel([0.1, 0.2, 0.1], [0.1, 0.3, 0.4])).df).toBe(1);
  });

  it("no number of any study is not finite", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: -0.5, max: 0.5, noNaN: true }), fc.double({ min: -0.5, max: 0.5, noNaN: true })), { minLength: 3, maxLength: 60 }),
        (pairs) => {
          const study = studyOf(
            indexFrom(
              "X",
              pairs.map(([x]) => x),
            ),
            indexFrom(
              "M",
              pairs.map(([, m]) => m),
            ),
            dayAt(pairs.length - 1),
            { estimation: 50, gap: 2, minimum: 3 },
          );
          const numbers: unknown[] = [];
          JSON.stringify(study, (_, value: unknown) => (typeof value === "number" ? void numbers.push(value) : value));
          numbers.forEach((value) => expect(value).toSatisfy(Number.isFinite));
        },
      ),
    );
  });
});

describe("options", () => {
  it("are lengths in sessions", () => {
    expect(STUDY_OPTIONS).toEqual({ estimation: 250, gap: 10, minimum: 120 });
    const { market, own } = made(6);
    const study = present(studyOf(indexFrom("X", own), indexFrom("M", market), eventDay, { estimation: 60, gap: 3, minimum: 60 }));
    expect(study.estimation).toEqual({ from: dayAt(EVENT - 63), to: dayAt(EVENT - 4), sessions: 60 });
    expect(study.days[0]?.offset).toBe(-3);
    expect(studyOf(indexFrom("X", own), indexFrom("M", market), eventDay, { minimum: 251 })).toMatchObject({ absent: "too-few-days" });
  });
});

describe("the rank companion", () => {
  it("counts what was at least as low, as high, as far", () => {
    expect(rankAmong([-3, 1, 2, -2], -2, 1)).toEqual({ n: 4, overlapping: false, asLow: 2, asHigh: 3, asFar: 3, p: 4 / 5 });
    expect(rankAmong([-3, 1, 2, -2], 5, 1).p).toBe(1 / 5);
  });

  it("sums overlapping days", () => {
    // sums of two: −2, 3, 0
    expect(rankAmong([-3, 1, 2, -2], 3, 2)).toEqual({ n: 3, overlapping: true, asLow: 3, asHigh: 1, asFar: 1, p: 2 / 4 });
  });
});

describe("the fit", () => {
  it("has residuals that sum to nothing and do not go with the market", () => {
    const { market, own } = made(7);
    const fit = present(fitStudy(indexFrom("X", own), indexFrom("M", market), eventDay));
    const residuals = residualsOf(fit);
    close(
      residuals.reduce((sum, value) => sum + value, 0),
      0,
    );
    close(
      residuals.reduce((sum, value, i) => sum + value * (fit.estimation.market[i] ?? NaN), 0),
      0,
    );
    close(
      fit.model.sigma ** 2 * 248,
      residuals.reduce((sum, value) => sum + value * value, 0),
    );
    expect(reportStudy(fit).sigma).toBe(fit.model.sigma);
    // At the mean of the market only the mean's own error is added.
    close(predictionError(fit.model, fit.model.meanMarket), fit.model.sigma * Math.sqrt(1 + 1 / 250));
  });
});

describe("a window's plain returns", () => {
  it("compound, while abnormal returns add", () => {
    const { market, own } = made(8);
    const window = held(studied({ market, own }).windows[3]);
    const compound = (returns: number[]) => returns.slice(EVENT - 1, EVENT + 4).reduce((growth, value) => growth * (1 + value), 1) - 1;
    close(window.return, compound(own));
    close(window.benchmarkReturn, compound(market));
  });
});

describe("an interval", () => {
  it("reaches t at 97.5 % times the error to either side", () => {
    // 1.9695756536260955 is that point with 248 degrees of freedom: see stats.test.ts.
    const window = held(studied(made(9)).windows[4]);
    close(window.ci95[0], window.car - 1.9695756536260955 * window.se);
    close(window.ci95[1], window.car + 1.9695756536260955 * window.se);
  });
});

describe("returns side by side", () => {
  const M = indexFrom("M", [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]);
  it("start from the last day both traded before the window", () => {
    const X: IndexSeries = { symbol: "X", days: [dayAt(0), dayAt(3), dayAt(4)], level: [100, 120, 130] };
    const paired = present(pairReturns(X, M, dayAt(3), -1, 1));
    expect(paired.offsets).toEqual([0, 1]);
    expect(paired.days).toEqual([dayAt(3), dayAt(4)]);
    close(paired.own[0] ?? NaN, 0.2);
    close(paired.market[0] ?? NaN, 1.1 ** 3 - 1);
    close(paired.own[1] ?? NaN, 130 / 120 - 1);
  });

  it("skip days on which only the instrument traded", () => {
    const X: IndexSeries = { symbol: "X", days: [dayAt(-1), dayAt(0), dayAt(1), dayAt(2), dayAt(3)], level: [50, 100, 110, 90, 99] };
    const odd: IndexSeries = { symbol: "M", days: [dayAt(0), dayAt(2), dayAt(3)], level: [1, 2, 3] };
    const paired = present(pairReturns(X, odd, dayAt(2), -5, 5));
    expect(paired.offsets).toEqual([0, 1]);
    close(paired.own[0] ?? NaN, -0.1);
    close(paired.own[1] ?? NaN, 0.1);
    close(paired.market[0] ?? NaN, 1);
    close(paired.market[1] ?? NaN, 0.5);
  });

  it("have none on the first common day", () => {
    const X: IndexSeries = { symbol: "X", days: [dayAt(2), dayAt(3)], level: [100, 120] };
    expect(present(pairReturns(X, M, dayAt(3), -3, 3)).offsets).toEqual([0]);
    expect(present(pairReturns(X, M, dayAt(2), -1, 0)).offsets).toEqual([]);
  });

  it("are cut by offset", () => {
    const paired = { offsets: [-2, 0, 1, 5], days: ["a", "b", "c", "d"], own: [1, 2, 3, 4], market: [5, 6, 7, 8] };
    expect(slice(paired, -1, 1)).toEqual({ offsets: [0, 1], days: ["b", "c"], own: [2, 3], market: [6, 7] });
    expect(slice(paired, -9, 9)).toEqual(paired);
    expect(slice(paired, 6, 9)).toEqual({ offsets: [], days: [], own: [], market: [] });
    expect(slice(paired, 2, 4)).toEqual({ offsets: [], days: [], own: [], market: [] });
  });
});

describe("rounding is no variation", () => {
  it("however large or small the numbers are", () => {
    const steady = [1, 2, 3, 4, 5].map((i) => 1000 + i * 1e-12);
    expect(fitMarketModel([1, 3, 2, 5, 4], steady)).toMatchObject({ absent: "constant-benchmark" });
    const tiny = [1e-9, 3e-9, 2e-9, 5e-9, 4e-9];
    expect(present(fitMarketModel(tiny, [2e-9, 1e-9, 4e-9, 3e-9, 6e-9])).df).toBe(3);
    const huge = [1e6, 3e6, 2e6, 5e6, 4e6];
    expect(
      fitMarketModel(
        huge.map((value) => 0.3 * value + 0.7),
        huge,
      ),
    ).toMatchObject({ absent: "no-residual-variance" });
  });
});
