import type { Absence, Day, Instant } from "./series.ts";

/** The three bases a reader can choose between. */
export type Base = "close" | "publication" | "open";

/** The same stretch measured on a benchmark, and the plain difference in returns. Fractions. */
export interface Versus {
  benchmark: string;
  move: number;
  excess: number;
}

/** A move from a base to the close of the event day. Fractions; levels only where they are market prices. */
export interface BaseMove {
  base: Base;
  /** Day of the base; for `publication` the bar's instant stands in `baseAt`. */
  baseDay: Day;
  baseAt?: Instant;
  eventDay: Day;
  /** Null where the series holds no market price (then `levels` of the instrument says why). */
  basePrice: number | null;
  eventPrice: number | null;
  move: number;
  /** One entry per benchmark that has the same base; others are in `withoutBenchmark`. */
  versus: Versus[];
  withoutBenchmark: { benchmark: string; absence: Absence }[];
}

export interface Moves {
  close: BaseMove | Absence;
  publication: BaseMove | Absence;
  open: BaseMove | Absence;
}

/** Change since the base day's close, session by session. Fractions; offset 0 is the event day, −1 the base day. */
export interface Path {
  offsets: number[];
  days: Day[];
  change: number[];
}
