/** How firmly the text ties a claim to an instrument. */
export type Grade =
  /** the text names the company or product */
  | "named"
  /** the text names the group */
  | "group"
  /** our own reading; the reason says why */
  | "implied";

export type Direction = "up" | "down";

export interface Exposure {
  symbol: string;
  grade: Grade;
  /** The direction the claim gives this instrument, or null where it gives none. */
  direction: Direction | null;
  reason: string;
}
