import { edition } from "../lib/site.ts";
import { buildChartView } from "../lib/view/chart/chart-view.ts";
import { VIEW_VALUES } from "../lib/view/export/file-query.ts";
import type { SeenView } from "../lib/view/export/view-document.ts";
import type { ViewProblem } from "../lib/view/chart/view-state.ts";
import { pageAddress } from "../lib/view/words/page-address.ts";
import { chartInput } from "./chart-input.ts";
import { pageAt } from "./page-at.ts";
import { notFound, problem } from "./api/problem.ts";

/**
 * What a page shows, for a file of it: the same subject, lines and view, on to the newest session. Where the page falls back and
 * says so, a file refuses: nobody reads a note beside a CSV.
 */
export async function viewAt(place: string[], search: URLSearchParams, rows: SeenView["rows"]): Promise<SeenView | Response> {
  const path = `/${place.join("/")}`;
  const address = pageAddress(path);
  // An article is a board of many charts.
  if (address === null || address.kind === "article") return notFound("path", path.slice(1), ["tickers/{symbol}", "articles/{slug}/claims/{claim}", "compare"]);
  const found = await pageAt(address);
  if (!("subject" in found)) return notFound(found.parameter, found.value, found.known);
  const { slug, subject } = found;
  const { view, problems, held } = await chartInput(slug, subject, Object.fromEntries(search), "live");
  const byMinutes = "preset" in view.range && view.range.preset === "day";
  const seen = buildChartView(subject, rows === "all" && !byMinutes ? { ...view, range: { preset: "all" } } : view, held);
  const [wrong] = [...problems, ...seen.problems, ...unsortable(seen)];
  if (wrong !== undefined) return refused(wrong);
  if (seen.charts.length === 0) {
    const detail = seen.missing.map(({ id, why }) => `${id}: ${why}`).join(" ") || "Nothing is drawn in this view; name lines with ?lines=.";
    return problem(404, { parameter: "lines", value: search.get("lines") ?? "", detail });
  }
  return { subject, seen, edition: edition(), rows };
}

/** The page leaves a table unsorted by what is not in it. */
function unsortable({ view: { sort }, charts }: SeenView["seen"]): ViewProblem[] {
  const columns = ["day", ...charts.flatMap(({ lines }) => lines).map(({ id }) => id)];
  return sort === null || columns.includes(sort.column) ? [] : [{ parameter: "sort", value: sort.column, instead: "the rows stay in the order of days" }];
}

function refused({ parameter, value, instead }: ViewProblem): Response {
  const allowed = VIEW_VALUES[parameter];
  return problem(400, { parameter, value, ...(allowed === undefined ? {} : { allowed: [...allowed] }), detail: `On the page, ${instead}.` });
}
