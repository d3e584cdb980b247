"use client";

import { type ComponentType, type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useId, useRef, useState } from "react";
import type { ChartModel } from "../lib/view/chart-model.ts";
import { readout } from "../lib/view/chart-readout.ts";
import styles from "./reach-chart.module.css";
import type { RechartsOverlayProps } from "./recharts-overlay.tsx";

/**
 * The server's drawing until a reader reaches for it (pointer, touch or focus); then recharts, in the
 * same box. The cursor lives here and not in recharts, so a key pressed while recharts is still on its
 * way moves the cursor all the same.
 */
export function ReachChart({ model, height, children }: { model: ChartModel; height: number; children: ReactNode }) {
  const [Overlay, setOverlay] = useState<ComponentType<RechartsOverlayProps> | null>(null);
  const [session, setSession] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const asked = useRef(false);
  const hintId = useId();

  const reach = useCallback(() => {
    if (asked.current) return;
    asked.current = true;
    import("./recharts-overlay.tsx").then(
      (module) => setOverlay(() => module.RechartsOverlay),
      () => {
        asked.current = false; // offline or a stale build: the server's drawing stays, and the next reach tries again
      },
    );
  }, []);

  /** The session under the pointer: the drawing inside the padding is the axis. */
  function point(event: PointerEvent<HTMLDivElement>) {
    reach();
    const box = event.currentTarget.querySelector("svg")?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const [first, last] = model.x.domain;
    const offset = first + ((event.clientX - box.left) / box.width) * (last - first);
    const nearest = model.sessions.findIndex((s) => s.offset >= Math.round(offset));
    setSession(nearest === -1 ? model.sessions.length - 1 : nearest);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = model.sessions.length - 1;
    const home = model.sessions.findIndex((s) => s.offset === 0);
    const here = session ?? home;
    const series = model.lines.length;
    switch (event.key) {
      case "ArrowRight":
        setSession(session === null ? home : Math.min(last, here + 1));
        break;
      case "ArrowLeft":
        setSession(session === null ? home : Math.max(0, here - 1));
        break;
      case "PageUp":
        setSession(Math.min(last, here + 5));
        break;
      case "PageDown":
        setSession(Math.max(0, here - 5));
        break;
      case "Home":
        setSession(0);
        break;
      case "End":
        setSession(last);
        break;
      case "ArrowDown":
        setChosen(chosen === null ? 0 : (chosen + 1) % series);
        setSession(here);
        break;
      case "ArrowUp":
        setChosen(chosen === null ? series - 1 : (chosen - 1 + series) % series);
        setSession(here);
        break;
      case "Escape":
        setSession(null);
        setChosen(null);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  const room = model.markers.length === 0 ? "" : model.markers.length <= 9 ? styles.oneRow : styles.twoRows;
  return (
    <div>
      <div
        className={`${styles.plot} ${room}`}
        role="application"
        aria-roledescription="chart"
        aria-label={model.title}
        aria-describedby={hintId}
        tabIndex={0}
        onPointerEnter={reach}
        onPointerDown={point}
        onPointerMove={point}
        onFocus={reach}
        onKeyDown={onKeyDown}
        onPointerLeave={(event) => {
          if (event.pointerType !== "mouse") return;
          setSession(null);
          setChosen(null);
        }}
      >
        {children}
        {Overlay && (
          <div className={`${styles.overlay} ${room}`} data-testid="recharts">
            <Overlay model={model} height={height} session={session} chosen={chosen} />
          </div>
        )}
      </div>
      <p id={hintId} className={session === null ? styles.hint : "unseen"}>
        <span className={styles.byTouch}>Tap the chart to read a session.</span>
        <span className={styles.byKey}>
          Point at the chart, or focus it: ← → moves a session, Page Up and Down five, Home and End to the ends, ↑ ↓ picks a line, Esc
          leaves.
        </span>
      </p>
      <p className={session === null ? "unseen" : `tabular ${styles.readout}`} aria-live="polite">
        {session !== null &&
          readout(model, session, chosen).map((part) => (
            <span key={part.id} className={part.id === "session" ? styles.session : undefined}>
              {part.text}
            </span>
          ))}
      </p>
    </div>
  );
}
