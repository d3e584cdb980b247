import type { ChartModel } from "../lib/view/chart-model.ts";
import { LineChart } from "./line-chart.tsx";
import { ReachChart } from "./reach-chart.tsx";
import styles from "./claim-chart.module.css";

/** A full chart: title, drawing, the sentence it says, and what the base and the dotted line mean. */
export function ClaimChart({ model, note }: { model: ChartModel; note: string }) {
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h2 className={styles.title}>{model.title}</h2>
        <p className={styles.note}>{note}</p>
      </figcaption>
      <ReachChart model={model} height={300}>
        <LineChart model={model} height={300} />
      </ReachChart>
    </figure>
  );
}

/** The small chart of a board row: same model, no cursor. */
export function SmallChart({ model }: { model: ChartModel }) {
  return (
    <div className={styles.small}>
      <LineChart model={model} height={120} small />
    </div>
  );
}
