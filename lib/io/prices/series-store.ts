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
import { sessionCalendar } from "./session-calendar.ts";
import type { SessionCalendar } from "./session-calendar.ts";
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
  /** On which days exchanges deal; without it no missing session is known to be one. */
  calendar?: SessionCalendar;
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
  const live = liveSeries({
    vendor: "yahoo",
    quoted,
    ask: guard.ask,
    held,
    log,
    now,
    isDoubtful,
    ...(options.calendar === undefined ? {} : { calendar: options.calendar }),
    ...options.live,
  });
  const differing = onceEach(log);

  async function readWhole(symbol: string): Promise<StatedSeries | PriceFailure> {
    if (mode === "yahoo") {
      const answer = await live(symbol);
      if (isPriceFailure(answer)) return answer;
      return { series: answer.series, status: { kind: "yahoo", asOf: answer.series.asOf, cached: cachedOf(answer), ...notesOf(answer.series, "") } };
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
    if (series === null) {
      return { series: kept, status: { kind: "yahoo-unreachable", asOf: kept.asOf, reason: "nothing-in-common", detail: apart(kept, answer.series) } };
    }
    const status = { ...common, asOf: answer.series.asOf, cached: cachedOf(answer), ...notesOf(answer.series, kept.days.at(-1) ?? "") };
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
  /** Null where the two have nothing in common. */
  series: PriceSeries | null;
  snapshotAsOf: string;
  newerDays: number;
  splitSince: number;
}

/** More days than this apart, and it is not the same history: then it does not continue ours either. */
const mostDiffering = 10;

/** The snapshot's figures with Yahoo's newer days after them: what was shown once never moves. */
function compare(kept: PriceSeries, fresh: PriceSeries): Compared {
  const comparison = compareSeries(kept, fresh);
  const { days, splitSince } = comparison;
  if (days.length > mostDiffering) return { days, series: kept, snapshotAsOf: kept.asOf, newerDays: 0, splitSince };
  const joined = appendNewer(kept, fresh, comparison);
  return { days, series: joined?.series ?? null, snapshotAsOf: kept.asOf, newerDays: joined?.newerDays.length ?? 0, splitSince };
}

function apart(kept: PriceSeries, { days }: PriceSeries): string {
  return `Yahoo's series is of ${days[0]} to ${days.at(-1)}, the snapshot of ${kept.days[0]} to ${kept.days.at(-1)}: too few days in common to say that they are one.`;
}

/** What is to be said of single days after the snapshot's last. */
function notesOf({ notes = [] }: PriceSeries, last: string): { notes?: { day: string; note: string }[] } {
  const newer = notes.filter(({ day }) => day > last);
  return newer.length === 0 ? {} : { notes: newer };
}

function cachedOf({ stale, awaited }: LiveSeries): Cached | null {
  if (stale === null) return awaited === null ? null : { reason: "awaited", day: awaited };
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
  const { timeoutMs, breakerMs, freshMs, origin, userAgent } = yahoo;
  const calendar = sessionCalendar((symbol) => readPriceSeries(symbol)?.days);
  const keptUntil = (symbol: string) => readPriceSeries(symbol)?.days.at(-1);
  return createSeriesStore({
    mode: prices,
    snapshot: snapshotProvider({ quoted, load: readPriceSeries }),
    yahoo: loggedProvider("yahoo", yahooProvider({ quoted, known: loadKnownDays(), calendar, keptUntil, timeoutMs, origin, userAgent }), logToStderr),
    quoted,
    calendar,
    store: openStore(cacheFolder),
    live: { freshMs, doubtMs: 15 * freshMs, quietMs: breakerMs },
    guard: { breakerMs, questionMs: 2 * timeoutMs + 1000 },
  });
}
