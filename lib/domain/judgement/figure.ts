import { dayText } from "../market/day-text.ts";
import type { Figure, FigureInput, FigureTest, Reference } from "../article/claim-test.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, PriceSeries } from "../market/series.ts";
import { combineParts, judged, judgedAbsent } from "./verdict.ts";
import type { Judged, Word } from "./verdict.ts";
import { quotedClose } from "../market/levels.ts";

const DAY_MS = 86_400_000;

/** A reference worked out of its inputs: a number, or a range of them. */
export interface Referred {
  low: number;
  high: number;
  unit: string;
  /** Nothing but memory stands behind it. */
  remembered: boolean;
  /** The inputs as they entered: milliseconds of a date have become days. */
  inputs: { label: string; value: number; from: FigureInput }[];
}

/**
 * Works a reference out by its rule. Dates enter as days since 1970, prices are read from the price
 * file of their day.
 *
 * @returns `no-price` where a price input has none, `no-reference` where the rule cannot be applied to the inputs
 */
export function referTo(reference: Reference, series: Record<string, PriceSeries>): Referred | Absence {
  const inputs: Referred["inputs"] = [];
  for (const from of reference.inputs) {
    const value = valueOf(from, series);
    if (isAbsent(value)) return value;
    inputs.push({ label: from.label, value, from });
  }
  const values = inputs.map(({ value }) => value);
  const [low, high] = apply(reference.rule, values);
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    return absence("no-reference", `The reference by ${reference.rule} cannot be worked out of ${values.length} inputs.`);
  }
  const sourced = reference.inputs.filter(({ source }) => source.standing !== "computed");
  return {
    low,
    high,
    unit: reference.unit,
    remembered: sourced.length > 0 && sourced.every(({ source }) => source.standing === "remembered"),
    inputs,
  };
}

function valueOf(input: FigureInput, series: Record<string, PriceSeries>): number | Absence {
  if ("value" in input) return input.value;
  if ("date" in input) return Date.parse(`${input.date}T00:00:00Z`) / DAY_MS;
  const { symbol, day } = input.price;
  const found = series[symbol];
  const close = found === undefined || found.levels !== "market" ? null : quotedClose(found, day);
  return close ?? absence("no-price", `No price of ${symbol} as it was quoted on ${dayText(day)}.`);
}

/** Lowest and highest value of the reference; the same but for a range. NaN where an input is missing. */
function apply(rule: Reference["rule"], values: number[]): [number, number] {
  const [first = NaN, second = NaN, ...rest] = values;
  const average = (numbers: number[]) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const point = (value: number): [number, number] => [value, value];
  switch (rule) {
    case "value":
      return point(first);
    case "range":
      return [Math.min(...values), Math.max(...values)];
    case "product":
      return point(values.length === 0 ? NaN : values.reduce((product, value) => product * value, 1));
    case "share":
    case "per-year":
      return point(first / second);
    case "reduction":
      return point(1 - second / first);
    case "mean":
      return point(average(values));
    case "mean-share":
      return point(first / average([second, ...rest]));
    case "days-between":
      return point(second - first);
  }
}

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
  return { kind: "figure", judged: combineParts(findings.map((finding) => finding.judged)), findings };
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
