import { AROUND } from "../../domain/moves/path.ts";
import type { Edition } from "../../domain/edition.ts";
import type { ChartModel } from "./chart-model.ts";
import type { ChartSubject } from "./chart-subject.ts";
import type { ChartView } from "./chart-view.ts";
import { viewHref } from "./view-state.ts";
import { countWord, formatCount, formatDay, formatDays, formatList } from "../words/format.ts";
import type { Measure, Range, RangePreset } from "./view-state.ts";
import { answersOf, liveText } from "./live-words.ts";
import type { ShownLine } from "./live-words.ts";
import { isMinutes } from "./view-constraints.ts";

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

type Sourced = Pick<ChartView, "drawn" | "charts" | "view">;

/** Who the figures come from, once each, and the first and last day they were taken down on. */
export function sourcesOf(seen: Sourced): { origins: string[]; asOf: string[] } {
  const shown = shownLines(seen);
  const origins = [...new Set(seen.drawn.map(({ line }) => line.origin).filter((origin) => origin !== ""))];
  const asked = shown.flatMap(({ line, last }) => (line.live?.from != null && line.live.from <= last ? answersOf(line.live.statuses) : []));
  const days = [...seen.drawn.map(({ line }) => line.asOf), ...asked].filter((day) => day !== "").map((day) => day.slice(0, 10));
  return { origins, asOf: ends(days) };
}

/** The line under every chart. Empty where nothing is drawn. */
export function sourceText(seen: Sourced, method: string): string {
  const { origins } = sourcesOf(seen);
  if (origins.length === 0) return "";
  // An instant is when a vendor was asked: then nothing of that line is from the snapshot.
  const taken = ends(seen.drawn.flatMap(({ line }) => (line.asOf === "" || line.asOf.includes("T") ? [] : [line.asOf])));
  const snapshot = taken.length === 0 ? "" : `Snapshot of ${taken.map((day) => formatDay(day)).join(" to ")}; returns`;
  return [
    `Source: ${origins.join("; ")}.`,
    `${snapshot === "" ? "Returns" : snapshot} from closes adjusted for splits and dividends.`,
    liveNote(seen),
    `Method ${method}.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** What a drawing says of its live part; empty where nothing was asked of a vendor. 5-minute bars are the snapshot's alone. */
export function liveNote(seen: Sourced): string {
  return liveText(shownLines(seen), seen.view.measure);
}

function shownLines({ drawn, charts, view }: Sourced): ShownLine[] {
  if (isMinutes(view)) return [];
  const models = charts.flatMap(({ lines }) => lines);
  return drawn.flatMap(({ line }) => {
    const last = models.find(({ id }) => id === line.id)?.points.at(-1)?.day;
    return last === undefined ? [] : [{ line, last }];
  });
}

function ends(days: string[]): string[] {
  const sorted = days.toSorted();
  return [...new Set([sorted[0] ?? [], sorted.at(-1) ?? []].flat())];
}

/** Where a view is to be found again, with the site's name. */
export function permanentLink({ path }: ChartSubject, { view }: Pick<ChartView, "view">, { site }: Edition): string {
  return `${site}${viewHref(path, view)}`;
}

const MEASURES: Record<Measure, string> = { change: "the change from the base", price: "prices", index: "an index of 100", abnormal: "abnormal returns" };
const RANGES: Record<Exclude<RangePreset, "day">, string> = {
  event: `${formatCount(AROUND.before, "session")} before to ${countWord(AROUND.after)} after`,
  "3m": "three months",
  "1y": "one year",
  all: "all days held",
};

/** What a view shows, in one sentence for who cannot see that it changed. */
export function describeView({ view, drawn, baseLabel, apart, charts }: ChartView): string {
  if (charts.length === 0) return "The chart shows nothing.";
  const names = drawn.filter(({ role }) => role !== "faint").map(({ line }) => line.shortName);
  const who = names.length > 5 ? formatCount(names.length, "line") : formatList(names);
  return `The chart now shows ${MEASURES[view.measure]} of ${who}, ${rangeText(view.range, charts[0])}${apart ? ", one chart each" : ""}${view.log ? ", on a logarithmic scale" : ""}. ${baseLabel}.`;
}

function rangeText(range: Range, chart: Pick<ChartModel, "stops"> | undefined): string {
  if ("from" in range) return `${formatDay(range.from)} to ${formatDay(range.to)}`;
  if (range.preset !== "day") return RANGES[range.preset];
  const [first, last] = [chart?.stops[0]?.day, chart?.stops.at(-1)?.day];
  return first === undefined || last === undefined ? "by 5 minutes" : `${formatDays(first, last)} by 5 minutes`;
}
