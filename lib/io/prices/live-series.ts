import { setTimeout as pause } from "node:timers/promises";
import { marketClock } from "../../domain/market/market-clock.ts";
import type { PriceSeries } from "../../domain/market/series.ts";
import type { LogEvent } from "../process/event-log.ts";
import type { Held, HeldSeries } from "./held-series.ts";
import { joinTail, tailFrom } from "./join-series.ts";
import type { DayRange, PriceFailure, PriceProvider } from "./price-provider.ts";
import { firstDay, isPriceFailure, priceFailure } from "./price-provider.ts";
import type { Quoted, QuotedInstruments } from "../data/quoted-instruments.ts";
import { settlingMinutes } from "./yahoo-bars.ts";

/** What the vendor said last. `failure` where its figures could not be renewed, `renewing` where that is under way. */
export interface LiveSeries {
  series: PriceSeries;
  stale: PriceFailure | "renewing" | null;
}

export interface LiveSeriesOptions {
  vendor: string;
  quoted: QuotedInstruments;
  /** Guarded: it never hangs and leaves a vendor in trouble alone. */
  ask: PriceProvider;
  held: HeldSeries;
  log: LogEvent;
  /** Is something in it that may be a slip of the vendor's? Then all of it is asked for again now and then. */
  isDoubtful?: (series: PriceSeries) => boolean;
  now?: () => number;
  /** How long an answer is taken for current while its exchange deals. */
  freshMs?: number;
  /** How long an answer may be given at once while it is renewed; a reader of an older one waits a little. */
  staleMs?: number;
  /** That little. */
  patienceMs?: number;
  /** How long a doubtful series is believed. */
  doubtMs?: number;
  /** How long a symbol is left alone after an answer about it alone was no use. */
  quietMs?: number;
  /** Longer than any question takes. */
  flightMs?: number;
}

/** Every question is for the whole history, so that a symbol has one flight and one entry whatever the range. */
const wholeHistory: DayRange = { from: firstDay };

/**
 * A vendor's series as readers need them: what is held at once, renewed behind their backs; one flight
 * per symbol in this process, one among all servers that share the store; from the last two sessions on
 * where the rest is held.
 */
export function liveSeries(options: LiveSeriesOptions): (symbol: string) => Promise<LiveSeries | PriceFailure> {
  const { quoted, ask, held, log, now = Date.now } = options;
  const { freshMs = 60_000, staleMs = 15 * 60_000, patienceMs = 2_500, doubtMs = 15 * 60_000, quietMs = 30_000, flightMs = 15_000, isDoubtful = () => false } = options;
  // Bounded by the allow-list: a symbol outside it never becomes a key.
  const flights = new Map<string, Promise<Held | PriceFailure>>();
  const quiet = new Map<string, { until: number; failure: PriceFailure }>();

  function renew(instrument: Quoted): Promise<Held | PriceFailure> {
    const { symbol } = instrument;
    const silent = quiet.get(symbol);
    // Nobody is left alone for longer than we ever say: the clock may have been set back since.
    if (silent && silent.until > now() && silent.until <= now() + quietMs) return Promise.resolve(silent.failure);
    const flying = flights.get(symbol);
    if (flying) return flying;
    const flight = fly(instrument).finally(() => flights.delete(symbol));
    flights.set(symbol, flight);
    return flight;
  }

  async function fly(instrument: Quoted): Promise<Held | PriceFailure> {
    const { symbol } = instrument;
    const release = await held.lock(symbol, flightMs);
    if (release === null) return landedElsewhere(instrument);
    try {
      const before = await held.get(symbol);
      if (before && isFresh(before, instrument)) return before;
      const answer = await fetched(symbol, before);
      if (isPriceFailure(answer)) {
        if (answer.failed === "not-found" || answer.failed === "invalid-answer") quiet.set(symbol, { until: now() + quietMs, failure: answer });
        return answer;
      }
      quiet.delete(symbol);
      const after = { ...answer, checkedAt: now() };
      await held.set(symbol, after);
      return after;
    } finally {
      // A lock that cannot be given back frees itself.
      await release().catch(() => undefined);
    }
  }

  /** The tail where there is something to join it to, else, or where it does not fit or may be a slip, all of it. */
  async function fetched(symbol: string, before: Held | null): Promise<Pick<Held, "series" | "wholeAt"> | PriceFailure> {
    const from = before && tailFrom(before.series);
    if (!before || !from || !isBelieved(before)) return everything(symbol);
    const tail = await ask(symbol, { from });
    if (isPriceFailure(tail)) return tail;
    const joined = joinTail(before.series, tail);
    if (!("refetch" in joined)) return { series: joined, wholeAt: before.wholeAt };
    log("series.refetched", { vendor: options.vendor, symbol, why: joined.refetch });
    return everything(symbol);
  }

  async function everything(symbol: string): Promise<Pick<Held, "series" | "wholeAt"> | PriceFailure> {
    const series = await ask(symbol, wholeHistory);
    return isPriceFailure(series) ? series : { series, wholeAt: now() };
  }

  /** No longer than a reader waits: the lock may have been left by a server that is gone. */
  async function landedElsewhere(instrument: Quoted): Promise<Held | PriceFailure> {
    for (let waited = 0; waited < patienceMs; waited += 100) {
      const landed = await held.get(instrument.symbol);
      if (landed && isFresh(landed, instrument)) return landed;
      await pause(100);
    }
    return priceFailure("timeout", instrument.symbol, "Another server asks for it and has no answer yet.");
  }

  /** Believed as long as nothing in it looks like a slip, and then a while. */
  function isBelieved({ series, wholeAt }: Held): boolean {
    return wholeAt + doubtMs > now() || !isDoubtful(series);
  }

  function isFresh(kept: Held, { timeZone, sessionOpen, sessionClose, calendar }: Quoted): boolean {
    const { checkedAt } = kept;
    if (checkedAt + freshMs > now()) return true;
    if (!isBelieved(kept)) return false;
    // Between two sessions nothing is dealt: what was said after the last close is all there is.
    const clock = marketClock({ timeZone, open: sessionOpen, close: sessionClose, calendar }, new Date(now()).toISOString());
    return clock.phase === "closed" && checkedAt > Date.parse(clock.lastClose) + settlingMinutes * 60_000;
  }

  return async (symbol) => {
    const instrument = quoted.get(symbol);
    if (!instrument) return priceFailure("not-allowed", symbol, `${symbol} is not a quoted instrument of ours.`);
    const kept = await held.get(symbol);
    if (!kept) {
      const first = await renew(instrument);
      return isPriceFailure(first) ? first : { series: first.series, stale: null };
    }
    if (isFresh(kept, instrument)) return { series: kept.series, stale: null };
    const flight = renew(instrument);
    const patience = kept.checkedAt + staleMs > now() ? 0 : patienceMs;
    const renewed = await Promise.race([flight, pause(patience, null, { ref: false })]);
    if (renewed === null) return { series: kept.series, stale: "renewing" };
    return isPriceFailure(renewed) ? { series: kept.series, stale: renewed } : { series: renewed.series, stale: null };
  };
}
