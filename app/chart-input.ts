import type { ChartInput } from "../components/chart/chart-section.tsx";
import { daysHeld, drawable, impactOf, linesFor, liveDaysHeld, liveLinesFor } from "../lib/impact.ts";
import { edition } from "../lib/site.ts";
import type { ChartSubject } from "../lib/view/chart/chart-subject.ts";
import { claimLines } from "../lib/view/chart/claim-lines.ts";
import { linesOf } from "../lib/view/chart/chart-subject.ts";
import { lineCatalogue } from "../lib/domain/report/line-catalogue.ts";
import { vocabularyOf } from "../lib/view/chart/line-words.ts";
import { readView } from "../lib/view/chart/view-state.ts";

/** A page's search parameters, as Next hands them over. */
export type Query = Record<string, string | string[] | undefined>;

/**
 * What a page's chart is drawn from, for the view its address asks for.
 *
 * @param prices a page waits for no vendor and is drawn from the snapshot; a file of it is made once and goes on to the newest session
 */
export async function chartInput(slug: string, subject: ChartSubject, query: Query = {}, prices: "snapshot" | "live" = "snapshot"): Promise<ChartInput> {
  const [report, days] = await Promise.all([impactOf(slug), prices === "live" ? liveDaysHeld(slug, "file").then((held) => held.days) : daysHeld(slug)]);
  const pairs = Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
  const { view, problems } = readView(pairs, vocabularyOf(lineCatalogue(drawable(), report, days), subject));
  const search = new URLSearchParams(pairs).toString();
  const ids = linesOf(subject, view).map(({ id }) => id);
  const held = await (prices === "live" ? liveLinesFor(slug, ids, "file") : linesFor(slug, ids));
  return { subject, view, problems, query: search === "" ? "" : `?${search}`, held, days, edition: edition() };
}

/** The lines of every claim of an article: what the small charts of a board are drawn from. */
export async function boardLines(slug: string): Promise<ChartInput["held"]> {
  const report = await impactOf(slug);
  return linesFor(
    slug,
    report.article.claims.flatMap((claim) => claimLines(report, claim).own.map(({ id }) => id)),
  );
}
