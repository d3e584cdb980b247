import { isDay } from "../domain/day.ts";
import type { Day } from "../domain/series.ts";

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

const parameters = ["from", "to", "base"] as const;

/** `?from=&to=&base=`: each a day, each at most once, nothing else. */
export function readPricesQuery(search: URLSearchParams): PricesQuery | QueryProblem {
  const query: PricesQuery = { from: null, to: null, base: null };
  for (const [name, value] of search) {
    const parameter = parameters.find((known) => known === name);
    if (parameter === undefined) return { parameter: name, value, allowed: [...parameters] };
    if (!isDay(value) || query[parameter] !== null) return { parameter, value, allowed: ["one day YYYY-MM-DD"] };
    query[parameter] = value;
  }
  const { from, to } = query;
  if (from !== null && to !== null && from > to) return { parameter: "to", value: to, allowed: [`a day not before from, ${from}`] };
  return query;
}
