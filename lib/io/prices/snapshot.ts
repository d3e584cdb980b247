import type { PriceSeries } from "../../domain/market/series.ts";
import type { PriceProvider } from "./price-provider.ts";
import { cutSeries, priceFailure, rangeProblem } from "./price-provider.ts";
import type { QuotedInstruments } from "../data/quoted-instruments.ts";

export interface SnapshotOptions {
  quoted: QuotedInstruments;
  /** The parsed file of one instrument, or null where there is none. Called for every question: the caller remembers. */
  load(symbol: string): PriceSeries | null;
}

/** Daily bars from the files of this repository: no network, no clock. */
export function snapshotProvider({ quoted, load }: SnapshotOptions): PriceProvider {
  return async (symbol, range) => {
    if (!quoted.has(symbol)) return priceFailure("not-allowed", symbol, `${symbol} is not a quoted instrument of ours.`);
    const problem = rangeProblem(range);
    if (problem) return priceFailure("not-allowed", symbol, `That is no range: ${problem}.`);
    const series = load(symbol);
    if (!series) return priceFailure("not-found", symbol, `The snapshot has no prices of ${symbol}.`);
    const cut = cutSeries(series, range);
    if (cut.days.length === 0) return priceFailure("not-found", symbol, "The snapshot has no session in that range.");
    return cut;
  };
}
