"use client";

import useSWR from "swr";
import type { SeriesStatus } from "../lib/domain/series-status.ts";

/** What /api/tickers/{symbol}/prices answers, as far as the page reads it. */
export interface LivePrices {
  symbol: string;
  status: SeriesStatus;
  base: string;
  days: string[];
  change: number[];
}

/**
 * Ask our own API once per symbol; history does not change while a reader looks at it. An answer for
 * another symbol than the one asked for is an error, never shown.
 */
export function useLivePrices(symbol: string, base: string): { prices: LivePrices | null; failed: boolean } {
  const { data, error } = useSWR(
    `/api/tickers/${encodeURIComponent(symbol)}/prices?from=${base}&base=${base}`,
    (url) => fetchPrices(url, symbol),
    { revalidateIfStale: false, revalidateOnFocus: false, revalidateOnReconnect: true, shouldRetryOnError: false },
  );
  return { prices: data ?? null, failed: error !== undefined };
}

async function fetchPrices(url: string, symbol: string): Promise<LivePrices> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const prices: LivePrices = await response.json();
  if (prices.symbol !== symbol) throw new Error(`asked for ${symbol}, answered ${prices.symbol}`);
  return prices;
}
