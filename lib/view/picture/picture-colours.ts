import type { strokeName } from "../chart/chart-geometry.ts";

export type PictureTheme = "light" | "dark";

/** The tokens of `globals.css` that a chart is drawn in, for a picture that has no style sheet; a test holds them to it. */
export interface PictureColours {
  paper: string;
  raised: string;
  ink: string;
  soft: string;
  faint: string;
  rule: string;
  lines: Record<ReturnType<typeof strokeName>, string>;
}

export const PICTURE_COLOURS: Record<PictureTheme, PictureColours> = {
  light: {
    paper: "#fbfaf6",
    raised: "#f4f1e9",
    ink: "#1c1a16",
    soft: "#5c574c",
    faint: "#8a8474",
    rule: "#ddd7c9",
    lines: {
      tone0: "#0b5a8c",
      tone1: "#b3470b",
      tone2: "#0a7554",
      tone3: "#8a3b7e",
      tone4: "#7d6000",
      grey: "#8a8474",
      benchmark: "#1c1a16",
      faint: "#8a8474",
    },
  },
  dark: {
    paper: "#161512",
    raised: "#1f1d19",
    ink: "#ece7dc",
    soft: "#b0a999",
    faint: "#857e70",
    rule: "#383429",
    lines: {
      tone0: "#83c5ee",
      tone1: "#f0a070",
      tone2: "#6fcfa8",
      tone3: "#e0a3d6",
      tone4: "#dcc060",
      grey: "#857e70",
      benchmark: "#ece7dc",
      faint: "#857e70",
    },
  },
};
