import { dayText } from "../market/day-text.ts";
import { wallClock } from "../market/calendar.ts";
import type { EventDay } from "../market/event-day.ts";
import type { StudyFitter } from "../study/study-fitter.ts";
import type { StudyOptions } from "../study/event-study.ts";
import type { Composition, Instrument, LevelKind } from "../market/instruments.ts";
import { factorOn } from "../market/levels.ts";
import { abnormalReturn } from "../study/market-model.ts";
import type { Base, Moves, Path } from "../moves/moves.ts";
import { WHOLE } from "../moves/path.ts";
import { levelOf } from "../market/portfolio.ts";
import { pairReturns } from "../study/returns.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Day, Instant, SeriesStatus } from "../market/series.ts";
import { trackOf, trackOfPortfolio } from "../moves/market-data.ts";
import type { MarketData } from "../moves/market-data.ts";
import { unitLevels, unitsOf } from "../market/units.ts";
import type { Unit } from "../market/units.ts";

/** What can be drawn: an instrument, a group as its portfolio, or a stand-in of a basket. */
export interface LineName {
  /** An instrument's symbol or a proxy's id; unique. */
  id: string;
  /** Whose page tells about it: for a proxy that is a list, its basket's; else its own. */
  symbol: string;
  name: string;
  /** How a sentence calls it. */
  shortName: string;
  /** As short as the end of a line allows. */
  label: string;
  benchmark: boolean;
}

/** One line over all days held, ready for every base, measure and range. Columns of equal length; JSON-safe. */
export interface Line extends LineName, Path {
  /** The first session that could react, and the default base before it. */
  eventDay: Day;
  baseDay: Day;
  timeZone: string;
  /** ISO 4217; null for the level of an index, which is a plain number. */
  currency: string | null;
  levels: LevelKind;
  origin: string;
  asOf: Day | Instant;
  /** Prices as quoted, one per day of the path; absent where no level is a price. */
  close: (number | null)[] | Absence;
  /** Level of the other bases where the base close is 1. */
  bases: Record<Exclude<Base, "close">, number | Absence>;
  /** Abnormal returns summed from the base close, by benchmark; one per day of the path, null where one of the two did not trade. */
  abnormal: Record<string, (number | null)[] | Absence>;
  minutes: Minutes | Absence;
  /** What of it goes beyond the snapshot; null where the snapshot alone was read. */
  live: LiveTail | null;
}

/** The sessions of a line that came from a vendor after the snapshot. */
export interface LiveTail {
  /** The first of them; null where there is none. */
  from: Day | null;
  /** By symbol, what every series behind the line is: its own or its members', what tells its sessions, and the benchmarks. */
  statuses: Record<string, SeriesStatus>;
}

/** 5-minute closes around the event. `change` counts from the base close, adjusted as the daily path is. */
export interface Minutes {
  start: Instant[];
  session: ("pre" | "regular" | "post")[];
  close: number[];
  change: number[];
}

export interface LineFacts {
  instruments: Record<string, Instrument>;
  compositions: Record<string, Composition>;
  options: StudyOptions;
  /** Fits a market model, each once. */
  fitStudy: StudyFitter;
}

/** Everything that can be drawn, instruments first, then the lists that stand in for baskets. */
export function lineNames({ instruments, compositions }: Pick<LineFacts, "instruments" | "compositions">): LineName[] {
  const own = Object.values(instruments)
    .filter(({ kind }) => kind !== "basket" && kind !== "private")
    .map(({ symbol, name, shortName, benchmark }) => ({ id: symbol, symbol, name, shortName, label: symbol, benchmark: benchmark === true }));
  const lists = Object.values(compositions).flatMap((composition) =>
    composition.kind === "group"
      ? []
      : composition.proxies
          .filter(({ kind }) => kind === "list")
          .map(({ id, name }) => ({
            id,
            symbol: composition.symbol,
            name,
            shortName: `${composition.symbol} list`,
            label: `${composition.symbol} list`,
            benchmark: false,
          })),
  );
  return [...own, ...lists];
}

/** @returns the reasons of a track: what has no price has no line */
export function lineOf(name: LineName, facts: LineFacts, data: MarketData): Line | Absence {
  const unit = unitsOf(name.symbol, facts.compositions).find(({ id }) => id === name.id);
  if (unit === undefined) return absence("no-price", `${name.id} is nothing that has a price.`);
  const [only] = unit.members;
  const plural = unit.kind === "list" || unit.kind === "group";
  const track = plural || only === undefined ? trackOfPortfolio(data, unit.id, unit.members, WHOLE) : trackOf(data, only.symbol, WHOLE);
  const { eventDay, path, moves } = track;
  if (isAbsent(eventDay)) return eventDay;
  if (isAbsent(path)) return path;
  const series = plural || only === undefined ? undefined : data.series[only.symbol];
  const member = data.series[only?.symbol ?? ""];
  const instrument = facts.instruments[name.id];
  return {
    ...name,
    offsets: path.offsets,
    days: path.days,
    change: path.change.map(sixDigits),
    eventDay: eventDay.eventDay,
    baseDay: eventDay.baseDay,
    timeZone: eventDay.timeZone,
    currency: instrument === undefined || instrument.kind === "index" ? null : instrument.currency,
    levels: series?.levels ?? "adjusted-only",
    origin: plural ? `${unit.members.length} members in equal weight, rebalanced daily` : (series?.origin ?? ""),
    asOf: member?.asOf ?? "",
    close: closes(name, path, data),
    bases: { publication: baseLevel(moves, "publication"), open: baseLevel(moves, "open") },
    abnormal: Object.fromEntries(data.benchmarks.map((benchmark) => [benchmark, abnormalOn(benchmark, unit, path, eventDay, facts, data)])),
    minutes: minutesOf(name.id, eventDay, data),
    live: null,
  };
}

/** Every series a line is made of: what tells its sessions first, then the benchmarks, then its own or its members'. */
export function symbolsOfLine(
  name: LineName,
  { instruments, compositions }: Pick<LineFacts, "instruments" | "compositions">,
  { exchanges, benchmarks }: Pick<MarketData, "exchanges" | "benchmarks">,
): string[] {
  const members = unitsOf(name.symbol, compositions).find(({ id }) => id === name.id)?.members ?? [];
  const sessions = members.flatMap(({ symbol }) => exchanges.find(({ id }) => id === instruments[symbol]?.exchange)?.sessionsOf ?? []);
  return [...new Set([...sessions, ...benchmarks, ...members.map(({ symbol }) => symbol)])];
}

/**
 * A line made of the snapshot and what a vendor added, as what it is: origin and date of the snapshot stay
 * beside the figures that came from it.
 *
 * @param kept the same line from the snapshot alone
 * @param statuses of the series behind it
 */
export function withLiveTail(kept: Line | Absence, joined: Line | Absence, statuses: Record<string, SeriesStatus>): Line | Absence {
  if (isAbsent(joined)) return isAbsent(kept) ? joined : { ...kept, live: { from: null, statuses } };
  if (isAbsent(kept)) return { ...joined, live: { from: joined.days[0] ?? null, statuses } };
  const last = kept.days.at(-1) ?? "";
  return { ...joined, origin: kept.origin, asOf: kept.asOf, live: { from: joined.days.find((day) => day > last) ?? null, statuses } };
}

function closes({ id, name }: LineName, path: Path, data: MarketData): (number | null)[] | Absence {
  const series = data.series[id];
  if (series === undefined) return absence("no-public-quote", `${name} is a portfolio of ours: it has returns, no price.`);
  if (series.levels === "adjusted-only") return absence("no-price", `Only adjusted closes of ${id} are held, which are not prices.`);
  const at = new Map(series.days.map((day, i) => [day, series.close[i] ?? null]));
  return path.days.map((day) => at.get(day) ?? null);
}

/** Both moves end at the same close, so their ratio is the level of the other base where the base close is 1. */
function baseLevel(moves: Moves | Absence, base: Exclude<Base, "close">): number | Absence {
  if (isAbsent(moves)) return moves;
  if (isAbsent(moves.close)) return moves.close;
  const from = moves[base];
  return isAbsent(from) ? from : (1 + moves.close.move) / (1 + from.move);
}

/** The market model of the verdicts, its abnormal returns summed over every session held: 0 at the base close. */
function abnormalOn(benchmark: string, unit: Unit, path: Path, event: EventDay, facts: LineFacts, data: MarketData): (number | null)[] | Absence {
  const market = data.series[benchmark];
  if (market === undefined) return absence("no-price", `There are no prices of ${benchmark} in the data.`);
  const index = unitLevels(unit, facts.instruments, data.series, market.timeZone);
  if (isAbsent(index)) return index;
  const fit = facts.fitStudy(index, levelOf(market), event.eventDay, facts.options);
  if (isAbsent(fit)) return fit;
  const paired = pairReturns(index, levelOf(market), event.eventDay, -Infinity, Infinity);
  if (isAbsent(paired)) return paired;
  let sum = 0;
  const sums = new Map(
    paired.days.map((day, i) => {
      sum += abnormalReturn(fit.model, paired.own[i] ?? NaN, paired.market[i] ?? NaN);
      return [day, sum];
    }),
  );
  const zero = sums.get(event.baseDay);
  if (zero === undefined) return absence("no-price", `${unit.id} and ${benchmark} did not both trade on ${dayText(event.baseDay)}.`);
  return path.days.map((day) => {
    const at = sums.get(day);
    return at === undefined ? null : sixDigits(at - zero);
  });
}

/** 5-minute bars are drawn from the base day to the second session after the event day. */
const SESSIONS_OF_BARS = 4;

/** The bars held from the base day on; absent where none is of the event day: a file may hold another event's. */
function minutesOf(id: string, event: EventDay, data: MarketData): Minutes | Absence {
  const intraday = data.intraday[id];
  const series = data.series[id];
  const held = intraday === undefined ? [] : intraday.start.map((start) => wallClock(start, event.timeZone).day);
  if (intraday === undefined || series === undefined || !held.includes(event.eventDay))
    return absence("no-intraday", `No 5-minute prices of ${id} are held for these days.`);
  const zero = series.days.indexOf(event.baseDay);
  const base = series.adjclose[zero];
  if (base === undefined) return absence("no-price", `${id} has no close on ${dayText(event.baseDay)}.`);
  // A bar before the day's close belongs to that day all the same: its factor is the day's.
  const factors = new Map(series.days.slice(zero, zero + SESSIONS_OF_BARS).map((day) => [day, factorOn(series, day) ?? NaN]));
  const minutes: Minutes = { start: [], session: [], close: [], change: [] };
  for (const [i, start] of intraday.start.entries()) {
    const factor = factors.get(held[i] ?? "");
    const [session, close] = [intraday.session[i], intraday.close[i]];
    if (factor === undefined || session === undefined || close === undefined) continue;
    minutes.start.push(start);
    minutes.session.push(session);
    minutes.close.push(close);
    minutes.change.push(sixDigits((close * factor) / base - 1));
  }
  return minutes;
}

/** Lines are drawn and read to a hundredth of a percent; adding 0 turns −0, which JSON does not know, into 0. */
function sixDigits(value: number): number {
  return Number(value.toFixed(6)) + 0;
}
