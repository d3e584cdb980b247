import { existsSync, readFileSync } from "node:fs";
import type { IntradaySeries, PriceSeries } from "../../../lib/domain/market/series.ts";

/** The price files as they lie in the repository; their form is held by the loader's own tests. */
export function dailyOf(symbol: string): PriceSeries {
  return JSON.parse(readFileSync(new URL(`../../../data/prices/${symbol}.json`, import.meta.url), "utf8")) as PriceSeries;
}

export function intradayOf(symbol: string): IntradaySeries | null {
  const file = new URL(`../../../data/intraday/${symbol}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as IntradaySeries) : null;
}
