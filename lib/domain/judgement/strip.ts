import { residualsOf } from "../study/event-study.ts";
import type { StudyFit } from "../study/event-study.ts";
import { studyFitter } from "../study/study-fitter.ts";
import { fitUnit } from "./evidence.ts";
import type { TestContext } from "./evidence.ts";
import type { ArticleVerdicts, JudgeFacts } from "./judge.ts";
import { abnormalReturn } from "../study/market-model.ts";
import { rankAmong } from "../study/rank-test.ts";
import type { RankTest } from "../study/rank-test.ts";
import { isAbsent } from "../market/series.ts";
import type { Day } from "../market/series.ts";

/** The event day's abnormal return among those of the days the model was fitted on. Fractions. */
export interface Strip {
  /** The unit's id. */
  unit: string;
  benchmark: string;
  eventDay: Day;
  event: number;
  residuals: number[];
  /** First and last estimation day. */
  from: Day;
  to: Day;
  rank: RankTest;
}

function stripOf(unit: string, fit: StudyFit): Strip {
  const residuals = residualsOf(fit);
  const zero = fit.event.offsets.indexOf(0);
  const event = abnormalReturn(fit.model, fit.event.own[zero] ?? NaN, fit.event.market[zero] ?? NaN);
  const { days } = fit.estimation;
  return {
    unit,
    benchmark: fit.benchmark,
    eventDay: fit.eventDay,
    event,
    residuals,
    from: days[0] ?? "",
    to: days.at(-1) ?? "",
    rank: rankAmong(residuals, event, 1),
  };
}

/**
 * Strips by unit, one per benchmark. They stay out of the verdicts, whose JSON would be ten times as
 * long for them; a unit without a model or without the event day has none.
 */
export function articleStrips(verdicts: ArticleVerdicts, facts: JudgeFacts): Record<string, Strip[]> {
  const { instruments, series } = facts;
  const { benchmarks, eventDay, baseDay, options } = verdicts;
  const context: TestContext = {
    instruments,
    series,
    benchmarks,
    eventDay,
    baseDay,
    timeZone: facts.event.timeZone,
    options,
    fitStudy: facts.fitStudy ?? studyFitter(),
  };
  const strips = Object.values(verdicts.evidence).map(({ unit }) => {
    const fits = Object.values(fitUnit(unit, context).fits).flatMap((fit) => (isAbsent(fit) ? [] : [fit]));
    return [unit.id, fits.filter(({ event }) => event.offsets.includes(0)).map((fit) => stripOf(unit.id, fit))] as const;
  });
  return Object.fromEntries(strips);
}
