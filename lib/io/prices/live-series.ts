import { setTimeout as pause } from "node:timers/promises";
import { instantAt } from "../../domain/market/calendar.ts";
import { marketClock } from "../../domain/market/market-clock.ts";
import type { Day, PriceSeries } from "../../domain/market/series.ts";
import { closeOn } from "../../domain/market/trading-calendar.ts";
import type { LogEvent } from "../process/event-log.ts";
import type { Held, HeldSeries } from "./held-series.ts";
import { joinTail, joinWhole, tailFrom } from "./join-series.ts";
import type { DayRange, PriceFailure, PriceProvider } from "./price-provider.ts";
import { firstDay, isPriceFailure, priceFailure } from "./price-provider.ts";
import type { Quoted, QuotedInstruments } from "../data/quoted-instruments.ts";
import { lastSettledDay, missingSessions, sessionCalendar, settlingMinutes } from "./session-calendar.ts";
import type { SessionCalendar } from "./session-calendar.ts";

/** What the vendor said last. `failure` where its figures could not be renewed, `renewing` where that is under way. */
export interface LiveSeries {
  series: PriceSeries;
  stale: PriceFailure | "renewing" | null;
  /** The newest session, where it is over and the vendor has no figures of it yet. */
  awaited: Day | null;
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
  calendar?: SessionCalendar;
  now?: () => number;
  /** How long an answer is taken for current while its exchange deals. */
  freshMs?: number;
  /** How long an answer may be given at once while it is renewed; a reader of an older one waits a little. */
  staleMs?: number;
  /** That little. */
  patienceMs?: number;
  /** How long a doubtful series is believed; longer, half as long as it has stood, where all of it was asked for again and was the same. */
  doubtMs?: number;
  /** How long a symbol is left alone after an answer about it alone was no use. */
  quietMs?: number;
  /** Longer than any question takes. */
  flightMs?: number;
}

/** Every question is for the whole history, so that a symbol has one flight and one entry whatever the range. */
const wholeHistory: DayRange = { from: firstDay };
/** All of a series is asked for this often, whatever its tail says: a split may have been applied to the past a month late. */
const wholeMs = 24 * 3_600_000;
/** A session that is missing, and a series that stays doubtful, are asked for again at least this often. */
const longestWaitMs = 6 * 3_600_000;

type Answer = Pick<Held, "series" | "wholeAt" | "sameSince">;

/**
 * A vendor's series as readers need them: what is held at once, renewed behind their backs; one flight
 * per symbol in this process, one among all servers that share the store; from the last month on where
 * the rest is held. What was there once is not lost to an answer that lags or has a hole.
 */
export function liveSeries(options: LiveSeriesOptions): (symbol: string) => Promise<LiveSeries | PriceFailure> {
  const { quoted, ask, held, log, now = Date.now } = options;
  const {
    freshMs = 60_000,
    staleMs = 15 * 60_000,
    patienceMs = 2_500,
    doubtMs = 15 * 60_000,
    quietMs = 30_000,
    flightMs = 15_000,
    isDoubtful = () => false,
    calendar = sessionCalendar(),
  } = options;
  // Bounded by the allow-list: a symbol outside it never becomes a key.
  const flights = new Map<string, Promise<Held | PriceFailure>>();
  const quiet = new Map<string, { until: number; failure: PriceFailure }>();
  /** The days of each series that gives an exchange's sessions, as last seen here. */
  const exchangeDays = new Map<string, Day[]>();
  const missed = new WeakMap<PriceSeries, { until: Day; beside: Day[] | null; days: Day[] }>();

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
      const missing = missingOf(after.series, instrument);
      if (missing.length > 0) log("series.holes", { vendor: options.vendor, symbol, count: missing.length, newest: missing.at(-1) });
      return after;
    } finally {
      // A lock that cannot be given back frees itself.
      await release().catch(() => undefined);
    }
  }

  /** The tail where there is something to join it to, else, or where it does not fit or may be a slip, all of it. */
  async function fetched(symbol: string, before: Held | null): Promise<Answer | PriceFailure> {
    const from = before && tailFrom(before.series);
    if (!before || !from || !isBelieved(before) || before.wholeAt + wholeMs <= now()) return everything(symbol, before);
    const tail = await ask(symbol, { from });
    if (isPriceFailure(tail)) return tail;
    const joined = joinTail(before.series, tail);
    if ("behind" in joined) return lagging(symbol, joined.behind);
    if (!("refetch" in joined)) return { ...before, series: joined };
    log("series.refetched", { vendor: options.vendor, symbol, why: joined.refetch });
    return everything(symbol, before);
  }

  async function everything(symbol: string, before: Held | null): Promise<Answer | PriceFailure> {
    const series = await ask(symbol, wholeHistory);
    if (isPriceFailure(series)) return series;
    if (before === null) return { series, wholeAt: now(), sameSince: now() };
    const joined = joinWhole(before.series, series);
    if ("behind" in joined) return lagging(symbol, joined.behind);
    return { series: joined, wholeAt: now(), sameSince: isSameHistory(before.series, joined) ? (before.sameSince ?? before.wholeAt) : now() };
  }

  function lagging(symbol: string, behind: string): PriceFailure {
    return priceFailure("invalid-answer", symbol, `The answer is an older one: ${behind}.`);
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
  function isBelieved({ series, wholeAt, sameSince = wholeAt }: Held): boolean {
    return wholeAt + Math.min(longestWaitMs, Math.max(doubtMs, (wholeAt - sameSince) / 2)) > now() || !isDoubtful(series);
  }

  /** Sessions that are over and not in it: worked out once a day for a series, and once more when its exchange's has changed. */
  function missingOf(series: PriceSeries, instrument: Quoted): Day[] {
    if (instrument.sessionsOf === instrument.symbol) exchangeDays.set(instrument.symbol, series.days);
    const beside = instrument.sessionsOf === instrument.symbol ? null : (exchangeDays.get(instrument.sessionsOf) ?? null);
    const until = lastSettledDay(instrument, now());
    const known = missed.get(series);
    if (known?.until === until && known.beside === beside) return known.days;
    const days = missingSessions(calendar, instrument, series.days, beside, now());
    missed.set(series, { until, beside, days });
    return days;
  }

  /** The newest session that is known to have been one, where it is over and not there. */
  function awaitedIn(series: PriceSeries, instrument: Quoted): Day | null {
    const newest = missingOf(series, instrument).findLast((day) => calendar.dealt(instrument, day) === true);
    return newest !== undefined && newest > (series.days.at(-1) ?? "") ? newest : null;
  }

  function isFresh(kept: Held, instrument: Quoted): boolean {
    const { checkedAt, wholeAt } = kept;
    const { timeZone, sessionOpen, sessionClose, calendar: listed } = instrument;
    if (checkedAt + freshMs > now()) return true;
    if (!isBelieved(kept) || wholeAt + wholeMs <= now()) return false;
    // Between two sessions nothing is dealt: what was said after the last close is all there is,
    const clock = marketClock({ timeZone, open: sessionOpen, close: sessionClose, calendar: listed }, new Date(now()).toISOString());
    if (clock.phase !== "closed" || checkedAt <= Date.parse(clock.lastClose) + settlingMinutes * 60_000) return false;
    const missing = missingOf(kept.series, instrument).at(-1);
    if (missing === undefined) return true;
    // unless a session of it is missing. Soon after its close that is a matter of minutes, later of hours.
    const since = checkedAt - Date.parse(instantAt(missing, closeOn({ close: sessionClose, calendar: listed }, missing), timeZone)) - settlingMinutes * 60_000;
    return checkedAt + Math.min(longestWaitMs, Math.max(freshMs, since / 16)) > now();
  }

  function told(series: PriceSeries, stale: LiveSeries["stale"], instrument: Quoted): LiveSeries {
    return { series, stale, awaited: awaitedIn(series, instrument) };
  }

  return async (symbol) => {
    const instrument = quoted.get(symbol);
    if (!instrument) return priceFailure("not-allowed", symbol, `${symbol} is not a quoted instrument of ours.`);
    const kept = await held.get(symbol);
    if (!kept) {
      const first = await renew(instrument);
      return isPriceFailure(first) ? first : told(first.series, null, instrument);
    }
    if (isFresh(kept, instrument)) return told(kept.series, null, instrument);
    const flight = renew(instrument);
    const patience = kept.checkedAt + staleMs > now() ? 0 : patienceMs;
    const renewed = await Promise.race([flight, pause(patience, null, { ref: false })]);
    if (renewed === null) return told(kept.series, "renewing", instrument);
    return isPriceFailure(renewed) ? told(kept.series, renewed, instrument) : told(renewed.series, null, instrument);
  };
}

/** Do two takings say the same of every day of the first? Then what looks like a slip is what the vendor holds to. */
function isSameHistory(before: PriceSeries, after: PriceSeries): boolean {
  const [first] = before.days;
  const at = first === undefined ? -1 : after.days.indexOf(first);
  return at !== -1 && before.days.every((day, i) => after.days[at + i] === day && after.adjclose[at + i] === before.adjclose[i]);
}
