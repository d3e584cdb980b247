import type { Edition } from "../../domain/edition.ts";
import type { Day } from "../../domain/market/series.ts";
import type { ChartSubject } from "../chart/chart-subject.ts";
import { chartSubtitle, chartTitle, permanentLink, sourcesOf, sourceText } from "../chart/chart-words.ts";
import type { ChartView } from "../chart/chart-view.ts";
import { fileHref } from "./file-formats.ts";
import { answersOf } from "../chart/live-words.ts";
import { tidyTable, unitOf } from "./tidy-table.ts";
import type { Measure } from "../chart/view-state.ts";

export const LICENCE_NOTE =
  "Figures derived from market data of Yahoo Finance and Polygon, for personal use; their terms forbid redistribution of the data themselves. Claimtape grants no rights that they did not.";

/** Why a view of prices leaves in no file. */
export const NO_LEVELS =
  "Prices as quoted are not given away in files: Yahoo’s terms forbid it. The change, the index and the abnormal return of the same view are.";

const MEANING: Record<Measure, string> = {
  change: "change since the base, dividends and splits taken out",
  price: "price as quoted",
  index: "level where the base is 100, dividends and splits taken out",
  abnormal: "abnormal return summed since the base: what the return was beyond what the market model explains by the benchmark",
};

/** What stands beside a file of a view, and inside one of JSON. */
export interface ViewMetadata {
  title: string;
  subtitle: string;
  /** "0 % = close, Fri 24 Jan 2025" */
  base: string;
  measure: { id: Measure; unit: string; meaning: string };
  days: { first: Day; last: Day };
  rows: "displayed" | "all";
  /** `liveFrom`: the first session that came from Yahoo after the snapshot, or null; `liveAsOf`: when it was asked. */
  lines: { id: string; name: string; role: string; origin: string; asOf: string; liveFrom: Day | null; liveAsOf: string | null }[];
  missing: { id: string; why: string }[];
  columns: Record<string, string>;
  source: string;
  /** First and last day the figures were taken down on. */
  asOf: string[];
  method: { version: string; page: string; changes: string };
  licence: string;
  /** The permanent address of the view. */
  link: string;
  files: Record<string, string>;
}

export interface ViewDocument extends ViewMetadata {
  /** By column of the table; the same rows as the CSV. */
  table: { columns: string[]; rows: (string | number | null)[][] };
}

/** A view in an edition. `rows` says whether its range is the reader's or all there is. */
export interface SeenView {
  subject: ChartSubject;
  seen: ChartView;
  edition: Edition;
  rows: "displayed" | "all";
}

export function viewMetadata({ subject, seen, edition, rows }: SeenView): ViewMetadata {
  const { view, charts, drawn, missing, baseLabel } = seen;
  const scale = charts[0]?.scale ?? { measure: view.measure, currency: null };
  const stops = charts[0]?.stops ?? [];
  const more: [string, string][] = rows === "all" ? [["rows", "all"]] : [];
  return {
    title: chartTitle(subject, seen),
    subtitle: chartSubtitle(seen),
    base: baseLabel,
    measure: { id: scale.measure, unit: unitOf(scale), meaning: MEANING[scale.measure] },
    days: { first: stops[0]?.day ?? "", last: stops.at(-1)?.day ?? "" },
    rows,
    lines: drawn.map(({ line, role }) => ({
      id: line.id,
      name: line.name,
      role,
      origin: line.origin,
      asOf: line.asOf,
      liveFrom: line.live?.from ?? null,
      liveAsOf: line.live === null ? null : (answersOf(line.live.statuses).toSorted()[0] ?? null),
    })),
    missing,
    columns: Object.fromEntries(tidyTable(charts, view.sort).columns),
    source: sourceText(seen, edition.method),
    asOf: sourcesOf(seen).asOf,
    method: { version: edition.method, page: `${edition.site}/method`, changes: `${edition.site}/changes` },
    licence: LICENCE_NOTE,
    link: permanentLink(subject, seen, edition),
    files: Object.fromEntries(
      (["csv", "json", "metadata.json", "svg", "png"] as const).map((format) => [
        format,
        `${edition.site}${fileHref(subject.path, view, format, format === "svg" || format === "png" ? [] : more)}`,
      ]),
    ),
  };
}

export function viewDocument(view: SeenView): ViewDocument {
  const { columns, rows } = tidyTable(view.seen.charts, view.seen.view.sort);
  return { ...viewMetadata(view), table: { columns: columns.map(([name]) => name), rows } };
}

/** A download named for what it holds: "claimtape-nvda-change-2025-01-17-to-2025-02-25", no ending. */
export function fileName({ path }: Pick<ChartSubject, "path">, { view, charts, drawn }: Pick<ChartView, "view" | "charts" | "drawn">): string {
  const stops = charts[0]?.stops ?? [];
  const lines = drawn.filter(({ role }) => role !== "faint").map(({ line }) => line.id);
  const page = decodeURIComponent(path.split("/").at(-1) ?? "");
  const own = view.lines === null && view.claim === null && page !== "compare";
  const about = own ? page : [...lines.slice(0, 3), ...(lines.length > 3 ? [`and-${lines.length - 3}-more`] : [])].join("-");
  const days = [stops[0]?.day, stops.at(-1)?.day].flatMap((day) => day ?? []).join("-to-");
  const base = view.base === "close" || view.measure === "price" ? "" : `from-${view.base}`;
  return ["claimtape", about, view.measure, base, days]
    .map((part) =>
      part
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .replaceAll(/^-+|-+$/g, ""),
    )
    .filter((part) => part !== "")
    .join("-")
    .slice(0, 120);
}
