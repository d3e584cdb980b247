import { dayText } from "../market/day-text.ts";
import type { FigureInput, Reference } from "../article/claim-test.ts";
import { quotedClose } from "../market/levels.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, PriceSeries } from "../market/series.ts";

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
