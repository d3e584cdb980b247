import Link from "next/link";
import type { Instrument } from "../../lib/domain/market/instruments.ts";
import { tickerHref } from "../../lib/view/words/links.ts";

/** Names the symbol that was asked for and offers the nearest known ones. */
export function NearestTickers({ asked, near }: { asked: string; near: Instrument[] }) {
  return (
    <>
      <p>
        We hold nothing called “{asked.slice(0, 60)}”.
        {near.length > 0 && " The nearest we have: "}
        {near.map(({ symbol, name }, i) => (
          <span key={symbol}>
            {i > 0 && ", "}
            <Link href={tickerHref(symbol)} prefetch={false}>
              {symbol}
            </Link>{" "}
            ({name})
          </span>
        ))}
        {near.length > 0 && "."}
      </p>
      <p>
        Or see{" "}
        <Link href="/tickers" prefetch={false}>
          all tickers
        </Link>
        .
      </p>
    </>
  );
}
