import type { Edition } from "../../domain/edition.ts";
import type { ChartSubject } from "./chart-subject.ts";
import type { ChartView } from "./chart-view.ts";
import { viewHref } from "./view-state.ts";
import { formatDay, formatList, formatCount } from "../words/format.ts";
import type { Measure, RangePreset } from "./view-state.ts";

/** What stands over a chart: a chosen claim, or what the page is about. */
export function chartTitle(subject: ChartSubject, { view, charts, apart }: Pick<ChartView, "view" | "charts" | "apart">): string {
  const claim = subject.claims.find(({ id }) => id === view.claim);
  return claim?.label ?? (apart ? subject.title : (charts[0]?.title ?? subject.title));
}

/** What a picture says under its title, where no page stands around it. */
export function chartSubtitle({ drawn, charts }: Pick<ChartView, "drawn" | "charts">): string {
  const names = drawn.filter(({ role }) => role !== "faint").map(({ line }) => line.shortName);
  const marked = charts[0]?.publication == null ? "" : "The dotted line is the publication.";
  return names.length === 0 ? "" : [`${formatList(names)}.`, marked].filter((part) => part !== "").join(" ");
}

/** Who the figures come from, once each, and the first and last day they were taken down on. */
export function sourcesOf({ drawn }: Pick<ChartView, "drawn">): { origins: string[]; asOf: string[] } {
  const origins = [...new Set(drawn.map(({ line }) => line.origin).filter((origin) => origin !== ""))];
  const days = drawn.map(({ line }) => line.asOf.slice(0, 10)).filter((day) => day !== "");
  const sorted = days.toSorted();
  return { origins, asOf: [...new Set([sorted[0] ?? [], sorted.at(-1) ?? []].flat())] };
}

/** The line under every chart. Empty where nothing is drawn. */
export function sourceText(seen: Pick<ChartView, "drawn">, method: string): string {
  const { origins, asOf } = sourcesOf(seen);
  if (origins.length === 0) return "";
  const days = asOf.map((day) => formatDay(day)).join(" to ");
  return `Source: ${origins.join("; ")}. Snapshot of ${days}; returns from closes adjusted for splits and dividends. Method ${method}.`;
}

/** Where a view is to be found again, with the site's name. */
export function permanentLink({ path }: ChartSubject, { view }: Pick<ChartView, "view">, { site }: Edition): string {
  return `${site}${viewHref(path, view)}`;
}

const MEASURES: Record<Measure, string> = { change: "the change from the base", price: "prices", index: "an index of 100", abnormal: "abnormal returns" };
const RANGES: Record<RangePreset, string> = {
  day: "24 to 29 January by 5 minutes",
  event: "five sessions before to twenty after",
  "3m": "three months",
  "1y": "one year",
  all: "all days held",
};

/** What a view shows, in one sentence for who cannot see that it changed. */
export function describeView({ view, drawn, baseLabel, apart, charts }: ChartView): string {
  if (charts.length === 0) return "The chart shows nothing.";
  const names = drawn.filter(({ role }) => role !== "faint").map(({ line }) => line.shortName);
  const range = "preset" in view.range ? RANGES[view.range.preset] : `${formatDay(view.range.from)} to ${formatDay(view.range.to)}`;
  const who = names.length > 5 ? formatCount(names.length, "line") : formatList(names);
  return `The chart now shows ${MEASURES[view.measure]} of ${who}, ${range}${apart ? ", one chart each" : ""}${view.log ? ", on a logarithmic scale" : ""}. ${baseLabel}.`;
}
