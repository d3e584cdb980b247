import type { Judged } from "../../domain/judgement/verdict.ts";
import type { MethodAnchor } from "./method-anchor.ts";

/** A table of statistics: what each column is stands at the method paragraph it links to. */
export interface NumberTable {
  caption: string;
  columns: { label: string; to: MethodAnchor | null }[];
  rows: NumberRow[];
}

export interface NumberRow {
  id: string;
  name: string;
  /** Belongs to the row above: its name is shown to listeners only. */
  under?: boolean;
  cells: Cell[];
  /** Why there are no numbers; the cells are then empty. */
  why?: string;
}

export type Cell = string | { judged: Judged };
