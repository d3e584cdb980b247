import type { Direction } from "../lib/domain/exposures.ts";

/** Directions as shapes: hollow for what was said, solid for what came. Sign and shape before colour. */
export function SaidMark({ direction }: { direction: Direction | null }) {
  return <span aria-hidden="true">{direction === "up" ? "△" : direction === "down" ? "▽" : "○"}</span>;
}

export function DidMark({ direction }: { direction: Direction | "both" | null }) {
  return <span aria-hidden="true">{direction === "up" ? "▲" : direction === "down" ? "▼" : direction === "both" ? "◆" : "·"}</span>;
}
