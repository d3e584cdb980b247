"use client";

import { describeStatus } from "../../lib/view/instrument/describe-status.ts";
import { useLivePrices } from "./use-live-prices.ts";
import { useNow } from "../ui/use-now.ts";

export interface LivePriceStatusProps {
  symbol: string;
  /** What the server said, shown until there is an answer and whenever there is none. */
  snapshot: string;
  base: string;
}

export function LivePriceStatus({ symbol, snapshot, base }: LivePriceStatusProps) {
  const { prices } = useLivePrices(symbol, base);
  const now = useNow();
  return <>{prices === null ? snapshot : describeStatus(prices.status, now)}</>;
}
