import type { Metadata } from "next";
import { Message } from "../../../components/ui/message.tsx";
import { NearestTickers } from "../../../components/instrument/nearest-tickers.tsx";
import { loadInstruments } from "../../../lib/io/data/data-files.ts";
import { nearest } from "../../../lib/view/words/nearest.ts";
import { decodeSegment } from "../../../lib/view/words/links.ts";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "No such ticker", robots: { index: false } };

/** What an unknown ticker's address shows; `proxy.ts` sends it here with a 404. */
export default async function NoSuchTickerPage({ params }: { params: Promise<{ symbol: string }> }) {
  const asked = decodeSegment((await params).symbol);
  const instruments = loadInstruments();
  const near = nearest(asked, Object.keys(instruments)).flatMap((symbol) => instruments[symbol] ?? []);
  return (
    <Message title="No such ticker">
      <NearestTickers asked={asked} near={near} />
    </Message>
  );
}
