import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StructuredData } from "../../../components/ui/structured-data.tsx";
import { TickerPage } from "../../../components/instrument/ticker-page.tsx";
import { sinceArticleOf, symbolsSinceArticle } from "../../../lib/impact.ts";
import { decodeSegment } from "../../../lib/view/words/links.ts";
import { instrumentDataset } from "../../../lib/view/export/structured-data.ts";
import type { Query } from "../../chart-input.ts";
import { pageMetadata } from "../../page-metadata.ts";
import { pageView, shareText } from "../../page-view.ts";
import { SITE_URL } from "../../site-url.ts";

/** One instrument in the view of the address; without a query, in the default one. */
export async function TickerView({ symbol, query }: { symbol: string; query?: Query }) {
  const page = await pageView({ kind: "ticker", symbol: decodeSegment(symbol) }, query);
  if (page === null || page.instrument === null) notFound();
  const { report, instrument, chart, verdicts } = page;
  const behind = await symbolsSinceArticle(report.article.slug, instrument.instrument.symbol);
  const [asOf = null] = behind.flatMap((one) => report.instruments[one]?.provenance?.asOf ?? []).toSorted();
  const since = { rows: await sinceArticleOf(report.article.slug, instrument.instrument.symbol), asOf };
  return (
    <>
      <StructuredData data={instrumentDataset(instrument, SITE_URL.origin)} />
      <TickerPage report={report} instrument={instrument} chart={chart} verdicts={verdicts} share={shareText(page)} since={since} />
    </>
  );
}

export async function tickerMetadata(symbol: string, query?: Query): Promise<Metadata> {
  const page = await pageView({ kind: "ticker", symbol: decodeSegment(symbol) }, query);
  return page === null ? {} : pageMetadata(page);
}
