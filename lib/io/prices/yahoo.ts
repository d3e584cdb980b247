import createYahooFinance from "yahoo-finance2/createYahooFinance";
import chart from "yahoo-finance2/modules/chart";
import type { PriceSeries } from "../../domain/market/series.ts";
import type { LogEvent } from "../process/event-log.ts";
import { logToStderr, onceEach } from "../process/event-log.ts";
import { noKnownDays } from "../data/known-days.ts";
import type { KnownDays } from "../data/known-days.ts";
import type { DayRange, PriceFailure, PriceProvider } from "./price-provider.ts";
import { cutSeries, isPriceFailure, priceFailure, rangeProblem } from "./price-provider.ts";
import type { Quoted, QuotedInstruments } from "../data/quoted-instruments.ts";
import { doubtsAbout } from "../data/series-checks.ts";
import { yahooBars } from "./yahoo-bars.ts";
import { boundedFetch, VendorTrouble } from "./yahoo-fetch.ts";

export interface YahooOptions {
  /** The allow-list. yahoo-finance2 puts the symbol into the URL as it is: nothing else may get there. */
  quoted: QuotedInstruments;
  /** Days that look wrong and are real; anything else that looks wrong is refused. */
  known?: KnownDays;
  fetch?: typeof globalThis.fetch;
  /** A loopback address that stands in for Yahoo; see `yahoo-fetch.ts`. */
  origin?: string | undefined;
  /** For one call, waiting for a free connection included. */
  timeoutMs?: number;
  now?: () => Date;
  log?: LogEvent;
}

const oneDayMs = 86_400_000;

/** Daily bars from Yahoo Finance: `chart()` of yahoo-finance2 and nothing else, so no crumb and no cookie. */
export function yahooProvider(options: YahooOptions): PriceProvider {
  const { quoted, timeoutMs = 6000, now = () => new Date(), known = noKnownDays } = options;
  const noteShape = onceEach(options.log ?? logToStderr);
  const noteRefusal = onceEach(options.log ?? logToStderr);
  const YahooChart = createYahooFinance({ modules: { chart } });
  const client = new YahooChart({
    fetch: boundedFetch(options.fetch ?? globalThis.fetch, options.origin),
    queue: { concurrency: 4 },
    versionCheck: false,
    validation: { logErrors: false, logOptionsErrors: false },
    logger: silent,
  });

  async function chartOf({ symbol, vendorSymbol }: Quoted, { from, to }: DayRange, asOf: Date, signal: AbortSignal): Promise<unknown> {
    // A day to spare on both sides, because Yahoo cuts by UTC instants, and `period2` is exclusive.
    const last = to === undefined ? asOf.getTime() : Date.parse(`${to}T00:00:00Z`);
    const question = {
      period1: new Date(Date.parse(`${from}T00:00:00Z`) - oneDayMs),
      period2: new Date(last + 2 * oneDayMs),
      interval: "1d",
      includePrePost: false,
      events: "div|split",
      return: "object",
    } as const;
    try {
      return await before(signal, client.chart(vendorSymbol, question, { fetchOptions: { signal } }));
    } catch (error) {
      // Its schema rejects answers Yahoo really gives, so ours has the last word about what it rejected.
      if (!isRejected(error)) throw error;
      noteShape.note("vendor.shape", { vendor: "yahoo", symbol, where: error.errors.slice(0, 3).map(({ instancePath }) => instancePath) });
      return error.result;
    }
  }

  async function asked(instrument: Quoted, range: DayRange, signal: AbortSignal): Promise<PriceSeries | PriceFailure> {
    const { symbol, currency, timeZone, levels, kind } = instrument;
    const asOf = now();
    const bars = yahooBars(await chartOf(instrument, range, asOf, signal), instrument, asOf);
    if ("invalid" in bars) return priceFailure("invalid-answer", symbol, `Yahoo's answer was refused: ${bars.invalid}.`);
    const { actions, ...columns } = bars;
    const series: PriceSeries = {
      symbol,
      currency,
      timeZone,
      levels,
      source: "yahoo",
      asOf: asOf.toISOString(),
      origin: "Yahoo Finance",
      ...columns,
      stubs: [],
      ...(actions.length === 0 ? {} : { actions }),
    };
    for (const { path, expected } of doubtsAbout(series, kind, known)) {
      return priceFailure("invalid-answer", symbol, `Yahoo's answer was refused: ${path.join(".")} was expected to be ${expected}.`);
    }
    const cut = cutSeries(series, range);
    return cut.days.length === 0 ? priceFailure("not-found", symbol, "Yahoo has no finished session in that range.") : cut;
  }

  return async (symbol, range, { signal } = {}) => {
    const instrument = quoted.get(symbol);
    if (!instrument) return priceFailure("not-allowed", symbol, `${symbol} is not a quoted instrument of ours.`);
    const problem = rangeProblem(range);
    if (problem) return priceFailure("not-allowed", symbol, `That is no range: ${problem}.`);
    const limit = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
    const answer = await asked(instrument, range, limit).catch((error: unknown) => failureOf(error, symbol, limit, timeoutMs));
    if (isPriceFailure(answer)) noteRefusal.note("vendor.refused", { vendor: "yahoo", symbol, reason: answer.failed, detail: answer.detail });
    else noteRefusal.forget(symbol);
    return answer;
  };
}

function failureOf(error: unknown, symbol: string, limit: AbortSignal, timeoutMs: number): PriceFailure {
  if (error instanceof VendorTrouble) return priceFailure(error.kind, symbol, error.message, error.retryAfterMs);
  if (limit.aborted) return priceFailure("timeout", symbol, `Yahoo did not answer within ${timeoutMs / 1000} seconds.`);
  // Whatever is left comes out of the library; its messages may hold the whole answer.
  return priceFailure("invalid-answer", symbol, "Yahoo's answer was not understood.");
}

/** yahoo-finance2 exports no class to compare with, only the name. */
function isRejected(error: unknown): error is Error & { result: unknown; errors: { instancePath?: string }[] } {
  return error instanceof Error && error.name === "FailedYahooValidationError" && "errors" in error && Array.isArray(error.errors);
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
