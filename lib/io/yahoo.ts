import createYahooFinance from "yahoo-finance2/createYahooFinance";
import chart from "yahoo-finance2/modules/chart";
import type { PriceSeries } from "../domain/series.ts";
import type { PriceFailure, PriceProvider } from "./price-provider.ts";
import { cutSeries, priceFailure, rangeProblem } from "./price-provider.ts";
import type { QuotedInstruments } from "./quoted-instruments.ts";
import { yahooBars } from "./yahoo-bars.ts";
import { boundedFetch, VendorTrouble } from "./yahoo-fetch.ts";

export interface YahooOptions {
  /** The allow-list. yahoo-finance2 puts the symbol into the URL as it is: nothing else may get there. */
  quoted: QuotedInstruments;
  fetch?: typeof globalThis.fetch;
  /** A loopback address that stands in for Yahoo; see `yahoo-fetch.ts`. */
  origin?: string | undefined;
  /** For one call, waiting for a free connection included. */
  timeoutMs?: number;
  now?: () => Date;
}

const oneDayMs = 86_400_000;

/** Daily bars from Yahoo Finance: `chart()` of yahoo-finance2 and nothing else, so no crumb and no cookie. */
export function yahooProvider(options: YahooOptions): PriceProvider {
  const { quoted, timeoutMs = 6000, now = () => new Date() } = options;
  const YahooChart = createYahooFinance({ modules: { chart } });
  const client = new YahooChart({
    fetch: boundedFetch(options.fetch ?? globalThis.fetch, options.origin),
    queue: { concurrency: 4 },
    versionCheck: false,
    validation: { logErrors: false, logOptionsErrors: false },
    logger: silent,
  });

  return async (symbol, range, { signal } = {}) => {
    const instrument = quoted.get(symbol);
    if (!instrument) return priceFailure("not-allowed", symbol, `${symbol} is not a quoted instrument of ours.`);
    const problem = rangeProblem(range);
    if (problem) return priceFailure("not-allowed", symbol, `That is no range: ${problem}.`);

    const asOf = now();
    const limit = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
    try {
      // A day to spare on both sides, because Yahoo cuts by UTC instants, and `period2` is exclusive.
      const last = range.to === undefined ? asOf.getTime() : Date.parse(`${range.to}T00:00:00Z`);
      const answer: unknown = await before(
        limit,
        client.chart(
          instrument.vendorSymbol,
          {
            period1: new Date(Date.parse(`${range.from}T00:00:00Z`) - oneDayMs),
            period2: new Date(last + 2 * oneDayMs),
            interval: "1d",
            includePrePost: false,
            return: "object",
          },
          // Its own validation rejects answers Yahoo really gives; `yahooBars` parses instead.
          { validateResult: false, fetchOptions: { signal: limit } },
        ),
      );
      const bars = yahooBars(answer, instrument, asOf);
      if ("invalid" in bars) return priceFailure("invalid-answer", symbol, `Yahoo's answer was refused: ${bars.invalid}.`);
      const series: PriceSeries = {
        symbol,
        currency: instrument.currency,
        timeZone: instrument.timeZone,
        levels: instrument.levels,
        source: "yahoo",
        asOf: asOf.toISOString(),
        origin: "Yahoo Finance",
        ...bars,
        stubs: [],
      };
      const cut = cutSeries(series, range);
      if (cut.days.length === 0) return priceFailure("not-found", symbol, "Yahoo has no finished session in that range.");
      return cut;
    } catch (error) {
      return failureOf(error, symbol, limit, timeoutMs);
    }
  };
}

function failureOf(error: unknown, symbol: string, limit: AbortSignal, timeoutMs: number): PriceFailure {
  if (error instanceof VendorTrouble) return priceFailure(error.kind, symbol, error.message);
  if (limit.aborted) return priceFailure("timeout", symbol, `Yahoo did not answer within ${timeoutMs / 1000} seconds.`);
  // Whatever is left comes out of the library; its messages may hold the whole answer.
  return priceFailure("invalid-answer", symbol, "Yahoo's answer was not understood.");
}

/** The promise, or the signal's reason, whichever is first; the loser is never an unhandled rejection. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

const nothing = () => {};
const silent = { info: nothing, warn: nothing, error: nothing, debug: nothing, dir: nothing };
