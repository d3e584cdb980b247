import createYahooFinance from "yahoo-finance2/createYahooFinance";
import chart from "yahoo-finance2/modules/chart";
import type { InstrumentKind } from "../../domain/market/instruments.ts";
import type { Day, PriceSeries } from "../../domain/market/series.ts";
import { isLateJump, judgeJumps } from "./believed-jumps.ts";
import type { JumpsJudged } from "./believed-jumps.ts";
import type { LogEvent } from "../process/event-log.ts";
import { logToStderr, onceEach } from "../process/event-log.ts";
import { noKnownDays, reasonFor } from "../data/known-days.ts";
import type { KnownDays } from "../data/known-days.ts";
import type { DayRange, PriceFailure, PriceProvider } from "./price-provider.ts";
import { cutSeries, firstDay, isPriceFailure, priceFailure, rangeProblem } from "./price-provider.ts";
import type { Quoted, QuotedInstruments } from "../data/quoted-instruments.ts";
import { doubtsAbout } from "../data/series-checks.ts";
import { sessionCalendar } from "./session-calendar.ts";
import type { SessionCalendar } from "./session-calendar.ts";
import { yahooBars } from "./yahoo-bars.ts";
import { boundedFetch, VendorTrouble } from "./yahoo-fetch.ts";

export interface YahooOptions {
  /** The allow-list. yahoo-finance2 puts the symbol into the URL as it is: nothing else may get there. */
  quoted: QuotedInstruments;
  /** Days that look wrong and are real; anything else that looks wrong is refused. */
  known?: KnownDays;
  fetch?: typeof globalThis.fetch;
  /** On which days exchanges deal; without it rows of holidays stay. */
  calendar?: SessionCalendar;
  /** The last day of a series that is kept here: up to it an answer is held against that series, which names what differs. */
  keptUntil?: (symbol: string) => Day | undefined;
  /** Another address to ask instead of Yahoo's; see `yahoo-fetch.ts`. */
  origin?: string | undefined;
  /** What to call ourselves instead of what the library does. */
  userAgent?: string | undefined;
  /** For one call, waiting for a free connection included. */
  timeoutMs?: number;
  now?: () => Date;
  log?: LogEvent;
}

const oneDayMs = 86_400_000;

/** Daily bars from Yahoo Finance: `chart()` of yahoo-finance2 and nothing else, so no crumb and no cookie. */
export function yahooProvider(options: YahooOptions): PriceProvider {
  const { quoted, timeoutMs = 6000, now = () => new Date(), known = noKnownDays, calendar = sessionCalendar(), keptUntil = () => undefined } = options;
  const noteShape = onceEach(options.log ?? logToStderr);
  const noteRefusal = onceEach(options.log ?? logToStderr);
  const YahooChart = createYahooFinance({ modules: { chart } });
  const client = new YahooChart({
    fetch: boundedFetch(options.fetch ?? globalThis.fetch, options.origin, options.userAgent),
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
      events: "div|split|capitalGains",
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
    const bars = yahooBars(await chartOf(instrument, range, asOf, signal), instrument, asOf, calendar);
    if ("invalid" in bars) return refused(symbol, bars.invalid);
    const { actions, doubts, strangers: _, ...columns } = bars;
    const unexplained = doubts.filter(({ day }) => reasonFor(known.actions, symbol, day) === null);
    const newer = unexplained.find(({ day }) => day > (keptUntil(symbol) ?? ""));
    if (newer !== undefined) return refused(symbol, `on ${newer.day} ${newer.why}`);
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
    const judged = withoutHeldBack(series, kind, known);
    const jumps = judged.notes.map(({ day, note }) => ({ symbol, day, reason: note }));
    for (const { path, expected } of doubtsAbout(judged.series, kind, { ...known, jumps: [...known.jumps, ...jumps] })) {
      return refused(symbol, `${path.join(".")} was expected to be ${expected}`);
    }
    const notes = [...unexplained.map(({ day, why }) => ({ day, note: `At Yahoo ${why}.` })), ...judged.notes].toSorted((a, b) => (a.day < b.day ? -1 : 1));
    const cut = cutSeries({ ...judged.series, ...(notes.length === 0 ? {} : { notes }) }, range);
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

const refused = (symbol: string, why: string): PriceFailure => priceFailure("invalid-answer", symbol, `Yahoo's answer was refused: ${why}.`);

/** The series up to the first jump that nothing bears out yet, and what is to be said of its jumps. */
function withoutHeldBack(series: PriceSeries, kind: InstrumentKind, known: KnownDays): Pick<JumpsJudged, "notes"> & { series: PriceSeries } {
  const { notes, until } = judgeJumps(series, kind, known);
  const { latest, ...rest } = series;
  if (until === series.days.length) {
    const last = series.adjclose.at(-1);
    return { notes, series: latest === undefined || (last !== undefined && isLateJump(latest.adjclose, last)) ? rest : series };
  }
  return { notes, series: cutSeries(rest, { from: firstDay, to: series.days[until - 1] }) };
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
