import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TickerPage } from "../../../components/ticker-page.tsx";
import { impactOf, judgementOf, sinceArticleOf, symbolsSinceArticle } from "../../../lib/impact.ts";
import { articleSlugs, loadInstruments } from "../../../lib/io/data-files.ts";
import { nameIn, tickerHref } from "../../../lib/view/links.ts";
import { tickerSubject } from "../../../lib/view/subject-of.ts";
import { chartInput, type Query } from "../../chart-input.ts";

/** One instrument in the view of the address; without a query, in the default one. */
export async function TickerView({ symbol, query }: { symbol: string; query?: Query }) {
  const [slug] = articleSlugs();
  if (slug === undefined) notFound();
  const [report, judgement] = await Promise.all([impactOf(slug), judgementOf(slug)]);
  const name = nameIn(symbol);
  const instrument = Object.hasOwn(report.instruments, name) ? report.instruments[name] : undefined;
  if (instrument === undefined) notFound();
  const chart = await chartInput(slug, tickerSubject(report, instrument), query);
  const behind = await symbolsSinceArticle(slug, name);
  const [asOf = null] = behind.flatMap((one) => report.instruments[one]?.provenance?.asOf ?? []).toSorted();
  const since = { rows: await sinceArticleOf(slug, name), asOf };
  return <TickerPage report={report} instrument={instrument} chart={chart} verdicts={"absent" in judgement ? null : judgement.verdicts} since={since} />;
}

export function tickerMetadata(symbol: string): Metadata {
  const instruments = loadInstruments();
  const name = nameIn(symbol);
  const instrument = Object.hasOwn(instruments, name) ? instruments[name] : undefined;
  if (instrument === undefined) return {};
  return {
    title: `${instrument.name} (${instrument.symbol})`,
    description: instrument.about,
    alternates: { canonical: tickerHref(instrument.symbol) },
  };
}
