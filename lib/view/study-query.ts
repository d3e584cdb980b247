import { isDay } from "../domain/day.ts";
import type { Day } from "../domain/series.ts";
import type { QueryProblem } from "./prices-query.ts";

/** What `/study` is asked for, defaults filled in. */
export interface StudyQuery {
  benchmark: string;
  event: Day;
  /** Sessions the market model is fitted over. */
  estimation: number;
  /** Sessions left out between them and the event. */
  gap: number;
}

const parameters = ["benchmark", "event", "estimation", "gap"];

/** A market model on fewer returns says little; the windows end twenty sessions after the event. */
const bounds = { estimation: [40, 500], gap: [1, 60] } as const;

/** `?benchmark=SPY&event=2025-01-27&estimation=250&gap=10`: each at most once, nothing else. */
export function readStudyQuery(search: URLSearchParams, benchmarks: string[], event: Day): StudyQuery | QueryProblem {
  for (const [parameter, value] of search) {
    if (!parameters.includes(parameter)) return { parameter, value, allowed: parameters };
    if (search.getAll(parameter).length > 1) return { parameter, value, allowed: ["one value"] };
  }
  const benchmark = search.get("benchmark") ?? benchmarks[0] ?? "";
  if (!benchmarks.includes(benchmark)) return { parameter: "benchmark", value: benchmark, allowed: benchmarks };
  const day = search.get("event") ?? event;
  if (!isDay(day)) return { parameter: "event", value: day, allowed: ["one day YYYY-MM-DD"] };
  const estimation = wholeNumber(search, "estimation", 250);
  if (typeof estimation !== "number") return estimation;
  const gap = wholeNumber(search, "gap", 10);
  return typeof gap === "number" ? { benchmark, event: day, estimation, gap } : gap;
}

function wholeNumber(search: URLSearchParams, parameter: keyof typeof bounds, otherwise: number): number | QueryProblem {
  const value = search.get(parameter);
  if (value === null) return otherwise;
  const [low, high] = bounds[parameter];
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= low && number <= high) return number;
  return { parameter, value, allowed: [`a whole number from ${low} to ${high}`] };
}
