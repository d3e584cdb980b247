import type { ReactNode } from "react";
import type { Word } from "../lib/domain/verdict.ts";
import styles from "./verdict-glyph.module.css";

/**
 * Each word's own shape. Tests of prices are rounds (full, crossed, empty, halved, two of a kind);
 * figures are strokes against a level; what is not judged is a dash or a dotted outline. In a cell of
 * small type it stands alone, a little larger than a letter and in the middle of the line.
 */
export function VerdictGlyph({ word, size = "text" }: { word: Word; size?: "text" | "cell" }) {
  return (
    <svg className={`${size === "cell" ? styles.cell : styles.glyph} ${tones[word] ?? ""}`} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {shapes[word]}
    </svg>
  );
}

const tones: Partial<Record<Word, string | undefined>> = {
  consistent: styles.agrees,
  matches: styles.agrees,
  "not-testable": styles.soft,
  "no-price": styles.soft,
};

const shapes: Record<Word, ReactNode> = {
  consistent: <circle className={styles.full} cx="7" cy="7" r="5.75" />,
  opposite: <path className={styles.heavy} d="M2.5 2.5l9 9M11.5 2.5l-9 9" />,
  "not-detectable": <circle className={styles.line} cx="7" cy="7" r="5" />,
  split: (
    <>
      <circle className={styles.line} cx="7" cy="7" r="5" />
      <path className={styles.full} d="M7 2a5 5 0 0 0 0 10z" />
    </>
  ),
  mixed: (
    <>
      <circle className={styles.full} cx="3.75" cy="7" r="3.25" />
      <circle className={styles.line} cx="10.5" cy="7" r="2.5" />
    </>
  ),
  matches: <path className={styles.heavy} d="M1.5 4.75h11M1.5 9.25h11" />,
  overstated: (
    <>
      <path className={styles.heavy} d="M1.5 12h11" />
      <path className={styles.full} d="M7 1l4.5 7.5h-9z" />
    </>
  ),
  understated: (
    <>
      <path className={styles.heavy} d="M1.5 2h11" />
      <path className={styles.full} d="M7 13l4.5-7.5h-9z" />
    </>
  ),
  disputed: <path className={styles.heavy} d="M1.5 4.75h11M1.5 9.25h11M10 1L4 13" />,
  unsourced: (
    <>
      <path className={styles.line} d="M3.75 4.5a3.25 3.25 0 1 1 4.6 2.95C7.4 7.9 7 8.4 7 9.5" />
      <circle className={styles.full} cx="7" cy="12.4" r="1.2" />
    </>
  ),
  "not-testable": <path className={styles.heavy} d="M2.5 7h9" />,
  "no-price": <circle className={styles.dotted} cx="7" cy="7" r="5" />,
};
