import type { Day } from "./series.ts";

/** How many of the ascending `days` lie before `day`: its place if it is one of them, else where it would stand. By halving. */
export function placeOf(days: Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? "") < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a day among ascending days, or −1. */
export function indexOfDay(days: Day[], day: Day): number {
  const place = placeOf(days, day);
  return days[place] === day ? place : -1;
}
