"use client";

import { memo, useEffect, useMemo, useRef, useState } from "react";
import { Line, LineChart, XAxis, YAxis } from "recharts";
import type { ChartModel } from "../../lib/view/chart/chart-model.ts";
import { chartRows } from "../../lib/view/chart/chart-rows.ts";
import { ChartCursor } from "./chart-cursor.tsx";
import { lineClass } from "./line-chart.tsx";
import styles from "./line-chart.module.css";

interface RechartsOverlayProps {
  model: ChartModel;
  height: number;
  /** Index into `model.stops`, or null when nothing is pointed at. */
  stop: number | null;
  /** Index of the line picked with the keyboard. */
  chosen: number | null;
}

/** The same model in the reader's hands: lines by recharts, over the server's axes, and the cursor over them. */
export const RechartsOverlay = memo(function RechartsOverlay({ model, height, stop, chosen }: RechartsOverlayProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <div ref={box} className={styles.overlay} aria-hidden="true">
      {width > 0 && <Lines model={model} width={width} height={height} />}
      <ChartCursor model={model} height={height} stop={stop} chosen={chosen} />
    </div>
  );
});

/** No animation, no dots, a number axis; drawn once, since recharts draws all lines again for any change. */
const Lines = memo(function Lines({ model, width, height }: { model: ChartModel; width: number; height: number }) {
  const rows = useMemo(() => chartRows(model), [model]);
  return (
    <LineChart width={width} height={height} data={rows} margin={{ top: 0, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
      <XAxis type="number" dataKey="offset" domain={model.x.domain} hide allowDataOverflow />
      <YAxis type="number" domain={model.y.domain} scale={model.y.log ? "log" : "linear"} hide allowDataOverflow />
      {model.lines.map((line) => (
        <Line
          key={line.id}
          dataKey={line.id}
          name={line.label}
          dot={false}
          activeDot={false}
          connectNulls
          isAnimationActive={false}
          className={lineClass(line)}
        />
      ))}
    </LineChart>
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
