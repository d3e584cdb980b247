import { formatAxisMove, formatSignedPoints } from "./format.ts";

/** A difference where the unit stands beside it already, on an axis or in a column's head: "−13.4". */
export function barePoints(fraction: number, step?: number): string {
  return step === undefined ? formatSignedPoints(fraction, 2).replace(" points", "") : formatAxisMove(fraction, step).replace(/\s?%$/, "");
}

/** "−17.9 to −8.8" */
export function pointRange(low: number, high: number): string {
  return [low, high].map((end) => formatSignedPoints(end).replace(" points", "")).join(" to ");
}
