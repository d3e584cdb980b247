import type { ReactNode } from "react";
import type { Direction } from "../../lib/domain/article/claim-test.ts";
import styles from "./mark.module.css";

/** Directions as shapes: hollow for what was said, solid for what came. Sign and shape before colour. */
export function SaidMark({ direction }: { direction: Direction | null }) {
  return <span aria-hidden="true">{direction === "up" ? "△" : direction === "down" ? "▽" : "○"}</span>;
}

export function DidMark({ direction }: { direction: Direction | "both" | null }) {
  return (
    <span aria-hidden="true" className={toneOf(direction)}>
      {direction === "up" ? "▲" : direction === "down" ? "▼" : direction === "both" ? "◆" : "·"}
    </span>
  );
}

/** A number in the colour of the way it went, where its sign says so already. */
export function Moved({ direction, children }: { direction: Direction | "both" | null; children: ReactNode }) {
  return <span className={toneOf(direction)}>{children}</span>;
}

function toneOf(direction: Direction | "both" | null): string | undefined {
  return direction === "up" || direction === "down" ? styles[direction] : undefined;
}
