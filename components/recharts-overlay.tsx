"use client";

import { memo, useEffect, useMemo, useRef, useState } from "react";
import { Line, LineChart, ReferenceDot, ReferenceLine, XAxis, YAxis } from "recharts";
import type { ChartModel } from "../lib/view/chart-model.ts";
import { pointAt } from "../lib/view/chart-readout.ts";
import { chartRows } from "../lib/view/chart-rows.ts";
import { lineClass } from "./line-class.ts";
import styles from "./line-chart.module.css";

export interface RechartsOverlayProps {
  model: ChartModel;
  height: number;
  /** Index into `model.stops`, or null when nothing is pointed at. */
  stop: number | null;
  /** Index of the line picked with the keyboard. */
  chosen: number | null;
}

/** The same model drawn by recharts, over the server's axes: no animation, no dots, a number axis. */
export const RechartsOverlay = memo(function RechartsOverlay({ model, height, stop, chosen }: RechartsOverlayProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const rows = useMemo(() => chartRows(model), [model]);
  const here = stop === null ? undefined : model.stops[stop];
  return (
    <div ref={box} className={styles.overlay} aria-hidden="true">
      {width > 0 && (
        <LineChart width={width} height={height} data={rows} margin={{ top: 0, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <XAxis type="number" dataKey="offset" domain={model.x.domain} hide allowDataOverflow />
          <YAxis type="number" domain={model.y.domain} scale={model.y.log ? "log" : "linear"} hide allowDataOverflow />
          {model.lines.map((line, i) => (
            <Line
              key={line.id}
              dataKey={line.id}
              name={line.label}
              dot={false}
              activeDot={false}
              connectNulls
              isAnimationActive={false}
              className={`${lineClass(line)} ${chosen === i ? styles.chosen : ""}`}
            />
          ))}
          {here !== undefined && <ReferenceLine x={here.offset} className={`${styles.cursor}`} />}
          {here !== undefined &&
            model.lines.map((line, i) => {
              const point = line.role === "faint" && chosen !== i ? undefined : pointAt(line, here.offset);
              return point === undefined ? null : (
                <ReferenceDot key={line.id} x={point.offset} y={point.value} r={chosen === i ? 5 : 3.5} className={`${styles.dot} ${lineClass(line)}`} />
              );
            })}
        </LineChart>
      )}
    </div>
  );
});

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
