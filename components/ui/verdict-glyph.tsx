import type { Word } from "../../lib/domain/judgement/verdict.ts";
import { glyphTone, verdictShapes } from "../../lib/view/words/verdict-shapes.ts";
import styles from "./verdict-glyph.module.css";

/** A word's own shape. In a cell of small type it stands alone, a little larger than a letter and in the middle of the line. */
export function VerdictGlyph({ word, size = "text" }: { word: Word; size?: "text" | "cell" }) {
  return (
    <svg
      className={`${size === "cell" ? styles.cell : styles.glyph} ${styles[glyphTone(word)] ?? ""}`}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      focusable="false"
    >
      {verdictShapes[word].map((shape, i) =>
        "circle" in shape ? (
          <circle key={i} className={styles[shape.ink]} cx={shape.circle[0]} cy={shape.circle[1]} r={shape.circle[2]} />
        ) : (
          <path key={i} className={styles[shape.ink]} d={shape.path} />
        ),
      )}
    </svg>
  );
}
