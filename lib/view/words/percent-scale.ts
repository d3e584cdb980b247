/** A labelled place on an axis; each drawing says in which unit `at` is. */
export interface Tick {
  at: number;
  label: string;
  /** Dropped where the drawing is narrow. */
  minor?: boolean;
}
