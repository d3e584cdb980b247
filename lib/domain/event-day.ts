import type { Exchange, ExchangeId } from "./instruments.ts";
import type { Absence, Day, Instant } from "./series.ts";

/** The first session of one exchange that could react to a publication, and the close before it. */
export interface EventDay {
  exchange: ExchangeId;
  timeZone: string;
  /** Publication as the exchange's wall clock saw it. */
  publishedDay: Day;
  /** `HH:MM` */
  publishedTime: string;
  phase: "before-open" | "in-session" | "after-close" | "no-session-that-day";
  /** Minutes from publication to the open of the event day, when published before that day's open on the same day; else null. */
  minutesToOpen: number | null;
  eventDay: Day;
  /** The last session that had closed before publication: the default base. */
  baseDay: Day;
}
