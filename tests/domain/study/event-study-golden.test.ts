import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { crossSection } from "../../../lib/domain/study/cross-section.ts";
import { crudeDependence } from "./crude-dependence.ts";
import { fitStudy, reportStudy, studyWindow } from "../../../lib/domain/study/event-study.ts";
import type { StudyFit } from "../../../lib/domain/study/event-study.ts";
import { meanResidualCorrelation } from "../../../lib/domain/study/residual-correlation.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import { dayAt, indexFrom } from "./synthetic.ts";

interface Golden {
  market: { estimation: number[]; event: number[] };
  firms: {
    returns: { estimation: number[]; event: number[] };
    model: { alpha: number; beta: number; sigma: number; df: number };
    days: { abnormal: number[]; se: number[]; t: number[]; tSimple: number[] };
    sums: { car: number[]; se: number[]; t: number[]; tSimple: number[] };
  }[];
  group: {
    mean: number[];
    crossSectional: number[];
    patell: number[];
    bmp: number[];
    meanCorrelation: number;
    kpFactor: number;
    kolariPynnonen: number[];
    brownWarner: { sd: number; t: number[] };
  };
}

const golden: Golden = JSON.parse(readFileSync(new URL("../../fixtures/event-study/event-study-golden.json", import.meta.url), "utf8"));
const DIGITS = 9;
const OPTIONS = { estimation: 40, gap: 0, minimum: 40 };
const eventDay = dayAt(41);
// Worked out before the tests and not on loading the file: what loading runs, a mutation test must run for every mutant.
let fits: StudyFit[];
beforeAll(() => {
  const market = indexFrom("MARKET", [...golden.market.estimation, ...golden.market.event]);
  fits = golden.firms.map(({ returns }, i) => {
    const fit = fitStudy(indexFrom(`FIRM${i + 1}`, [...returns.estimation, ...returns.event]), market, eventDay, OPTIONS);
    if (isAbsent(fit)) throw new Error(fit.why);
    return fit;
  });
});

const near = (actual: number[], expected: number[]) => {
  expect(actual).toHaveLength(expected.length);
  // toBeCloseTo allows half a unit of the digit given: below 1e-9 in absolute terms.
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, DIGITS));
};

describe("the golden case, to 1e-9", () => {
  it.each(golden.firms.map((firm, i) => ({ firm, i })))("firm $i", ({ firm, i }) => {
    const fit = fits[i];
    if (fit === undefined) throw new Error("no fit");
    const study = reportStudy(fit);
    near([study.alpha, study.beta, study.sigma, fit.model.df], [firm.model.alpha, firm.model.beta, firm.model.sigma, firm.model.df]);
    near(
      study.days.map((day) => day.abnormal),
      firm.days.abnormal,
    );
    near(
      study.days.map((day) => day.se),
      firm.days.se,
    );
    near(
      study.days.map((day) => day.t),
      firm.days.t,
    );
    near(
      study.days.map((day) => day.abnormal / study.sigma),
      firm.days.tSimple,
    );
    const sums = firm.sums.car.map((_, last) => {
      const window = studyWindow(fit, 0, last);
      if (isAbsent(window)) throw new Error(window.why);
      return window;
    });
    near(
      sums.map((sum) => sum.car),
      firm.sums.car,
    );
    near(
      sums.map((sum) => sum.se),
      firm.sums.se,
    );
    near(
      sums.map((sum) => sum.t),
      firm.sums.t,
    );
    near(
      sums.map((sum, last) => sum.car / (study.sigma * Math.sqrt(last + 1))),
      firm.sums.tSimple,
    );
  });

  it("the cross-section of every event day", () => {
    const days = golden.group.mean.map((_, offset) => {
      const day = crossSection(fits, offset, offset);
      if (isAbsent(day)) throw new Error(day.why);
      return day;
    });
    near(
      days.map((day) => day.mean),
      golden.group.mean,
    );
    near(
      days.map((day) => day.crossSectional.statistic),
      golden.group.crossSectional,
    );
    near(
      days.map((day) => day.patell.statistic),
      golden.group.patell,
    );
    near(
      days.map((day) => day.bmp.statistic),
      golden.group.bmp,
    );
    near(
      days.map((day) => day.kolariPynnonen.statistic),
      golden.group.kolariPynnonen,
    );
    near(
      days.map((day) => day.kolariPynnonen.statistic / day.bmp.statistic),
      days.map(() => golden.group.kpFactor),
    );
    near([meanResidualCorrelation(fits) ?? NaN], [golden.group.meanCorrelation]);
  });

  it("Brown and Warner's test with crude dependence adjustment", () => {
    const crude = crudeDependence(fits);
    if (isAbsent(crude)) throw new Error(crude.why);
    near([crude.sd], [golden.group.brownWarner.sd]);
    near(crude.t, golden.group.brownWarner.t);
    expect(crude.offsets).toEqual([0, 1, 2, 3, 4]);
  });
});
