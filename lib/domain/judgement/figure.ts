import type { Figure, FigureTest } from "../article/claim-test.ts";
import { referTo } from "./reference.ts";
import type { Referred } from "./reference.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, PriceSeries } from "../market/series.ts";
import { amongParts, judged, judgedAbsent } from "./verdict.ts";
import type { Judged, Word } from "./verdict.ts";

/** A stated number this near its reference counts as the same: speech rounds. */
const TOLERANCE = 0.1;

export interface FigureFinding {
  figure: string;
  judged: Judged;
  stated: Figure["stated"];
  reference: Referred | Absence;
  alternative: Referred | Absence | null;
  /** Stated over the nearest end of the reference, less 1; null without a reference or where it is zero. */
  off: number | null;
}

export interface FigureOutcome {
  kind: "figure";
  judged: Judged;
  findings: FigureFinding[];
}

/** Sets each stated number beside the one reference named beforehand. */
export function judgeFigures(test: FigureTest, series: Record<string, PriceSeries>): FigureOutcome {
  const findings = test.figures.map((figure) => judgeFigure(figure, series));
  return { kind: "figure", judged: amongParts(findings.map((finding) => finding.judged)), findings };
}

/**
 * `matches` within the reference's range, within a tenth of it, or equal at the stated digits.
 * `disputed` where a second reference, admitted beforehand, gives another word. `unsourced` where
 * no source measures the number, or where only memory stands behind its reference.
 */
export function judgeFigure(figure: Figure, series: Record<string, PriceSeries>): FigureFinding {
  const { id, stated } = figure;
  const reference = figure.reference === null ? absence("no-reference", "No source measures this.") : referTo(figure.reference, series);
  const alternative = figure.alternative === undefined ? null : referTo(figure.alternative, series);
  return { figure: id, judged: wordOf(stated, reference, alternative), stated, reference, alternative, off: distance(stated.value, reference) };
}

function wordOf(stated: Figure["stated"], reference: Referred | Absence, alternative: Referred | Absence | null): Judged {
  if (isAbsent(reference)) return reference.absent === "no-reference" ? judged("unsourced", "no-reference") : judgedAbsent(reference);
  if (reference.remembered) return judged("unsourced", "memory-only");
  const word = compare(stated, reference);
  if (alternative === null || isAbsent(alternative)) return judged(word);
  return judged(compare(stated, alternative) === word ? word : "disputed");
}

/** "N+" says the truth is at least N and "<N" that it is less: a bound can fail on one side only. */
function compare(stated: Figure["stated"], { low, high }: Referred): Word {
  const { value, bound, digits } = stated;
  if (bound === "at-least" && high >= value) return "matches";
  if (bound === "less-than" && low < value) return "matches";
  if (value >= low && value <= high) return "matches";
  const end = value > high ? high : low;
  if (Math.abs(value - end) <= TOLERANCE * Math.abs(end)) return "matches";
  if (digits !== undefined && Number(end.toFixed(digits)) === Number(value.toFixed(digits))) return "matches";
  return value > high ? "overstated" : "understated";
}

function distance(value: number, reference: Referred | Absence): number | null {
  if (isAbsent(reference)) return null;
  const end = value > reference.high ? reference.high : value < reference.low ? reference.low : value;
  return end === 0 ? null : value / end - 1;
}
