import type { Base, BaseMove, Moves } from "../../domain/moves/moves.ts";
import type { InstrumentReport } from "../../domain/report/report.ts";
import { type Absence, isAbsent } from "../../domain/market/series.ts";

/**
 * The event-day move as one screen line needs it: one number, or for a basket the span of its judged
 * stand-ins, or why there is none.
 */
export type EventMove =
  { kind: "one"; move: number; versusSpy: number | null } | { kind: "span"; low: number; high: number; standIns: number } | { kind: "none"; absence: Absence };

/** @param base what it is counted from; an arbitrary day has no such move */
export function eventMove(report: InstrumentReport, base: Base = "close"): EventMove {
  if (report.instrument.kind === "basket") {
    const moves = report.parts.flatMap((part) => {
      const close = part.role === "judged" ? moveFrom(part.moves, base) : null;
      return close === null || isAbsent(close) ? [] : [close.move];
    });
    if (moves.length > 0) return { kind: "span", low: Math.min(...moves), high: Math.max(...moves), standIns: moves.length };
  }
  const close = moveFrom(report.moves, base);
  if (isAbsent(close)) return { kind: "none", absence: close };
  return { kind: "one", move: close.move, versusSpy: close.versus.find((v) => v.benchmark === "SPY")?.excess ?? null };
}

/** The move from the last close before the publication. */
export function closeMove(moves: Moves | Absence): BaseMove | Absence {
  return moveFrom(moves, "close");
}

function moveFrom(moves: Moves | Absence, base: Base): BaseMove | Absence {
  return isAbsent(moves) ? moves : moves[base];
}

/** The way one number went; null where it did not. */
export function moveDirection(move: number): "up" | "down" | null {
  return move > 0 ? "up" : move < 0 ? "down" : null;
}

/** The way the tape went, when every number behind it agrees. */
export function eventDirection(move: EventMove): "up" | "down" | "both" | null {
  switch (move.kind) {
    case "none":
      return null;
    case "one":
      return move.move >= 0 ? "up" : "down";
    case "span":
      return move.low >= 0 ? "up" : move.high <= 0 ? "down" : "both";
  }
}
