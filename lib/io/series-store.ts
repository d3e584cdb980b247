import type { Instant, PriceSeries } from "../domain/series.ts";
import type { SeriesStatus } from "../domain/series-status.ts";
import { appendNewer, compareSeries } from "./compare-series.ts";
import { loadExchanges, loadInstruments, readPriceSeries } from "./data-files.ts";
import type { DayRange, PriceFailure, PriceProvider } from "./price-provider.ts";
import { cutSeries, firstDay, isPriceFailure, priceFailure, rangeProblem } from "./price-provider.ts";
import { quotedInstruments } from "./quoted-instruments.ts";
import { snapshotProvider } from "./snapshot.ts";
import { yahooProvider } from "./yahoo.ts";

/** `PRICES`: where an API answer takes its prices from. */
export type PricesMode = "auto" | "snapshot" | "yahoo";

const modes: readonly PricesMode[] = ["auto", "snapshot", "yahoo"];

export function pricesMode(value: string | undefined): PricesMode {
  if (value === undefined || value === "") return "auto";
  const mode = modes.find((known) => known === value);
  if (mode) return mode;
  throw new Error(`PRICES is "${value}"; allowed are ${modes.join(", ")}`);
}

export interface StatedSeries {
  series: PriceSeries;
  status: SeriesStatus;
}

export interface SeriesStore {
  mode: PricesMode;
  /** Without a range: the whole history. */
  read(symbol: string, range?: DayRange): Promise<StatedSeries | PriceFailure>;
  /** How the last question to Yahoo ended; null before the first. */
  lastOutcome(): { at: Instant; symbol: string; outcome: "answered" | PriceFailure["failed"] } | null;
}

export interface SeriesStoreOptions {
  mode: PricesMode;
  snapshot: PriceProvider;
  yahoo: PriceProvider;
  now?: () => number;
  /** How long an answer of Yahoo is taken for current. */
  freshMs?: number;
  /** How long Yahoo is left alone after a failure. */
  quietMs?: number;
}

/** Every question is for the whole history, so that a symbol has one flight and one cache entry whatever the range. */
const wholeHistory: DayRange = { from: firstDay };

/** These are about Yahoo or the way there: asking for another symbol would end the same way. */
const troubleOfTheVendor = new Set<PriceFailure["failed"]>(["timeout", "offline", "rate-limited"]);

export function createSeriesStore(options: SeriesStoreOptions): SeriesStore {
  const { mode, snapshot, yahoo, now = Date.now, freshMs = 10 * 60_000, quietMs = 60_000 } = options;
  // Bounded by the allow-list: a symbol outside it never becomes a key.
  const answers = new Map<string, { until: number; answer: PriceSeries | PriceFailure }>();
  const flights = new Map<string, Promise<PriceSeries | PriceFailure>>();
  // The snapshot is always the same, so what there is to say about an answer is said once.
  const stated = new WeakMap<PriceSeries, StatedSeries>();
  let quiet: { until: number; failure: PriceFailure } | null = null;
  let last: ReturnType<SeriesStore["lastOutcome"]> = null;

  function live(symbol: string): Promise<PriceSeries | PriceFailure> {
    const cached = answers.get(symbol);
    if (cached && cached.until > now()) return Promise.resolve(cached.answer);
    const flying = flights.get(symbol);
    if (flying) return flying;
    if (quiet && quiet.until > now()) return Promise.resolve({ ...quiet.failure, symbol });
    const flight = ask(symbol).finally(() => flights.delete(symbol));
    flights.set(symbol, flight);
    return flight;
  }

  async function ask(symbol: string): Promise<PriceSeries | PriceFailure> {
    const answer = await yahoo(symbol, wholeHistory);
    if (isPriceFailure(answer) && answer.failed === "not-allowed") return answer;
    const failed = isPriceFailure(answer) ? answer.failed : null;
    last = { at: new Date(now()).toISOString(), symbol, outcome: failed ?? "answered" };
    if (failed && troubleOfTheVendor.has(failed) && isPriceFailure(answer)) quiet = { until: now() + quietMs, failure: answer };
    else answers.set(symbol, { until: now() + (failed ? quietMs : freshMs), answer });
    return answer;
  }

  async function readWhole(symbol: string): Promise<StatedSeries | PriceFailure> {
    if (mode === "yahoo") {
      const series = await live(symbol);
      return isPriceFailure(series) ? series : { series, status: { kind: "yahoo", asOf: series.asOf } };
    }
    const kept = await snapshot(symbol, wholeHistory);
    if (isPriceFailure(kept)) return kept;
    if (mode === "snapshot") return { series: kept, status: { kind: "snapshot", asOf: kept.asOf } };
    const fresh = await live(symbol);
    if (isPriceFailure(fresh)) {
      const status: SeriesStatus = { kind: "yahoo-unreachable", asOf: kept.asOf, reason: fresh.failed, detail: fresh.detail };
      return { series: kept, status };
    }
    const known = stated.get(fresh) ?? compared(kept, fresh);
    stated.set(fresh, known);
    return known;
  }

  return {
    mode,
    lastOutcome: () => last,
    async read(symbol, range = wholeHistory) {
      const problem = rangeProblem(range);
      if (problem) return priceFailure("not-allowed", symbol, `That is no range: ${problem}.`);
      const whole = await readWhole(symbol);
      if (isPriceFailure(whole)) return whole;
      const series = cutSeries(whole.series, range);
      if (series.days.length === 0) return priceFailure("not-found", symbol, "There is no session in that range.");
      return { ...whole, series };
    },
  };
}

function compared(kept: PriceSeries, fresh: PriceSeries): StatedSeries {
  const comparison = compareSeries(kept, fresh);
  const { days, splitSince } = comparison;
  const common = { asOf: fresh.asOf, snapshotAsOf: kept.asOf, newerDays: comparison.newerDays.length, splitSince };
  return {
    series: appendNewer(kept, fresh, comparison),
    status: days.length === 0 ? { kind: "yahoo-agrees", ...common } : { kind: "yahoo-differs", ...common, days },
  };
}

/**
 * The store of this process, for the API. One for all routes, whichever bundle they are built into:
 * two would ask Yahoo twice. `PRICES` and `CLAIMTAPE_YAHOO_ORIGIN` are read once, at the first use.
 */
export function seriesStore(): SeriesStore {
  return (keeper[storeKey] ??= storeFromEnvironment());
}

const storeKey = Symbol.for("claimtape.series-store");
const keeper = globalThis as { [storeKey]?: SeriesStore };

function storeFromEnvironment(): SeriesStore {
  const quoted = quotedInstruments({ exchanges: loadExchanges(), instruments: Object.values(loadInstruments()) });
  return createSeriesStore({
    mode: pricesMode(process.env["PRICES"]),
    snapshot: snapshotProvider({ quoted, load: readPriceSeries }),
    yahoo: yahooProvider({ quoted, origin: process.env["CLAIMTAPE_YAHOO_ORIGIN"] || undefined }),
  });
}
