import type { Instant } from "../../domain/market/series.ts";
import type { BaseLabels } from "../words/base-labels.ts";
import type { ChartMarker, LineRole } from "./chart-model.ts";

/** What a page's chart is about before a reader has chosen anything. JSON-safe: the browser gets it too. */
export interface ChartSubject {
  /** The article’s name in addresses: its event day is the chart’s. */
  article: string;
  /** Address of the page, without a query. */
  path: string;
  title: string;
  own: { id: string; role: LineRole }[];
  publishedAt: Instant;
  /** Over the line that marks the publication. */
  publicationMark: string;
  baseLabels: BaseLabels;
  /** Null: every claim below that is about something drawn, numbered. */
  markers: ChartMarker[] | null;
  /** Claims that can be chosen here, each with the lines it is about. */
  claims: { id: string; label: string; lines: string[]; href: string }[];
  /** Moves of the event day that somebody reported, from the base close. */
  references: { change: number; label: string }[];
  /** What belongs to the page and has no line at all, with the reason. */
  without: { id: string; why: string }[];
}

/** The claims to mark on a chart of these lines. */
export function markersOn(subject: ChartSubject, lines: string[]): ChartMarker[] {
  if (subject.markers !== null) return subject.markers;
  return subject.claims
    .filter((claim) => claim.lines.some((id) => lines.includes(id)))
    .map(({ id, label, href }, i) => ({ number: i + 1, label, claim: id, href }));
}

/** Ids of what a view draws: the chosen ones, a chosen claim's, or the page's own. */
export function linesOf(subject: ChartSubject, view: { lines: string[] | null; claim: string | null }): { id: string; role: LineRole }[] {
  if (view.lines !== null) return view.lines.map((id) => ({ id, role: "main" }));
  const claim = subject.claims.find(({ id }) => id === view.claim);
  return claim === undefined ? subject.own : claim.lines.map((id) => ({ id, role: "main" }));
}
