import type { Edition } from "../../domain/edition.ts";
import type { ChartSubject } from "./chart-subject.ts";
import type { Explored } from "./chart-view.ts";
import { viewHref } from "./view-state.ts";
import { formatDay, formatList } from "../words/format.ts";

/** What stands over a chart: a chosen claim, or what the page is about. */
export function chartTitle(subject: ChartSubject, { view, charts, apart }: Pick<Explored, "view" | "charts" | "apart">): string {
  const claim = subject.claims.find(({ id }) => id === view.claim);
  return claim?.label ?? (apart ? subject.title : (charts[0]?.title ?? subject.title));
}

/** What a picture says under its title, where no page stands around it. */
export function chartSubtitle({ drawn, charts }: Pick<Explored, "drawn" | "charts">): string {
  const names = drawn.filter(({ role }) => role !== "faint").map(({ line }) => line.shortName);
  const marked = charts[0]?.publication == null ? "" : "The dotted line is the publication.";
  return names.length === 0 ? "" : [`${formatList(names)}.`, marked].filter((part) => part !== "").join(" ");
}

/** Who the figures come from, once each, and the first and last day they were taken down on. */
export function sourcesOf({ drawn }: Pick<Explored, "drawn">): { origins: string[]; asOf: string[] } {
  const origins = [...new Set(drawn.map(({ line }) => line.origin).filter((origin) => origin !== ""))];
  const days = drawn.map(({ line }) => line.asOf.slice(0, 10)).filter((day) => day !== "");
  const sorted = days.toSorted();
  return { origins, asOf: [...new Set([sorted[0] ?? [], sorted.at(-1) ?? []].flat())] };
}

/** The line under every chart. Empty where nothing is drawn. */
export function sourceText(seen: Pick<Explored, "drawn">, method: string): string {
  const { origins, asOf } = sourcesOf(seen);
  if (origins.length === 0) return "";
  const days = asOf.map((day) => formatDay(day)).join(" to ");
  return `Source: ${origins.join("; ")}. Snapshot of ${days}; returns from closes adjusted for splits and dividends. Method ${method}.`;
}

/** Where a view is to be found again, with the site's name. */
export function permanentLink({ path }: ChartSubject, { view }: Pick<Explored, "view">, { site }: Edition): string {
  return `${site}${viewHref(path, view)}`;
}
