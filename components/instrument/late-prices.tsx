"use client";

import { type ReactNode, useEffect } from "react";
import { formatDay } from "../../lib/view/words/format.ts";
import { useLate, useOnceSeen } from "../ui/late.ts";
import type { LiveNewerDaysProps } from "./live-newer-days.tsx";
import type { LiveSinceProps } from "./live-since.tsx";

// The snapshot's words and numbers come with the page and stay true. What asks for newer ones is a download of its own,
// fetched when its place is on the screen; without a script or a connection the snapshot's stay.

const loadStatus = () => import("./live-price-status.tsx");
const loadSince = () => import("./live-since.tsx");
const loadNewerDays = () => import("./live-newer-days.tsx");

/** What a series is, in words: "snapshot of <date>" until our API has said more. */
export function PriceStatus({ symbol, base, asOf }: { symbol: string; base: string; asOf: string }) {
  const [live, ask] = useLate(loadStatus);
  const place = useOnceSeen<HTMLSpanElement>(ask);
  const snapshot = `snapshot of ${formatDay(asOf)}`;
  return <span ref={place}>{live === null ? snapshot : <live.LivePriceStatus symbol={symbol} base={base} snapshot={snapshot} />}</span>;
}

/** The server's table of the moves since the article, then the same with the latest prices. */
export function SinceArticle({ children, ...props }: LiveSinceProps & { children: ReactNode }) {
  const [live, ask] = useLate(loadSince);
  const place = useOnceSeen<HTMLDivElement>(ask);
  return <div ref={place}>{live === null ? children : <live.LiveSince {...props} />}</div>;
}

/** Days Yahoo has and the snapshot has not: nothing until the browser has asked. */
export function NewerDays(props: LiveNewerDaysProps) {
  const [live, ask] = useLate(loadNewerDays);
  useEffect(() => ask(), [ask]);
  return live === null ? null : <live.LiveNewerDays {...props} />;
}
