import type { Weighting } from "../../lib/domain/market/instruments.ts";
import styles from "./weight-choice.module.css";

const names: Record<Weighting["id"], string> = { equal: "equal parts", capitalisation: "market value" };

/** How members are weighed: what the data allow can be chosen, what they do not says what is missing. */
export function WeightChoice({ weightings }: { weightings: Weighting[] }) {
  return (
    <div className={styles.block}>
      <ul aria-label="Weights of the members" className={styles.choice}>
        <li className={styles.word}>Weighed by</li>
        {weightings.map((weighting) => (
          <li key={weighting.id}>
            {"missing" in weighting ? (
              <span role="link" aria-disabled="true" className={styles.off}>
                {names[weighting.id]}
              </span>
            ) : (
              <span aria-current="true" className={styles.current}>
                {names[weighting.id]}
              </span>
            )}
          </li>
        ))}
      </ul>
      {weightings.map((weighting) =>
        "missing" in weighting ? (
          <p key={weighting.id} className={styles.why}>
            Not by {names[weighting.id]}: {weighting.missing}
          </p>
        ) : null,
      )}
    </div>
  );
}
