import type { ChartLine } from "../../lib/view/chart/chart-model.ts";
import { strokeName } from "../../lib/view/chart/chart-geometry.ts";
import styles from "./line-chart.module.css";

/** The class that strokes a line, in the server's drawing and in recharts alike. */
export function lineClass(line: Pick<ChartLine, "role" | "tone">): string {
  return `${styles.line} ${styles[strokeName(line)]}`;
}
