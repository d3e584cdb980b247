import { dayText } from "../market/day-text.ts";
import { wallClock } from "../market/calendar.ts";
import type { EventDay } from "../market/event-day.ts";
import type { InstrumentReport } from "./instrument-report.ts";
import type { Composition } from "../market/instruments.ts";
import type { Base, Moves } from "../moves/moves.ts";
import { equalWeightIndex } from "../market/portfolio.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Day, Instant, PriceSeries } from "../market/series.ts";
import { unitsOf } from "../market/units.ts";
import type { Unit } from "../market/units.ts";

/** How far prices reach: the last close, or the price of a session still running. */
export interface LatestPoint {
  day: Day;
  /** The instant of that price; null for a close. */
  at: Instant | null;
  /** As a market would print it; null for a portfolio and where only adjusted closes exist. */
  price: number | null;
}

/** What one unit has done from one base to the latest point. Fractions. */
export interface SinceRow {
  /** The instrument, or a stand-in of a basket. */
  id: string;
  base: Base;
  latest: LatestPoint | Absence;
  move: number | Absence;
  /** The move minus the benchmark's over the same stretch. */
  excess: number | Absence;
}

const BASES: readonly Base[] = ["close", "publication", "open"];

/** Every symbol that `sinceArticle` reads. */
export function symbolsSince({ instrument, composition }: InstrumentReport, benchmark: string): string[] {
  const units = unitsOf(instrument.symbol, compositionsOf(composition));
  return [...new Set([...units.flatMap(({ members }) => members.map(({ symbol }) => symbol)), benchmark])];
}

/**
 * An instrument from each base of the article to the latest price, and the same minus a benchmark. A
 * basket has no price: its stand-ins are counted, each from the close.
 *
 * The move to the event day's close is the report's own; what followed comes from `series`, as the
 * ratio of adjusted closes, which no split or dividend moves.
 *
 * @param series by symbol; a series that is not there makes its rows absent
 */
export function sinceArticle(report: InstrumentReport, benchmark: string, series: Record<string, PriceSeries>): SinceRow[] {
  const { instrument, composition, eventDay } = report;
  if (isAbsent(eventDay)) return [];
  const isBasket = composition?.kind === "basket";
  return unitsOf(instrument.symbol, compositionsOf(composition)).flatMap((unit) => {
    const moves = isBasket ? report.parts.find(({ id }) => id === unit.id)?.moves : report.moves;
    if (moves === undefined) return [];
    const stretch = stretchOf(unit, eventDay, series);
    const market = isAbsent(stretch) ? stretch : growthTo(stretch.latest, benchmark, eventDay, series);
    return (isBasket ? BASES.slice(0, 1) : BASES).map((base) => ({ id: unit.id, base, ...rowFrom(base, moves, benchmark, stretch, market) }));
  });
}

/** From the event day's close to the latest point: the growth over it, and where it ends. */
interface Stretch {
  latest: LatestPoint;
  growth: number;
}

function rowFrom(base: Base, moves: Moves | Absence, benchmark: string, stretch: Stretch | Absence, market: number | Absence): Omit<SinceRow, "id" | "base"> {
  const leg = isAbsent(moves) ? moves : moves[base];
  const latest = isAbsent(stretch) ? stretch : stretch.latest;
  if (isAbsent(leg)) return { latest, move: leg, excess: leg };
  if (isAbsent(stretch)) return { latest, move: stretch, excess: stretch };
  const move = (1 + leg.move) * stretch.growth - 1;
  const versus = leg.versus.find((one) => one.benchmark === benchmark);
  const without = leg.withoutBenchmark.find((one) => one.benchmark === benchmark);
  const excess = (): number | Absence => {
    if (versus === undefined) return without?.absence ?? absence("no-benchmark", `${benchmark} is no benchmark here.`);
    return isAbsent(market) ? market : move - ((1 + versus.move) * market - 1);
  };
  return { latest, move, excess: excess() };
}

/** The benchmark's growth to the very point the other one reaches: that day's close, or its own price of the session both are in. */
function growthTo({ day, at }: LatestPoint, benchmark: string, event: EventDay, series: Record<string, PriceSeries>): number | Absence {
  const own = series[benchmark];
  if (own === undefined) return absence("no-benchmark", `There are no prices of ${benchmark} in the data.`);
  const start = own.adjclose[own.days.indexOf(event.eventDay)];
  const running = runningOf(own);
  const end = at === null ? own.adjclose[own.days.indexOf(day)] : running?.day === day ? running.adjclose : undefined;
  if (start === undefined || end === undefined) return absence("no-benchmark", `There is no price of ${benchmark} to set beside it on ${dayText(day)}.`);
  return end / start;
}

function stretchOf(unit: Pick<Unit, "id" | "kind" | "members">, event: EventDay, series: Record<string, PriceSeries>): Stretch | Absence {
  const [only] = unit.members;
  if (unit.kind === "list" || unit.kind === "group" || only === undefined) return portfolioStretch(unit, event, series);
  const own = series[only.symbol];
  if (own === undefined) return absence("no-price", `There are no prices of ${only.symbol} in the data.`);
  const start = own.adjclose[own.days.indexOf(event.eventDay)];
  const [day, end] = [own.days.at(-1), own.adjclose.at(-1)];
  if (start === undefined || day === undefined || end === undefined) return absence("no-price", `No price of ${only.symbol} on ${dayText(event.eventDay)}.`);
  const close = own.levels === "market" ? (own.close.at(-1) ?? null) : null;
  const running = runningOf(own);
  if (running === null) return { latest: { day, at: null, price: close }, growth: end / start };
  const price = close === null ? null : running.adjclose * (close / end);
  return { latest: { day: running.day, at: running.at, price }, growth: running.adjclose / start };
}

/** Equal weights at every close, as everywhere here; a session still running counts only when every member has a price of it. */
function portfolioStretch({ id, members }: Pick<Unit, "id" | "members">, event: EventDay, series: Record<string, PriceSeries>): Stretch | Absence {
  const index = equalWeightIndex(id, members, series);
  if (isAbsent(index)) return index;
  const start = index.level[index.days.indexOf(event.eventDay)];
  const [day, end] = [index.days.at(-1), index.level.at(-1)];
  if (start === undefined || day === undefined || end === undefined) return absence("no-price", `No price of ${id} on ${dayText(event.eventDay)}.`);
  const running = members.map(({ symbol }) => {
    const own = series[symbol];
    const now = own && runningOf(own);
    return own && now && own.days.at(-1) === day ? { day: now.day, at: now.at, growth: now.adjclose / (own.adjclose.at(-1) ?? NaN) } : null;
  });
  const first = running[0];
  const together = running.flatMap((one) => (one !== null && one.day === first?.day ? [one] : []));
  if (first == null || together.length < members.length) return { latest: { day, at: null, price: null }, growth: end / start };
  const oldest = together.map(({ at }) => at).toSorted()[0] ?? first.at;
  const growth = together.reduce((sum, one) => sum + one.growth, 0) / together.length;
  return { latest: { day: first.day, at: oldest, price: null }, growth: (end / start) * growth };
}

function runningOf({ latest, timeZone, days }: PriceSeries): { day: Day; at: Instant; adjclose: number } | null {
  if (latest === undefined) return null;
  const { day } = wallClock(latest.at, timeZone);
  return day > (days.at(-1) ?? "") ? { day, ...latest } : null;
}

function compositionsOf(composition: Composition | null): Record<string, Composition> {
  return composition === null ? {} : { [composition.symbol]: composition };
}
