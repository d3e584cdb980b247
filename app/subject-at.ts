import { impactOf } from "../lib/impact.ts";
import { articleSlugs, loadInstruments } from "../lib/io/data/data-files.ts";
import type { ChartSubject } from "../lib/view/chart/chart-subject.ts";
import { decodeSegment } from "../lib/view/words/links.ts";
import { claimSubject, compareSubject, tickerSubject } from "../lib/view/chart/subject-of.ts";

/** A page with a chart, by the parts of its address; or which part leads nowhere, and what there is. */
export async function subjectAt(place: string[]): Promise<{ slug: string; subject: ChartSubject } | { parameter: string; value: string; known: string[] }> {
  const [kind = "", ...rest] = place.map(decodeSegment);
  const [first = ""] = articleSlugs();
  if (kind === "compare" && rest.length === 0) return { slug: first, subject: compareSubject(await impactOf(first)) };
  if (kind === "tickers" && rest.length === 1) return tickerAt(first, rest[0] ?? "");
  if (kind === "articles" && rest.length === 3 && rest[1] === "claims") return claimAt(rest[0] ?? "", rest[2] ?? "");
  return { parameter: "path", value: place.join("/"), known: ["tickers/{symbol}", "articles/{slug}/claims/{claim}", "compare"] };
}

async function tickerAt(slug: string, symbol: string) {
  const { instruments } = await impactOf(slug);
  const instrument = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (instrument === undefined) return { parameter: "symbol", value: symbol, known: Object.keys(loadInstruments()) };
  return { slug, subject: tickerSubject(await impactOf(slug), instrument) };
}

async function claimAt(slug: string, id: string) {
  if (!articleSlugs().includes(slug)) return { parameter: "slug", value: slug, known: articleSlugs() };
  const report = await impactOf(slug);
  const claim = report.article.claims.find((one) => one.id === id);
  if (claim === undefined) return { parameter: "claim", value: id, known: report.article.claims.map((one) => one.id) };
  return { slug, subject: claimSubject(report, claim) };
}
