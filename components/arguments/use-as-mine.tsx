"use client";

import { stanceOn, type Stances } from "../../lib/view/arguments/stances.ts";
import styles from "./use-as-mine.module.css";
import { changeStances, useOwnStances } from "./use-stances.ts";

/** Takes a sender's stances over, saying first what of the reader's own they would replace. */
export function UseAsMine({ slug, stances }: { slug: string; stances: Stances }) {
  const own = useOwnStances(slug);
  const claims = Object.keys(stances);
  const same = claims.every((claim) => stanceOn(own, claim) === stances[claim]);
  const replaced = claims.filter((claim) => stanceOn(own, claim) !== null && stanceOn(own, claim) !== stances[claim]).length;
  return (
    <p className={styles.use}>
      {!same && (
        <button type="button" onClick={() => changeStances(slug, stances)}>
          Use these as mine
        </button>
      )}{" "}
      <span role="status">{same ? "Yours are the same." : replaced === 0 ? "" : `This would replace ${replaced} of yours.`}</span>
    </p>
  );
}
