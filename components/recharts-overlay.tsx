"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Line, LineChart, ReferenceDot, ReferenceLine, XAxis, YAxis } from "recharts";
import type { ChartModel } from "../lib/view/chart-model.ts";
import { strokeName } from "../lib/view/chart-stroke.ts";
import { chartRows } from "../lib/view/chart-rows.ts";
import styles from "./line-chart.module.css";

export interface RechartsOverlayProps {
  model: ChartModel;
  height: number;
  /** Index into `model.sessions`, or null when nothing is pointed at. */
  session: number | null;
  /** Index of the line picked with the keyboard. */
  chosen: number | null;
}

/** The same model drawn by recharts, over the server's axes: no animation, no dots, a number axis. */
export function RechartsOverlay({ model, height, session, chosen }: RechartsOverlayProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const rows = useMemo(() => chartRows(model), [model]);
  const here = session === null ? undefined : model.sessions[session];
  return (
    <div ref={box} className={styles.overlay} aria-hidden="true">
      {width > 0 && (
        <LineChart
          width={width}
          height={height}
          data={rows}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis type="number" dataKey="offset" domain={model.x.domain} hide allowDataOverflow />
          <YAxis type="number" domain={model.y.domain} hide allowDataOverflow />
          {model.lines.map((line, i) => (
            <Line
              key={line.id}
              dataKey={line.id}
              name={line.label}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              className={`${styles.line} ${line.faint ? styles.faint : styles[strokeName(line.tone)]} ${chosen === i ? styles.chosen : ""}`}
            />
          ))}
          {here !== undefined && <ReferenceLine x={here.offset} className={`${styles.cursor}`} />}
          {here !== undefined &&
            model.lines.map((line) => {
              const point = line.points.find((p) => p.offset === here.offset);
              if (point === undefined || line.faint) return null;
              return (
                <ReferenceDot
                  key={line.id}
                  x={point.offset}
                  y={point.change}
                  r={4}
                  className={line.tone === 0 ? `${styles.dot} ${styles.dotMain}` : `${styles.dot}`}
                />
              );
            })}
        </LineChart>
      )}
    </div>
  );
}

function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
