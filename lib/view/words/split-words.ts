import type { SeriesStatus } from "../../domain/market/series.ts";

/** "10:1" for 10, "3:2" for 1.5, "1:8" for 0.125: the smallest whole numbers that say a factor to a twentieth of a percent. */
export function formatSplit(factor: number): string {
  for (let before = 1; before <= 50; before += 1) {
    const after = Math.round(factor * before);
    if (after > 0 && Math.abs(after / before / factor - 1) < 0.0005) return `${after}:${before}`;
  }
  return `${factor.toPrecision(3)}:1`;
}

/** Why no newer price of a symbol is shown though its moves are; null where it has not split since the snapshot. */
export function splitText(symbol: string, status: SeriesStatus | undefined): string | null {
  if (status === undefined || !("splitSince" in status) || status.splitSince === 1) return null;
  return `${symbol} has split ${formatSplit(status.splitSince)} since the snapshot: prices before and after are not on one scale, so no newer price is shown; moves count through the split.`;
}
