import { formatDay } from "./format.ts";

/** A reason as a reader writes days: the domain's sentences carry them as `YYYY-MM-DD`. */
export function absenceText(why: string): string {
  return why.replace(/\d{4}-\d{2}-\d{2}/g, (day) => formatDay(day));
}
