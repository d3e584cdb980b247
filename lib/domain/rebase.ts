import type { Base, Moves, Path } from "./moves.ts";
import { type Absence, isAbsent } from "./series.ts";

/**
 * Move the zero of a path from the base close to another base, without touching its shape.
 *
 * The close-based and the other move end at the same event-day close, so their ratio is the other
 * base's level relative to the base close: (1 + m_close) / (1 + m_base). Dividing every level of the
 * path by it sets the other base to 0.
 */
export function rebasePath(path: Path, moves: Moves | Absence, base: Base): Path | Absence {
  if (base === "close") return path;
  if (isAbsent(moves)) return moves;
  const [fromClose, fromBase] = [moves.close, moves[base]];
  if (isAbsent(fromClose)) return fromClose;
  if (isAbsent(fromBase)) return fromBase;
  const level = (1 + fromClose.move) / (1 + fromBase.move);
  return { ...path, change: path.change.map((change) => (1 + change) / level - 1) };
}
