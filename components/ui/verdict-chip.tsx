import Link from "next/link";
import type { TestOutcome } from "../../lib/domain/judgement/outcome.ts";
import type { Judged } from "../../lib/domain/judgement/verdict.ts";
import { methodHref, testAnchor } from "../../lib/view/words/method-anchor.ts";
import { reasonText, wordLabels, wordMeanings } from "../../lib/view/words/labels.ts";
import { VerdictGlyph } from "./verdict-glyph.tsx";
import styles from "./verdict-chip.module.css";

interface Props {
  judged: Judged;
  /** The kind of test that gave it: its paragraph is what the chip links to. Without one, the words'. */
  kind?: TestOutcome["kind"];
  /** compact: a line of a list; full: the head of a claim's verdict. */
  size?: "compact" | "full";
  /** Inside something that is a link already. */
  plain?: boolean;
  /** What was tested, where a claim has several words: "direction", "figure". */
  label?: string;
}

/** A verdict as shape and words, with its cause where it has one. */
export function VerdictChip({ judged, kind, size = "compact", plain = false, label }: Props) {
  const why = reasonText(judged);
  const word = (
    <>
      {label !== undefined && <span className={styles.label}>{label} </span>}
      <VerdictGlyph word={judged.word} /> <span className={styles.word}>{wordLabels[judged.word]}</span>
    </>
  );
  const href = methodHref(kind === undefined ? "words" : testAnchor(kind));
  return (
    <span className={size === "full" ? styles.full : styles.compact}>
      {plain ? (
        <span className={styles.chip}>{word}</span>
      ) : (
        <Link href={href} prefetch={false} className={styles.chip}>
          {word}
        </Link>
      )}
      {why !== null && (
        <span className={styles.why}>
          <span className="unseen">, </span>
          {why}
        </span>
      )}
      {size === "full" && why === null && <span className={styles.why}>{wordMeanings[judged.word]}</span>}
    </span>
  );
}
