"use client";

import { useId, useRef } from "react";
import { stanceOn, STANCES } from "../../lib/view/arguments/stances.ts";
import styles from "./stance-choice.module.css";
import { changeStances, useOwnStances } from "./use-stances.ts";

/** What the reader thinks of one claim: three radios and a way back to none. */
export function StanceChoice({ slug, claim, about }: { slug: string; claim: string; about: string }) {
  const own = stanceOn(useOwnStances(slug), claim);
  // One claim may stand twice on a page; its radios must not take each other's mark.
  const name = useId();
  const first = useRef<HTMLInputElement>(null);
  return (
    <fieldset className={styles.choice}>
      <legend>
        Your stance<span className="unseen"> on “{about}”</span>
      </legend>
      {STANCES.map((stance, i) => (
        <label key={stance}>
          <input ref={i === 0 ? first : null} type="radio" name={name} checked={own === stance} onChange={() => changeStances(slug, { [claim]: stance })} />
          {stance}
        </label>
      ))}
      {own !== null && (
        <button
          type="button"
          onClick={() => {
            changeStances(slug, { [claim]: null });
            // The button goes with the stance; who pressed it by key should not be lost with it.
            first.current?.focus();
          }}
        >
          clear
        </button>
      )}
    </fieldset>
  );
}
