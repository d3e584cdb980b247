/**
 * Two kinds of questions to Next. Drawing keeps a core busy for up to a quarter of a second and takes some
 * ten megabytes; two at once keep it busy. Answers of the API take milliseconds, or wait for Yahoo, and
 * should not stand behind drawings.
 */
export type Lane = "drawing" | "answering";

/** Tells Next's process which it is. Nobody outside can set it. */
export const laneHeader = "x-claimtape-lane";

export const atOnce: Record<Lane, number> = { drawing: 2, answering: 32 };

/** Everybody's, beyond what is under way: some 15 s of the dearest pages. */
export const waiting: Record<Lane, number> = { drawing: 64, answering: 256 };

/** One client's, under way and waiting. */
export const perClient: Record<Lane, number> = { drawing: 24, answering: 64 };

export const patienceMs = 20_000;

/** @param place the decoded path */
export function laneOf(place: string): Lane {
  return place.startsWith("/api/") ? "answering" : "drawing";
}
