import { isSession } from "../market/calendar.ts";
import type { EventDay } from "../market/event-day.ts";
import { noPriceOn } from "../market/levels.ts";
import type { AdjustedCloses } from "../market/levels.ts";
import type { Path } from "./moves.ts";
import type { Absence, Day } from "../market/series.ts";

/** How far a path reaches, in sessions from the event day. */
export interface Reach {
  before: number;
  after: number;
}

/** What a small chart shows, and a large one until another range is asked for. */
export const AROUND: Reach = { before: 5, after: 20 };

/** All that the data hold, for a long chart. */
export const WHOLE: Reach = { before: Infinity, after: Infinity };

/**
 * Change since the base day's close, session by session. Sessions on which the instrument did not
 * trade are left out, so offsets may have gaps; a path ends where its prices end.
 *
 * @param sessions of the exchange, ascending; the base day is offset −1 and its change 0
 */
export function path(closes: AdjustedCloses, event: EventDay, sessions: Day[], reach: Reach = AROUND): Path | Absence {
  const base = closes.adjclose[closes.days.indexOf(event.baseDay)];
  if (base === undefined) return noPriceOn(closes, event.baseDay);
  if (!isSession(sessions, event.eventDay)) return noPriceOn(closes, event.eventDay);
  const zero = sessions.indexOf(event.eventDay);
  const level = new Map(closes.days.map((day, i) => [day, closes.adjclose[i] ?? Number.NaN]));
  const result: Path = { offsets: [], days: [], change: [] };
  const last = Math.min(reach.after, sessions.length - 1 - zero);
  for (let offset = Math.max(0 - reach.before, 0 - zero); offset <= last; offset += 1) {
    const day = sessions[zero + offset];
    const value = day === undefined ? undefined : level.get(day);
    if (day === undefined || value === undefined) continue;
    result.offsets.push(offset);
    result.days.push(day);
    result.change.push(value / base - 1);
  }
  return result;
}
