import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TickerPage } from "../../../../components/ticker-page.tsx";
import { impactOf, judgementOf, sinceArticleOf, symbolsSinceArticle } from "../../../../lib/impact.ts";
import { articleSlugs, loadInstruments } from "../../../../lib/io/data-files.ts";
import { BASES } from "../../../../lib/view/base-labels.ts";
import { nameIn, tickerHref } from "../../../../lib/view/links.ts";

interface Props {
  params: Promise<{ symbol: string; base: string }>;
}

/** Unknown addresses never get here: `proxy.ts` answers them. */
export const dynamicParams = false;

export function generateStaticParams() {
  const others = BASES.filter((base) => base !== "close");
  return Object.keys(loadInstruments()).flatMap((symbol) => others.map((base) => ({ symbol, base })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const instrument = loadInstruments()[nameIn((await params).symbol)];
  if (instrument === undefined) return {};
  return {
    title: `${instrument.name} (${instrument.symbol})`,
    description: instrument.about,
    alternates: { canonical: tickerHref(instrument.symbol) },
  };
}

/** One instrument measured from one base. `?base=` addresses are rewritten to these static pages. */
export default async function TickerOnBasePage({ params }: Props) {
  const { symbol, base: word } = await params;
  const base = BASES.find((b) => b === word);
  const [slug] = articleSlugs();
  if (base === undefined || slug === undefined) notFound();
  const [report, judgement] = await Promise.all([impactOf(slug), judgementOf(slug)]);
  const instrument = report.instruments[nameIn(symbol)];
  if (instrument === undefined) notFound();
  const behind = await symbolsSinceArticle(slug, instrument.instrument.symbol);
  const [asOf = null] = behind.flatMap((name) => report.instruments[name]?.provenance?.asOf ?? []).toSorted();
  const since = { rows: await sinceArticleOf(slug, instrument.instrument.symbol), asOf };
  return <TickerPage report={report} instrument={instrument} base={base} verdicts={"absent" in judgement ? null : judgement.verdicts} since={since} />;
}
