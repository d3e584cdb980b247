import type { TestPictures as Pictures } from "../../lib/view/verdict/plots/test-pictures.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { ForestPlot } from "./forest-plot.tsx";
import { HorizonLadder } from "./horizon-ladder.tsx";
import { Scatter } from "./scatter.tsx";
import { StripPlot } from "./strip-plot.tsx";
import styles from "./test-pictures.module.css";

/** What was drawn for one test, the telling picture first. */
export function TestPictures({ pictures }: { pictures: Pictures }) {
  const { strips, moreStrips, forest, scatter, ladders } = pictures;
  const note = strips[0]?.note;
  return (
    <div className={styles.pictures}>
      {strips.map((model, i) => (
        <StripPlot key={model.title} model={model} note={i === strips.length - 1} />
      ))}
      {moreStrips.length > 0 && (
        <div className={styles.more}>
          <Disclosure summary={moreStrips.length === 1 ? "The same beyond the other benchmark" : "The same for every one judged, beyond either benchmark"}>
            {moreStrips.map((model) => (
              <StripPlot key={model.title} model={model} note={model.note !== note} />
            ))}
          </Disclosure>
        </div>
      )}
      {forest !== null && <ForestPlot model={forest.plot} title={forest.title} note={forest.note} />}
      {scatter !== null && <Scatter model={scatter} />}
      {ladders !== null && <HorizonLadder model={ladders} />}
    </div>
  );
}
