import type { Explored } from "./chart-view.ts";
import { formatCount, formatDay, formatList } from "../words/format.ts";
import type { Measure, RangePreset } from "./view-state.ts";

const MEASURES: Record<Measure, string> = { change: "the change from the base", price: "prices", index: "an index of 100", abnormal: "abnormal returns" };
const RANGES: Record<RangePreset, string> = {
  day: "24 to 29 January by 5 minutes",
  event: "five sessions before to twenty after",
  "3m": "three months",
  "1y": "one year",
  all: "all days held",
};

/** What a view shows, in one sentence for who cannot see that it changed. */
export function describeView({ view, drawn, baseLabel, apart, charts }: Explored): string {
  if (charts.length === 0) return "The chart shows nothing.";
  const names = drawn.filter(({ role }) => role !== "faint").map(({ line }) => line.shortName);
  const range = "preset" in view.range ? RANGES[view.range.preset] : `${formatDay(view.range.from)} to ${formatDay(view.range.to)}`;
  const who = names.length > 5 ? formatCount(names.length, "line") : formatList(names);
  return `The chart now shows ${MEASURES[view.measure]} of ${who}, ${range}${apart ? ", one chart each" : ""}${view.log ? ", on a logarithmic scale" : ""}. ${baseLabel}.`;
}
