import { loadInstruments } from "../../../lib/io/data/data-files.ts";
import { tickerMetadata, TickerView } from "./ticker-view.tsx";

interface Props {
  params: Promise<{ symbol: string }>;
}

/** Unknown addresses never get here: `proxy.ts` answers them. */
export const dynamicParams = false;

export function generateStaticParams() {
  return Object.keys(loadInstruments()).map((symbol) => ({ symbol }));
}

export async function generateMetadata({ params }: Props) {
  return tickerMetadata((await params).symbol);
}

/** The default view, made when the site is built. */
export default async function TickerRoute({ params }: Props) {
  return <TickerView symbol={(await params).symbol} />;
}
