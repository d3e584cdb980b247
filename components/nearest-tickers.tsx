"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { tickerHref } from "../lib/view/links.ts";
import { nearest } from "../lib/view/nearest.ts";

/** Names the symbol that was asked for and offers the nearest known ones. */
export function NearestTickers({ known }: { known: { symbol: string; name: string }[] }) {
  const asked = decodeURIComponent(usePathname().split("/")[2] ?? "");
  const near = nearest(asked, known.map((k) => k.symbol));
  return (
    <>
      <p>
        We hold nothing called “{asked}”.{near.length > 0 && " The nearest we have: "}
        {near.map((symbol, i) => (
          <span key={symbol}>
            {i > 0 && ", "}
            <Link href={tickerHref(symbol)} prefetch={false}>
              {symbol}
            </Link>{" "}
            ({known.find((k) => k.symbol === symbol)?.name})
          </span>
        ))}
        {near.length > 0 && "."}
      </p>
      <p>
        Or see <Link href="/tickers" prefetch={false}>all tickers</Link>.
      </p>
    </>
  );
}
