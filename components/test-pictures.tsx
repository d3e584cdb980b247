import type { TestPictures as Pictures } from "../lib/view/test-pictures.ts";
import { ForestPlot } from "./forest-plot.tsx";
import { HorizonLadder } from "./horizon-ladder.tsx";
import { Scatter } from "./scatter.tsx";
import { StripPlot } from "./strip-plot.tsx";
import styles from "./test-pictures.module.css";

/** What was drawn for one test, the telling picture first. */
export function TestPictures({ pictures }: { pictures: Pictures }) {
  const { strip, moreStrips, forest, scatter, ladders } = pictures;
  return (
    <div className={styles.pictures}>
      {strip !== null && <StripPlot model={strip} />}
      {moreStrips.length > 0 && (
        <details className={styles.more}>
          <summary>{moreStrips.length === 1 ? "The same beyond the other benchmark" : "The same for the others, and beyond the other benchmark"}</summary>
          <div className={styles.pictures}>
            {moreStrips.map((model) => (
              <StripPlot key={model.title} model={model} note={model.note !== strip?.note} />
            ))}
          </div>
        </details>
      )}
      {forest !== null && <ForestPlot model={forest.plot} title={forest.title} note={forest.note} />}
      {scatter !== null && <Scatter model={scatter} />}
      {ladders !== null && <HorizonLadder model={ladders} />}
    </div>
  );
}
