import type { Query } from "../../../chart-input.ts";
import { tickerMetadata, TickerView } from "../ticker-view.tsx";

interface Props {
  params: Promise<{ symbol: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params, searchParams }: Props) {
  return tickerMetadata((await params).symbol, await searchParams);
}

/** An address with a view in its query: drawn on request, so that the page without one can be static. */
export default async function TickerViewRoute({ params, searchParams }: Props) {
  return <TickerView symbol={(await params).symbol} query={await searchParams} />;
}
