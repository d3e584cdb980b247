"use client";

import { type ComponentType, type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef, useState } from "react";
import type { ChartModel } from "../../lib/view/chart/chart-model.ts";
import { readout, spokenReadout } from "../../lib/view/chart/chart-readout.ts";
import { type Cursor, moveCursor, nearestStop } from "../../lib/view/chart/chart-cursor.ts";
import styles from "./interactive-chart.module.css";
import type { RechartsOverlayProps } from "./recharts-overlay.tsx";

interface Props {
  title: string;
  /** One, or several on one axis with one cursor across them. */
  charts: ChartModel[];
  height: number;
  /** The server's drawing of each. */
  drawings: ReactNode[];
}

/**
 * The server's drawing until a reader reaches for it (pointer, touch or focus); then recharts, in the
 * same box. The cursor lives here and not in recharts, so a key pressed while recharts is still on its
 * way moves the cursor all the same. When the view changes, the drawing stands alone again until the next
 * reach: a reader who presses a control is not pointing here, and waits for one drawing instead of two.
 */
export function ReachChart({ title, charts, height, drawings }: Props) {
  const [Overlay, setOverlay] = useState<ComponentType<RechartsOverlayProps> | null>(null);
  const [reached, setReached] = useState<ChartModel[] | null>(null);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  // A pointer stands on all lines at once; a key has picked one.
  const [picked, setPicked] = useState(false);
  const [said, setSaid] = useState("");
  const [help, setHelp] = useState(false);
  const asked = useRef(false);
  const hintId = useId();
  const [first] = charts;

  function reach() {
    setReached(charts);
    if (asked.current) return;
    asked.current = true;
    import("./recharts-overlay.tsx").then(
      (module) => setOverlay(() => module.RechartsOverlay),
      () => {
        asked.current = false; // offline or a stale build: the server's drawing stays, and the next reach tries again
      },
    );
  }
  if (first === undefined) return null;

  /** The stop under the pointer: the drawing inside the padding is the axis. */
  function point(event: PointerEvent<HTMLDivElement>) {
    reach();
    if (first === undefined) return;
    const cell = event.target instanceof Element ? event.target.closest("[data-plot]") : null;
    const box = (cell ?? event.currentTarget).querySelector("svg")?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const stop = nearestStop(first, (event.clientX - box.left) / box.width);
    setPicked(false);
    setCursor((now) => (now?.stop === stop ? now : { stop, line: now?.line ?? 0 }));
  }

  function onKeyDown(event: KeyboardEvent) {
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

  const apart = charts.length > 1;
  // The charts share an axis, so where one name needs more room at its end, all get it.
  const small = !apart ? "" : charts.some(({ lines }) => lines.some(({ label }) => label.length > LONGEST_SYMBOL)) ? `${styles.small} ${styles.longNames}` : styles.small;
  const room = first.markers.length === 0 ? "" : first.markers.length <= 9 ? styles.oneRow : styles.twoRows;
  return (
    <div>
      <div
        className={apart ? styles.cells : styles.whole}
        role="application"
        aria-roledescription="chart"
        aria-label={title}
        aria-describedby={hintId}
        tabIndex={0}
        onPointerEnter={reach}
        onPointerDown={point}
        onPointerMove={point}
        onFocus={reach}
        onKeyDown={onKeyDown}
        onPointerLeave={(event) => {
          if (event.pointerType === "mouse") setCursor(null);
        }}
      >
        {charts.map((chart, i) => {
          const firstLine = charts.slice(0, i).reduce((sum, { lines }) => sum + lines.length, 0);
          return (
            <div key={chart.lines[0]?.id ?? i} className={apart ? styles.cell : undefined}>
              {apart && <p className={styles.cellTitle}>{chart.title}</p>}
              <div data-plot="" className={`${styles.plot} ${room} ${small}`}>
                {drawings[i]}
                {Overlay !== null && reached === charts && (
                  <div className={`${styles.overlay} ${room}`} data-testid="recharts">
                    <Overlay model={chart} height={height} stop={cursor?.stop ?? null} chosen={cursor === null || !picked ? null : cursor.line - firstLine} />
                  </div>
                )}
              </div>
              {apart && cursor !== null && <Readout chart={chart} stop={cursor.stop} chosen={-1} className={styles.cellReadout} />}
            </div>
          );
        })}
      </div>
      <p id={hintId} className={cursor === null || help ? styles.hint : "unseen"}>
        <span className={styles.byTouch}>Tap the chart to read a session.</span>
        <span className={styles.byKey}>{help ? KEYS : "Point at the chart, or focus it and press ← → ↑ ↓; H shows all keys."}</span>
      </p>
      {cursor !== null && !apart && <Readout chart={first} stop={cursor.stop} chosen={picked ? cursor.line : -1} className={styles.readout} />}
      <p className="unseen" aria-live="polite" data-testid="chart-said">
        {said}
      </p>
    </div>
  );
}

/** In characters: a symbol with its exchange, as 005930.KS. Stand-ins of a basket have longer names. */
const LONGEST_SYMBOL = 9;

const KEYS = "← → a point, Page Down and Page Up ten back and on, Home and End to the ends, ↑ ↓ another line, Enter the summary, H these keys, Esc leaves.";

/** For the eye: what is spoken is said apart, and only where a key was pressed. */
function Readout({ chart, stop, chosen, className }: { chart: ChartModel; stop: number; chosen: number; className: string | undefined }) {
  return (
    <p className={`tabular ${className}`} aria-hidden="true" data-testid="chart-readout">
      {readout(chart, stop, chosen).map((part) => (
        <span key={part.id} className={part.id === "stop" || part.chosen ? styles.strong : undefined}>
          {part.text}
        </span>
      ))}
    </p>
  );
}

/** The line at a place among all lines of all charts. */
function lineAt(charts: ChartModel[], place: number): { chart: ChartModel; line: number } | undefined {
  let line = place;
  for (const chart of charts) {
    if (line < chart.lines.length) return { chart, line };
    line -= chart.lines.length;
  }
  return undefined;
}
