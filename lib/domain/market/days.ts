/** A day `YYYY-MM-DD` in the exchange's time zone. */
export type Day = string;

/** `YYYY-MM-DD` and on the calendar: 2025-02-29 is not. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(value);
}

/** How many of the ascending `days` lie before `day`: its index if it is one of them, else where it would stand. By halving. */
export function countBefore(days: Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? "") < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of a day among ascending days, or −1. */
export function indexOfDay(days: Day[], day: Day): number {
  const index = countBefore(days, day);
  return days[index] === day ? index : -1;
}
