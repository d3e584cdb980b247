"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import { formatDay } from "../../lib/view/words/format.ts";
import type { LivePriceStatusProps } from "./live-price-status.tsx";

/**
 * What a series is, in words. The server says "snapshot of <date>"; once the row is on screen the
 * browser asks our API, which asks Yahoo for the same days, and only the words change.
 */
export function PriceStatus({ symbol, base, asOf }: { symbol: string; base: string; asOf: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const [Live, setLive] = useState<ComponentType<LivePriceStatusProps> | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      import("./live-price-status.tsx").then(
        (module) => setLive(() => module.LivePriceStatus),
        () => undefined, // the words "snapshot of …" stay true
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const snapshot = `snapshot of ${formatDay(asOf)}`;
  return <span ref={place}>{Live === null ? snapshot : <Live symbol={symbol} base={base} snapshot={snapshot} />}</span>;
}
