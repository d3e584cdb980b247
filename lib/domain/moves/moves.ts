import { isAbsent } from "../market/series.ts";
import type { Absence, Day, Instant } from "../market/series.ts";

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
  /** Day of the base; for `publication` the instant at which that price stood, the end of its bar, is `baseAt`. */
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

/** A base move before it is set against the benchmarks. */
export type Leg = Omit<BaseMove, "versus" | "withoutBenchmark">;

export type Legs = Record<Base, Leg | Absence>;

/** Change since the base day's close, session by session. Fractions; offset 0 is the event day, −1 the base day. */
export interface Path {
  offsets: number[];
  days: Day[];
  change: number[];
}

/** A benchmark's legs, or why this instrument cannot be set against it. */
export interface BenchmarkLegs {
  benchmark: string;
  legs: Legs | Absence;
}

/** Set each leg against the benchmarks' leg of the same base. */
export function movesOf(own: Legs, benchmarks: BenchmarkLegs[]): Moves {
  return {
    close: againstBenchmarks(own.close, benchmarks),
    publication: againstBenchmarks(own.publication, benchmarks),
    open: againstBenchmarks(own.open, benchmarks),
  };
}

function againstBenchmarks(leg: Leg | Absence, benchmarks: BenchmarkLegs[]): BaseMove | Absence {
  if (isAbsent(leg)) return leg;
  const versus: Versus[] = [];
  const withoutBenchmark: BaseMove["withoutBenchmark"] = [];
  for (const { benchmark, legs: theirs } of benchmarks) {
    const other = isAbsent(theirs) ? theirs : theirs[leg.base];
    if (isAbsent(other)) withoutBenchmark.push({ benchmark, absence: other });
    else versus.push({ benchmark, move: other.move, excess: leg.move - other.move });
  }
  return { ...leg, versus, withoutBenchmark };
}
