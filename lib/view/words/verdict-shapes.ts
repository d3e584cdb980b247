import type { Word } from "../../domain/judgement/verdict.ts";

/** How a mark of a glyph is drawn: filled, in a thin or a thick stroke, in dots. */
export type Ink = "full" | "line" | "heavy" | "dotted";
export type Shape = { ink: Ink; circle: [x: number, y: number, r: number] } | { ink: Ink; path: string };

/** Whether a word agrees with the claim, says nothing, or neither: told by tone beside its shape. */
export type GlyphTone = "agrees" | "soft" | "plain";

/**
 * Each word's own shape, in a box of 14. Tests of prices are rounds (full, crossed, empty, halved, two of a
 * kind); figures are strokes against a level; what is not judged is a dash or a dotted outline. A page and
 * a picture draw the same ones.
 */
export const verdictShapes: Record<Word, Shape[]> = {
  consistent: [{ ink: "full", circle: [7, 7, 5.75] }],
  opposite: [{ ink: "heavy", path: "M2.5 2.5l9 9M11.5 2.5l-9 9" }],
  "not-detectable": [{ ink: "line", circle: [7, 7, 5] }],
  split: [
    { ink: "line", circle: [7, 7, 5] },
    { ink: "full", path: "M7 2a5 5 0 0 0 0 10z" },
  ],
  mixed: [
    { ink: "full", circle: [3.75, 7, 3.25] },
    { ink: "line", circle: [10.5, 7, 2.5] },
  ],
  matches: [{ ink: "heavy", path: "M1.5 4.75h11M1.5 9.25h11" }],
  overstated: [
    { ink: "heavy", path: "M1.5 12h11" },
    { ink: "full", path: "M7 1l4.5 7.5h-9z" },
  ],
  understated: [
    { ink: "heavy", path: "M1.5 2h11" },
    { ink: "full", path: "M7 13l4.5-7.5h-9z" },
  ],
  disputed: [{ ink: "heavy", path: "M1.5 4.75h11M1.5 9.25h11M10 1L4 13" }],
  unsourced: [
    { ink: "line", path: "M3.75 4.5a3.25 3.25 0 1 1 4.6 2.95C7.4 7.9 7 8.4 7 9.5" },
    { ink: "full", circle: [7, 12.4, 1.2] },
  ],
  "not-testable": [{ ink: "heavy", path: "M2.5 7h9" }],
  "no-price": [{ ink: "dotted", circle: [7, 7, 5] }],
};

export function glyphTone(word: Word): GlyphTone {
  if (word === "consistent" || word === "matches") return "agrees";
  return word === "not-testable" || word === "no-price" ? "soft" : "plain";
}
