import type { ChartModel } from "../../lib/view/chart/chart-model.ts";
import { LineChart } from "./line-chart.tsx";
import styles from "./small-chart.module.css";

/** The small chart of a board row: the same model, no cursor. */
export function SmallChart({ model }: { model: ChartModel }) {
  return (
    <div className={styles.small}>
      <LineChart model={model} height={120} small />
    </div>
  );
}
