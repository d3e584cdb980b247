"use client";

import useSWR from "swr";
import { isSinceAnswer } from "../../lib/domain/report/since-answer.ts";
import { sinceHref } from "../../lib/view/words/links.ts";
import type { SinceAnswer } from "../../lib/domain/report/since-answer.ts";

const WHILE_OPEN_MS = 60_000;
const WHILE_CLOSED_MS = 15 * 60_000;
/** What is cached or out of reach may be better in a moment. */
const WHILE_STALE_MS = 20_000;

/**
 * The latest prices since the article, asked for again while the page is open and looked at: SWR stops
 * while it is hidden, and looks again when it comes back. An answer for another symbol than the one
 * asked for, or of another shape, is an error and never shown.
 */
export function useSince(article: string, symbol: string): SinceAnswer | null {
  const { data } = useSWR(sinceHref(article, symbol), (url) => fetchSince(url, symbol), {
    refreshInterval: pause,
    refreshWhenHidden: false,
    revalidateOnFocus: true,
    focusThrottleInterval: 20_000,
    dedupingInterval: 5_000,
    errorRetryInterval: 20_000,
    errorRetryCount: 3,
  });
  return data !== undefined && data.symbol === symbol ? data : null;
}

function pause(answer: SinceAnswer | undefined): number {
  if (answer === undefined) return WHILE_OPEN_MS;
  const statuses = Object.values(answer.statuses);
  if (statuses.some((status) => status.kind === "yahoo-unreachable" || ("cached" in status && status.cached !== null))) return WHILE_STALE_MS;
  const settled = answer.market?.phase === "closed" || statuses.every(({ kind }) => kind === "snapshot");
  return settled ? WHILE_CLOSED_MS : WHILE_OPEN_MS;
}

async function fetchSince(url: string, symbol: string): Promise<SinceAnswer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const answer: unknown = await response.json();
  if (!isSinceAnswer(answer)) throw new Error(`${url} answered in another shape`);
  if (answer.symbol !== symbol) throw new Error(`asked for ${symbol}, answered ${answer.symbol}`);
  return answer;
}
