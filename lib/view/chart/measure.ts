import { formatAxisMove, formatMove, formatNumber, formatPrice } from "../words/format.ts";
import type { Measure } from "./view-state.ts";

/** A measure with the currency in which its levels are prices. */
export interface Scale {
  measure: Measure;
  /** Of prices; null for the plain level of an index, and for every other measure. */
  currency: string | null;
}

/** Where a line stands at its base; null for prices, which have no common one. */
export const BASE_VALUE: Record<Measure, number | null> = { change: 0, price: null, index: 100, abnormal: 0 };

/** "−16.97 %", "$118.42", "83.0". */
export function formatValue(value: number, { measure, currency }: Scale, digits = 2): string {
  switch (measure) {
    case "change":
    case "abnormal":
      return formatMove(value, digits);
    case "index":
      return formatNumber(value, 1);
    case "price":
      return formatPrice(value, currency);
  }
}

/** A label on the value axis, with the digits that the step between ticks needs. */
export function formatTick(value: number, step: number, { measure, currency }: Scale): string {
  switch (measure) {
    case "change":
    case "abnormal":
      return formatAxisMove(value, step);
    case "index":
      return formatNumber(value, step < 1 ? 1 : 0);
    case "price":
      return step < 1 ? formatPrice(value, currency) : formatPrice(value, currency, 0);
  }
}

/** As a voice says it: "minus 17.0 percent", "118.42 dollars", "83.0". */
export function speakValue(value: number, { measure, currency }: Scale): string {
  switch (measure) {
    case "change":
    case "abnormal": {
      const size = formatNumber(Math.abs(value) * 100, 1);
      return `${Number(size) === 0 ? "" : value < 0 ? "minus " : "plus "}${size} percent`;
    }
    case "index":
      return formatNumber(value, 1);
    case "price":
      return currency === "USD" ? `${formatNumber(value, 2)} dollars` : currency === null ? formatNumber(value, 2) : `${formatNumber(value, 2)} ${currency}`;
  }
}
