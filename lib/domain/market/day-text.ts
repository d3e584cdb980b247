import type { Day } from "./series.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A day as a sentence writes it: "27 January 2025". What is no day stays as it is. */
export function dayText(day: Day): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}
