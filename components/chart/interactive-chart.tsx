"use client";

import { type ReactNode, useId, useState } from "react";
import type { ChartModel } from "../../lib/view/chart/chart-model.ts";
import { readout } from "../../lib/view/chart/chart-readout.ts";
import { useLate } from "../ui/late.ts";
import styles from "./interactive-chart.module.css";
import { KEYS, useChartCursor } from "./use-chart-cursor.ts";

interface Props {
  title: string;
  /** One, or several on one axis with one cursor across them. */
  charts: ChartModel[];
  height: number;
  /** The server's drawing of each. */
  drawings: ReactNode[];
}

const loadOverlay = () => import("./recharts-overlay.tsx");

/**
 * The server's drawing until a reader reaches for it (pointer, touch or focus); then recharts, in the
 * same box. When the view changes, the drawing stands alone again until the next reach: a reader who
 * presses a control is not pointing here, and waits for one drawing instead of two.
 */
export function InteractiveChart({ title, charts, height, drawings }: Props) {
  // Offline or with a stale build the server's drawing stays, and the next reach tries again.
  const [overlay, ask] = useLate(loadOverlay);
  const [reached, setReached] = useState<ChartModel[] | null>(null);
  const reach = () => {
    setReached(charts);
    ask();
  };
  const { cursor, picked, said, help, onPointer, onPointerLeave, onKeyDown } = useChartCursor(charts, reach);
  const hintId = useId();
  const [first] = charts;
  if (first === undefined) return null;

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
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onFocus={reach}
        onKeyDown={onKeyDown}
        onPointerLeave={onPointerLeave}
      >
        {charts.map((chart, i) => {
          const firstLine = charts.slice(0, i).reduce((sum, { lines }) => sum + lines.length, 0);
          return (
            <div key={chart.lines[0]?.id ?? i} className={apart ? styles.cell : undefined}>
              {apart && <p className={styles.cellTitle}>{chart.title}</p>}
              <div data-plot="" className={`${styles.plot} ${room} ${small}`}>
                {drawings[i]}
                {overlay !== null && reached === charts && (
                  <div className={`${styles.overlay} ${room}`} data-testid="recharts">
                    <overlay.RechartsOverlay model={chart} height={height} stop={cursor?.stop ?? null} chosen={cursor === null || !picked ? null : cursor.line - firstLine} />
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
