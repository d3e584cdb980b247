import { useMemo } from "react";
import { geometry, PLOT_UNITS } from "../../lib/view/chart/chart-geometry.ts";
import type { ChartModel } from "../../lib/view/chart/chart-model.ts";
import { pointAt } from "../../lib/view/chart/chart-readout.ts";
import { lineClass } from "./line-chart.tsx";
import styles from "./line-chart.module.css";

interface Props {
  model: ChartModel;
  height: number;
  stop: number | null;
  chosen: number | null;
}

/**
 * Where the reader stands: a line through the stop, a dot on every line, the chosen line drawn thick.
 * The same scales as the drawing below, in an SVG of its own, so that a move draws this and nothing else.
 */
export function ChartCursor({ model, height, stop, chosen }: Props) {
  const plot = useMemo(() => geometry(model, height), [model, height]);
  const here = stop === null ? undefined : model.stops[stop];
  if (here === undefined) return null;
  const x = plot.percent(here.offset);
  const picked = chosen === null ? undefined : plot.paths[chosen];
  return (
    <svg className={styles.cursor} width="100%" height={height} data-testid="chart-cursor">
      {picked !== undefined && (
        <svg width="100%" height={height} viewBox={`0 0 ${PLOT_UNITS} ${height}`} preserveAspectRatio="none" overflow="visible">
          <path d={picked.d} className={`${lineClass(picked.line)} ${styles.chosen}`} vectorEffect="non-scaling-stroke" />
        </svg>
      )}
      <line x1={x} x2={x} y1="0" y2={height} />
      {model.lines.map((line, i) => {
        const point = line.role === "faint" && chosen !== i ? undefined : pointAt(line, here.offset);
        return point === undefined ? null : (
          <circle key={line.id} cx={x} cy={plot.y(point.value)} r={chosen === i ? 5 : 3.5} className={`${styles.dot} ${lineClass(line)}`} />
        );
      })}
    </svg>
  );
}
