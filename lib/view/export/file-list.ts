import type { Edition } from "../../domain/edition.ts";
import type { ChartSubject } from "../chart/chart-subject.ts";
import { citation } from "./citation.ts";
import type { ChartView } from "../chart/chart-view.ts";
import { fileHref } from "./file-formats.ts";
import { formatCount, formatDay } from "../words/format.ts";
import { LICENCE_NOTE, NO_LEVELS } from "./view-document.ts";
import { viewHref } from "../chart/view-state.ts";

/** What a reader can take away from a view, each with what it holds. */
export interface FileList {
  /** Why there is none, and the address of the nearest view that has them. */
  refused: { why: string; instead: string } | null;
  files: { id: string; links: { label: string; href: string }[]; holds: string }[];
  /** The picture that is copied. */
  png: string;
  /** Without the day it is retrieved on, which only the reader knows. */
  cited: { text: string; links: { label: string; href: string }[] };
  licence: string;
}

export function fileList(subject: ChartSubject, seen: ChartView, edition: Edition): FileList {
  const { view, charts } = seen;
  const href = (format: Parameters<typeof fileHref>[2], ...more: [string, string][]) => fileHref(subject.path, view, format, more);
  const stops = charts[0]?.stops ?? [];
  const byMinutes = stops[0]?.time !== undefined;
  const days = [stops[0]?.day, stops.at(-1)?.day].map((day) => (day === undefined ? "" : formatDay(day))).join(" to ");
  const lines = formatCount(charts.flatMap((chart) => chart.lines).length, "line");
  const refused =
    view.measure === "price" && !edition.levels ? { why: NO_LEVELS, instead: viewHref(subject.path, view, { measure: "change", log: false }) } : null;
  const files = [
    {
      id: "csv",
      links: [{ label: "Table, CSV", href: href("csv") }],
      holds: `${lines}, ${days}: a row for each ${byMinutes ? "bar" : "session"} and line, as shown`,
    },
    ...(byMinutes
      ? []
      : [{ id: "all", links: [{ label: "All sessions, CSV", href: href("csv", ["rows", "all"]) }], holds: "the same lines over every session held" }]),
    { id: "json", links: [{ label: "Table, JSON", href: href("json") }], holds: "the rows with title, base, source, method and licence" },
    {
      id: "png",
      links: [
        { label: "Picture, PNG", href: href("png") },
        { label: "twice the size", href: href("png", ["size", "2x"]) },
        { label: "dark", href: href("png", ["size", "2x"], ["theme", "dark"]) },
      ],
      holds: "the chart with title, base, source and address in the picture",
    },
    {
      id: "svg",
      links: [
        { label: "Picture, SVG", href: href("svg") },
        { label: "dark", href: href("svg", ["theme", "dark"]) },
      ],
      holds: "the same, to be edited or printed at any size",
    },
  ];
  const about = {
    id: "metadata",
    links: [{ label: "About these figures, JSON", href: href("metadata.json") }],
    holds: "what every column means, sources, dates and versions",
  };
  return {
    refused,
    files: refused === null ? [...files, about] : [about],
    png: href("png", ["size", "2x"]),
    cited: {
      text: citation({ subject, seen, edition }, null).text,
      links: [
        { label: "with today’s date", href: href("citation") },
        { label: "BibTeX", href: href("bibtex") },
        { label: "CSL-JSON", href: href("csl") },
      ],
    },
    licence: LICENCE_NOTE,
  };
}
