"use client";

import Link from "next/link";
import { methodHref } from "../../lib/view/words/method-anchor.ts";
import { argumentsHref } from "../../lib/view/words/links.ts";
import { type Chip, stanceSummary } from "../../lib/view/arguments/stance-summary.ts";
import { writeStances } from "../../lib/view/arguments/stances.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import styles from "./stance-tally.module.css";
import { useOwnStances } from "./use-stances.ts";

interface Props {
  slug: string;
  /** Every claim of the article with the word of its chip. */
  chips: Chip[];
  /** Ids of the claims on show, for the link that is copied. */
  shown: string[];
}

/** The reader's stances beside the verdicts, and a link that carries them if the reader asks for one. */
export function StanceTally({ slug, chips, shown }: Props) {
  const own = useOwnStances(slug);
  const known = Object.fromEntries(Object.entries(own).filter(([claim]) => chips.some(({ id }) => id === claim)));
  const sentences = stanceSummary(known, chips);
  return (
    <section className={styles.tally} aria-labelledby="tally">
      <h2 id="tally" className={styles.heading}>
        Your stance beside the verdict
      </h2>
      <div>
        <div aria-live="polite">
          {sentences.length === 0 ? (
            <p>You have taken no stance yet. Agree, disagree or be unsure above, or on any claim’s page.</p>
          ) : (
            sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
          )}
        </div>
        <p className={styles.note}>
          A verdict is not a proof. It says how prices moved beside a claim in a few days, and several claims rest on one and the same move.{" "}
          <Link href={methodHref("limits")} prefetch={false}>
            What none of this shows
          </Link>
          . Your stances are kept in this browser and sent nowhere.
        </p>
        {sentences.length > 0 && <CopyLink address={argumentsHref(slug, shown, writeStances(known))}>Copy link with my stances</CopyLink>}
      </div>
    </section>
  );
}
