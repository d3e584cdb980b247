/** A day `YYYY-MM-DD` in the exchange's time zone. */
export type Day = string;

/** `YYYY-MM-DD` and on the calendar: 2025-02-29 is not. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(value);
}
