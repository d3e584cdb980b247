import type { Source } from "./claim-test.ts";
import type { Day } from "../market/series.ts";

/** Capital spending as it was public when the article appeared, and, kept apart, what became known later. */
export interface Capex {
  /** Nothing published after this day is in `known`; everything in `later` is. */
  asOf: Day;
  note: string;
  companies: CompanyCapex[];
  orders: CapexOrder[];
}

export interface CompanyCapex {
  symbol: string;
  known: KnownCapex;
  /** Look-ahead: never used in a test, shown only where it is called so. */
  later: CapexFigure[];
}

/** `announced`: a plan. `actual`: nothing was announced, so the last full year stands for it. `rank-only`: no figure may stand for it. */
export type KnownCapex = ({ kind: "announced" | "actual" } & CapexFigure) | { kind: "rank-only"; rank: "lowest"; reason: string };

/** In billions of dollars. */
export interface CapexFigure {
  lowUsdBn: number;
  /** Null where only a lower end was given. */
  highUsdBn: number | null;
  /** The value an order is made by. */
  pointUsdBn: number;
  /** The year it is for: fiscal years differ. */
  period: string;
  madePublic: Day;
  /** What counts as capital spending in it. */
  definition: string;
  source: Source;
  note?: string;
}

/** The companies from the largest announced spending to the smallest: what a rank correlation needs. */
export interface CapexOrder {
  id: string;
  label: string;
  /** The one `primary` gives the word; `shown` ones stand beside it. */
  role: "primary" | "shown";
  fromMost: string[];
  reason: string;
  /** Two neighbours in the other order than their points, because their figures can be read either way. */
  swapped?: [string, string];
}
