"use client";

import useSWR from "swr";
import { isLivePrices } from "../../lib/view/instrument/live-prices.ts";
import type { LivePrices } from "../../lib/view/instrument/live-prices.ts";

/**
 * Ask our own API once per symbol; history does not change while a reader looks at it. An answer for
 * another symbol than the one asked for, or of another shape, is an error and never shown.
 */
export function useLivePrices(symbol: string, base: string): { prices: LivePrices | null } {
  const { data } = useSWR(`/api/tickers/${encodeURIComponent(symbol)}/prices?from=${base}&base=${base}`, (url) => fetchPrices(url, symbol), {
    revalidateIfStale: false,
    revalidateOnFocus: false,
    revalidateOnReconnect: true,
    shouldRetryOnError: false,
  });
  return { prices: data ?? null };
}

async function fetchPrices(url: string, symbol: string): Promise<LivePrices> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const prices: unknown = await response.json();
  if (!isLivePrices(prices)) throw new Error(`${url} answered in another shape`);
  if (prices.symbol !== symbol) throw new Error(`asked for ${symbol}, answered ${prices.symbol}`);
  return prices;
}
