import type { IndexSeries } from "../market/portfolio.ts";
import type { Absence, Day } from "../market/series.ts";
import { fitStudy, STUDY_OPTIONS } from "./event-study.ts";
import type { StudyFit, StudyOptions } from "./event-study.ts";

/** As `fitStudy`. */
export type StudyFitter = typeof fitStudy;

/**
 * Fits each pair of instrument and benchmark once: verdicts, pictures and lines of an article read the
 * same fits. For one set of prices only, because levels are told apart by their symbol.
 */
export function studyFitter(): StudyFitter {
  const fits = new Map<string, StudyFit | Absence>();
  return (instrument: IndexSeries, benchmark: IndexSeries, eventDay: Day, options: Partial<StudyOptions> = {}) => {
    const { estimation, gap, minimum } = { ...STUDY_OPTIONS, ...options };
    const key = JSON.stringify([instrument.symbol, benchmark.symbol, eventDay, estimation, gap, minimum]);
    const fit = fits.get(key) ?? fitStudy(instrument, benchmark, eventDay, options);
    fits.set(key, fit);
    return fit;
  };
}
