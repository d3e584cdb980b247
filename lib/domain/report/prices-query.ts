import type { Day } from "../market/series.ts";

/** What `/prices` is asked for. Null where the reader left it out. */
export interface PricesQuery {
  from: Day | null;
  to: Day | null;
  base: Day | null;
}

/** What a wrong question is answered with: which part, what it was, what it could be. */
export interface QueryProblem {
  parameter: string;
  value: string;
  allowed: string[];
}
