import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { TickerPage } from "../../../../components/ticker-page.tsx";
import { impactOf } from "../../../../lib/impact.ts";
import { articleSlugs, loadInstruments } from "../../../../lib/io/data-files.ts";
import { tickerHref } from "../../../../lib/view/links.ts";

interface Props {
  params: Promise<{ symbol: string; base: string }>;
}

const bases = ["close", "publication", "open"] as const;

export function generateStaticParams() {
  return Object.values(loadInstruments())
    .filter(({ kind }) => kind !== "private")
    .flatMap(({ symbol }) => bases.map((base) => ({ symbol, base })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const instrument = loadInstruments()[decodeURIComponent((await params).symbol)];
  if (instrument === undefined) return { title: "No such ticker" };
  return {
    title: `${instrument.name} (${instrument.symbol})`,
    description: instrument.about,
    alternates: { canonical: tickerHref(instrument.symbol) },
  };
}

/** One instrument measured from one base. `?base=` addresses are rewritten to these static pages. */
export default async function TickerOnBasePage({ params }: Props) {
  const { symbol: asked, base: word } = await params;
  const symbol = decodeURIComponent(asked);
  const base = bases.find((b) => b === word);
  const [slug] = articleSlugs();
  if (base === undefined || slug === undefined) notFound();
  const report = await impactOf(slug);
  const instrument = report.instruments[symbol];
  if (instrument === undefined) {
    if (symbol.toUpperCase() in report.instruments) permanentRedirect(tickerHref(symbol.toUpperCase()));
    notFound();
  }
  return <TickerPage report={report} instrument={instrument} base={base} />;
}
