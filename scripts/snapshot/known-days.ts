/**
 * Days a check would stop at, and why they are real. A new one needs a line here, with its reason,
 * before the snapshot takes it: a split that was not applied looks exactly like a crash.
 */
export interface KnownDay {
  symbol: string;
  day: string;
  reason: string;
}

/** Daily returns beyond the bound of `checks.ts` that happened. */
export const knownJumps: KnownDay[] = [
  { symbol: "ARM", day: "2024-02-08", reason: "Quarterly results." },
  { symbol: "BE", day: "2024-11-15", reason: "Supply agreement with American Electric Power." },
  { symbol: "POWL", day: "2024-01-31", reason: "Quarterly results." },
  { symbol: "^VIX", day: "2024-08-05", reason: "World-wide sell-off as yen positions were closed." },
  { symbol: "^VIX", day: "2024-12-18", reason: "The Federal Reserve announced fewer cuts than expected." },
  { symbol: "^VIX", day: "2025-04-04", reason: "China answered the United States' tariffs." },
];

const halfDay =
  "Half-day session; the source holds one price and no volume for it, so it is no full session and nothing is tested on it.";

/** Rows with one price and no volume whose reason we know. */
export const knownStubs: KnownDay[] = [
  { symbol: "0700.HK", day: "2024-12-24", reason: halfDay },
  { symbol: "0700.HK", day: "2024-12-31", reason: halfDay },
  {
    symbol: "0700.HK",
    day: "2025-01-28",
    reason:
      "Half-day session before the Lunar New Year; the source holds one price and no volume for it, so it is no full session and nothing is tested on it. Hong Kong then stayed closed until 3 February.",
  },
  { symbol: "0700.HK", day: "2025-12-24", reason: halfDay },
  { symbol: "0700.HK", day: "2025-12-31", reason: halfDay },
  { symbol: "0700.HK", day: "2026-02-16", reason: halfDay },
];

/** A row with one price and no volume whose reason we do not know. */
export const unexplainedStub = "One price and no volume in the source: nothing was traded, or the row is no full session.";

export function reasonFor(known: KnownDay[], symbol: string, day: string): string | null {
  return known.find((entry) => entry.symbol === symbol && entry.day === day)?.reason ?? null;
}
