import type { Cached, PriceSeries, SeriesStatus } from "../../domain/market/series.ts";
import { appendNewer, compareSeries } from "./compare-series.ts";
import { loadExchanges, loadInstruments, loadKnownDays, readPriceSeries } from "../data/data-files.ts";
import { logToStderr, onceEach } from "../process/event-log.ts";
import type { LogEvent } from "../process/event-log.ts";
import { heldSeries } from "./held-series.ts";
import { liveSeries } from "./live-series.ts";
import type { LiveSeries, LiveSeriesOptions } from "./live-series.ts";
import { loggedProvider } from "./logged-provider.ts";
import { openStore } from "./open-store.ts";
import type { DayRange, PriceFailure, PriceProvider } from "./price-provider.ts";
import { cutSeries, firstDay, isPriceFailure, priceFailure, rangeProblem } from "./price-provider.ts";
import { quotedInstruments } from "../data/quoted-instruments.ts";
import type { QuotedInstruments } from "../data/quoted-instruments.ts";
import type { SharedStore } from "./shared-store.ts";
import { readSettings } from "../process/settings.ts";
import type { Settings } from "../process/settings.ts";
import { snapshotProvider } from "./snapshot.ts";
import { guardedVendor } from "./vendor-guard.ts";
import type { VendorGuardOptions, VendorState } from "./vendor-guard.ts";
import { yahooProvider } from "./yahoo.ts";

export type PricesMode = Settings["prices"];

export interface StatedSeries {
  series: PriceSeries;
  status: SeriesStatus;
}

export interface SeriesStore {
  mode: PricesMode;
  /** Without a range: the whole history. */
  read(symbol: string, range?: DayRange): Promise<StatedSeries | PriceFailure>;
  /** How each vendor stands, and where its series are kept. Asks no vendor. */
  vendors(): Promise<Record<string, VendorState & { store: string }>>;
}

export interface SeriesStoreOptions {
  mode: PricesMode;
  snapshot: PriceProvider;
  yahoo: PriceProvider;
  quoted: QuotedInstruments;
  store: SharedStore;
  log?: LogEvent;
  now?: () => number;
  live?: Pick<LiveSeriesOptions, "freshMs" | "staleMs" | "patienceMs" | "doubtMs" | "quietMs">;
  guard?: Pick<VendorGuardOptions, "questionMs" | "breakerMs" | "random">;
}

const wholeHistory: DayRange = { from: firstDay };

export function createSeriesStore(options: SeriesStoreOptions): SeriesStore {
  const { mode, snapshot, quoted, store, now = Date.now, log = logToStderr } = options;
  const guard = guardedVendor({ vendor: "yahoo", provider: options.yahoo, store, log, ...options.guard });
  const held = heldSeries(store, "yahoo", log, now);
  // The snapshot is always the same, so what there is to say about an answer is worked out once.
  const compared = new WeakMap<PriceSeries, Compared>();
  // A day on which Yahoo differs may be a slip that it mends.
  const isDoubtful = (series: PriceSeries) => (compared.get(series)?.days.length ?? 0) > 0;
  const live = liveSeries({ vendor: "yahoo", quoted, ask: guard.ask, held, log, now, isDoubtful, ...options.live });
  const differing = onceEach(log);

  async function readWhole(symbol: string): Promise<StatedSeries | PriceFailure> {
    if (mode === "yahoo") {
      const answer = await live(symbol);
      if (isPriceFailure(answer)) return answer;
      return { series: answer.series, status: { kind: "yahoo", asOf: answer.series.asOf, cached: cachedOf(answer) } };
    }
    const kept = await snapshot(symbol, wholeHistory);
    if (isPriceFailure(kept)) return kept;
    if (mode === "snapshot") return { series: kept, status: { kind: "snapshot", asOf: kept.asOf } };
    const answer = await live(symbol);
    if (isPriceFailure(answer)) {
      return { series: kept, status: { kind: "yahoo-unreachable", asOf: kept.asOf, reason: answer.failed, detail: answer.detail } };
    }
    const known = compared.get(answer.series) ?? compare(kept, answer.series);
    compared.set(answer.series, known);
    if (known.days.length > 0) differing.note("series.differs", { vendor: "yahoo", symbol, snapshotAsOf: kept.asOf, days: known.days });
    const { days, series, ...common } = known;
    const status = { ...common, asOf: answer.series.asOf, cached: cachedOf(answer) };
    return { series, status: days.length === 0 ? { kind: "yahoo-agrees", ...status } : { kind: "yahoo-differs", ...status, days } };
  }

  return {
    mode,
    vendors: async () => ({ yahoo: { ...(await guard.state()), store: store.kind } }),
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

interface Compared {
  days: string[];
  series: PriceSeries;
  snapshotAsOf: string;
  newerDays: number;
  splitSince: number;
}

/** More days than this apart, and it is not the same history: then it does not continue ours either. */
const mostDiffering = 10;

/** The snapshot's figures with Yahoo's newer days after them: what was shown once never moves. */
function compare(kept: PriceSeries, fresh: PriceSeries): Compared {
  const comparison = compareSeries(kept, fresh);
  const { days, splitSince, newerDays } = comparison;
  if (days.length > mostDiffering) return { days, series: kept, snapshotAsOf: kept.asOf, newerDays: 0, splitSince };
  return { days, series: appendNewer(kept, fresh, comparison), snapshotAsOf: kept.asOf, newerDays: newerDays.length, splitSince };
}

function cachedOf({ stale }: LiveSeries): Cached | null {
  if (stale === null) return null;
  return stale === "renewing" ? { reason: "renewing" } : { reason: stale.failed, detail: stale.detail };
}

/**
 * The store of this process, for the API. One for all routes, whichever bundle they are built into:
 * two would ask Yahoo twice. The environment is read once, at the first use.
 */
export function seriesStore(): SeriesStore {
  return (keeper[storeKey] ??= storeFromEnvironment());
}

const storeKey = Symbol.for("claimtape.series-store");
const keeper = globalThis as { [storeKey]?: SeriesStore };

function storeFromEnvironment(): SeriesStore {
  const quoted = quotedInstruments({ exchanges: loadExchanges(), instruments: Object.values(loadInstruments()) });
  const { prices, cacheFolder, yahoo } = readSettings(process.env);
  const { timeoutMs, breakerMs, freshMs, origin } = yahoo;
  return createSeriesStore({
    mode: prices,
    snapshot: snapshotProvider({ quoted, load: readPriceSeries }),
    yahoo: loggedProvider("yahoo", yahooProvider({ quoted, known: loadKnownDays(), timeoutMs, origin }), logToStderr),
    quoted,
    store: openStore(cacheFolder),
    live: { freshMs, doubtMs: 15 * freshMs, quietMs: breakerMs },
    guard: { breakerMs, questionMs: 2 * timeoutMs + 1000 },
  });
}
