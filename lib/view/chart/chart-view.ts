import type { Line } from "../../domain/report/line.ts";
import { isAbsent } from "../../domain/market/series.ts";
import type { Absence } from "../../domain/market/series.ts";
import { chartModel, valueDomain } from "./chart-model.ts";
import type { ChartFrame, ChartModel, DrawnLine, LineRole, LiveStart, Point, Stop } from "./chart-model.ts";
import type { Tick } from "../words/percent-scale.ts";
import { linesOf, markersOn } from "./chart-subject.ts";
import type { ChartSubject } from "./chart-subject.ts";
import { formatDay } from "../words/format.ts";
import { minutePoints, sessionPoints } from "./line-points.ts";
import { minuteAxis } from "./minute-axis.ts";
import type { Scale } from "./measure.ts";
import { sessionAxis } from "./session-axis.ts";
import { isMinutes, applyConstraints } from "./view-constraints.ts";
import type { ViewProblem, ViewState } from "./view-state.ts";
import { DEFAULT_VIEW } from "./view-state.ts";

/** Where the publication falls on an axis of sessions: after the base close (−1), before the event open (0). */
const BETWEEN = -0.5;

/** More lines than this are drawn apart unless the reader says otherwise. */
const MOST_TOGETHER = 5;

/** A subject seen through a view: all that a page draws, says and lists. */
export interface ChartView {
  /** The view as it could be had. */
  view: ViewState;
  problems: ViewProblem[];
  /** One chart of all lines, or one per line on one scale; empty where nothing can be drawn. */
  charts: ChartModel[];
  apart: boolean;
  /** What is drawn, in order, with the tone that tells it apart. */
  drawn: { line: Line; role: LineRole }[];
  missing: { id: string; why: string }[];
  /** What is drawn for a part of the range alone, since no more is held. */
  partly: { id: string; why: string }[];
  /** "0 % = close, Fri 24 Jan 2025" */
  baseLabel: string;
}

/** @param available lines by id; one that has no price is an absence, and one that is not there is left out */
export function buildChartView(subject: ChartSubject, asked: ViewState, available: Record<string, Line | Absence>): ChartView {
  const wanted = linesOf(subject, asked);
  const lines = wanted.flatMap(({ id, role }) => {
    const line = available[id];
    return line === undefined || isAbsent(line) ? [] : [{ line, role: line.benchmark && role === "main" && wanted.length > 1 ? ("benchmark" as const) : role }];
  });
  const missing = [...subject.without, ...wanted.flatMap(({ id }) => why(id, available[id]))];
  const { view, problems } = applyConstraints(
    asked,
    lines.map(({ line }) => line),
  );
  const scale: Scale = {
    measure: view.measure,
    currency: view.measure === "price" ? (lines.find(({ line }) => !isAbsent(line.close))?.line.currency ?? null) : null,
  };
  const { frame, points } = axisFor(
    subject,
    view,
    lines.map(({ line }) => line),
    scale,
  );
  const drawn: { line: Line; role: LineRole; points: Point[] }[] = [];
  for (const { line, role } of lines) {
    const found = points(line);
    if (isAbsent(found)) missing.push({ id: line.label, why: found.why });
    else if (found.length === 0) missing.push({ id: line.label, why: "No session in this range." });
    else drawn.push({ line, role, points: found });
  }
  const models = drawn.map(({ line, role, points: found }): DrawnLine => ({
    id: line.id,
    label: line.label,
    name: line.shortName,
    role,
    points: found,
    liveFrom: line.live?.from ?? null,
  }));
  const apart = view.layout === "apart" || (view.layout === null && models.filter(({ role }) => role !== "faint").length > MOST_TOGETHER);
  const live = { ...frame, live: isMinutes(view) ? [] : liveStarts(drawn, frame.x.domain) };
  return {
    view,
    problems,
    charts: apart ? chartsApart(models, live) : [chartModel(models, live) ?? []].flat(),
    apart,
    drawn,
    missing,
    partly: isMinutes(view) ? drawn.flatMap(({ line, points: found }) => partlyDrawn(line, found, frame.stops)) : [],
    baseLabel: baseLabel(subject, view),
  };
}

/** One mark for all lines that go on from the same place; it names them where others go on from elsewhere. */
function liveStarts(drawn: { line: Line; role: LineRole }[], [first, last]: [number, number]): LiveStart[] {
  const starts = new Map<number, Line[]>();
  for (const { line } of drawn) {
    const offset = line.offsets[line.days.indexOf(line.live?.from ?? "")];
    if (offset !== undefined && offset > first && offset <= last) starts.set(offset, [...(starts.get(offset) ?? []), line]);
  }
  const named = starts.size > 1;
  return [...starts]
    .toSorted(([a], [b]) => a - b)
    .map(([offset, lines]) => ({
      at: offset - 0.5,
      label: named && lines.length < 3 ? `live: ${lines.map(({ label }) => label).join(", ")}` : "live",
      ids: lines.map(({ id }) => id),
    }));
}

function why(id: string, line: Line | Absence | undefined): { id: string; why: string }[] {
  return line !== undefined && isAbsent(line) ? [{ id, why: line.why }] : [];
}

/** Bars of a line that begin a day late or end a day early. */
function partlyDrawn(line: Line, points: Point[], stops: Stop[]): { id: string; why: string }[] {
  const [first, last] = [points[0]?.day ?? "", points.at(-1)?.day ?? ""];
  if (first === stops[0]?.day && last === stops.at(-1)?.day) return [];
  return [
    {
      id: line.label,
      why: first === last ? `bars of ${formatDay(first, "short")} alone` : `bars from ${formatDay(first, "short")} to ${formatDay(last, "short")}`,
    },
  ];
}

/** One chart a line, all on one scale and one axis, so that they can be compared. */
function chartsApart(models: DrawnLine[], frame: ChartFrame): ChartModel[] {
  const yDomain = valueDomain(models, frame.scale, frame.log ?? false);
  return models.flatMap(
    (model) =>
      chartModel([{ ...model, role: "main" }], {
        ...frame,
        title: model.name,
        x: { ...frame.x, ticks: sparse(frame) },
        yDomain,
        yTicks: 3,
        markers: [],
        references: [],
      }) ?? [],
  );
}

/** The first, the middle and the last: a small chart has room for no more; of bars, the first open after the publication. */
function sparse({ x: { ticks, bands }, publication }: ChartFrame): Tick[] {
  if (bands.length > 0) return ticks.filter(({ at }) => at > (publication?.at ?? 0)).slice(0, 1);
  const places = new Set([0, Math.floor((ticks.length - 1) / 2), ticks.length - 1]);
  return ticks.flatMap(({ at, label }, i) => (places.has(i) ? [{ at, label }] : []));
}

function axisFor(subject: ChartSubject, view: ViewState, lines: Line[], scale: Scale): { frame: ChartFrame; points: (line: Line) => Point[] | Absence } {
  const since = sinceLabel(subject, view);
  const shared = {
    scale,
    since,
    log: view.log,
    markers: markersOn(
      subject,
      lines.map(({ id }) => id),
    ),
  };
  const minutes = isMinutes(view) ? minuteAxis(lines, subject.publishedAt) : null;
  if (minutes !== null) {
    const x = { domain: minutes.domain, ticks: minutes.ticks, bands: minutes.bands };
    const publication = { at: minutes.publication, label: subject.publicationMark };
    return {
      frame: { ...shared, title: `${subject.title}, by 5 minutes`, stops: minutes.stops, x, publication },
      points: (line) => minutePoints(line, view, minutes),
    };
  }
  const axis = sessionAxis(lines, view.range);
  const [first, last] = axis.domain;
  const publication = first <= BETWEEN && last >= BETWEEN ? { at: BETWEEN, label: subject.publicationMark } : null;
  const references =
    view.measure === "change" && view.base === "close" && publication !== null ? subject.references.map(({ change, label }) => ({ value: change, label })) : [];
  return {
    frame: {
      ...shared,
      title: `${subject.title}, session by session`,
      stops: axis.stops,
      x: { domain: axis.domain, ticks: axis.ticks, bands: [] },
      publication,
      references,
    },
    points: (line) => sessionPoints(line, view, axis.domain),
  };
}

function sinceLabel({ baseLabels }: ChartSubject, { base }: ViewState): string {
  return base === "close" || base === "publication" || base === "open"
    ? baseLabels.since[base]
    : `the close of ${formatDay(base, "short")} ${base.slice(0, 4)}`;
}

function baseLabel({ baseLabels }: ChartSubject, { base, measure, against }: ViewState): string {
  if (measure === "price") return "Prices as quoted; they have no common base";
  const named =
    base === "close" || base === "publication" || base === "open" ? baseLabels.short[base] : `close, ${formatDay(base, "short")} ${base.slice(0, 4)}`;
  if (measure === "index") return `100 = ${named}`;
  if (measure === "abnormal") return `0 % = ${named}; beyond what the market model explains by ${against}`;
  return `0 % = ${named}`;
}

/** A subject's chart where there is room for a small one: all lines together, few ticks, no markers. */
export function smallChart(subject: ChartSubject, available: Record<string, Line | Absence>): ChartModel | null {
  const [chart] = buildChartView(subject, { ...DEFAULT_VIEW, layout: "together" }, available).charts;
  if (chart === undefined) return null;
  return { ...chart, y: { ...chart.y, ticks: chart.y.ticks.filter((_, i) => i % 2 === 0) }, markers: [] };
}
