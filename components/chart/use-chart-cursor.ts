import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { type Cursor, lineAt, moveCursor, nearestStop } from "../../lib/view/chart/chart-cursor.ts";
import type { ChartModel } from "../../lib/view/chart/chart-model.ts";
import { spokenReadout } from "../../lib/view/chart/chart-readout.ts";

export const KEYS =
  "← → a point, Page Down and Page Up ten back and on, Home and End to the ends, ↑ ↓ another line, Enter the summary, H these keys, Esc leaves.";

/** Where a reader is on charts that share one axis, and what is said aloud of it. */
export interface ChartCursorState {
  cursor: Cursor | null;
  /** A key has picked one line; a pointer stands on all of them at once. */
  picked: boolean;
  said: string;
  /** Whether the keys are listed. */
  help: boolean;
  onPointer: (event: PointerEvent<HTMLElement>) => void;
  onPointerLeave: (event: PointerEvent<HTMLElement>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * The cursor of a chart, moved by pointer and keys. It is apart from what draws it, so a key pressed while the drawing is still on
 * its way moves it all the same.
 *
 * @param reach runs before every move
 */
export function useChartCursor(charts: ChartModel[], reach: () => void): ChartCursorState {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [picked, setPicked] = useState(false);
  const [said, setSaid] = useState("");
  const [help, setHelp] = useState(false);
  const [first] = charts;

  /** The stop under the pointer: the drawing inside the padding is the axis. */
  function onPointer(event: PointerEvent<HTMLElement>) {
    reach();
    const cell = event.target instanceof Element ? event.target.closest("[data-plot]") : null;
    const box = (cell ?? event.currentTarget).querySelector("svg")?.getBoundingClientRect();
    if (first === undefined || box === undefined || box.width === 0) return;
    const stop = nearestStop(first, (event.clientX - box.left) / box.width);
    setPicked(false);
    setCursor((now) => (now?.stop === stop ? now : { stop, line: now?.line ?? 0 }));
  }

  function onPointerLeave(event: PointerEvent<HTMLElement>) {
    if (event.pointerType === "mouse") setCursor(null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return;
    reach();
    if (event.key === "Escape") {
      setCursor(null);
      setHelp(false);
      setSaid("");
    } else if (event.key === "h" || event.key === "H") {
      setHelp(!help);
      setSaid(help ? "Keys hidden" : KEYS);
    } else if (event.key === "Enter" || event.key === " ") {
      setSaid(charts.map(({ description }) => description).join(" "));
    } else {
      const moved = moveCursor(charts, cursor, event.key);
      if (moved === null) return;
      const at = lineAt(charts, moved.line);
      setCursor(moved);
      setPicked(true);
      setSaid(at === undefined ? "" : spokenReadout(at.chart, moved.stop, at.line));
    }
    event.preventDefault();
  }

  return { cursor, picked, said, help, onPointer, onPointerLeave, onKeyDown };
}
