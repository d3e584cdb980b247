import type { EventDay } from "../market/event-day.ts";
import { absence } from "../market/series.ts";
import type { Absence } from "../market/series.ts";
import type { ImpactReport } from "./report.ts";

/** The event day on the benchmarks' exchange: the clock a page speaks by where it speaks of several instruments. */
export function marketEventDay({ benchmarks, instruments }: ImpactReport): EventDay | Absence {
  return instruments[benchmarks[0] ?? ""]?.eventDay ?? absence("no-benchmark", "No benchmark is among the instruments.");
}
