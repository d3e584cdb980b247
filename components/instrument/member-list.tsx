import Link from "next/link";
import { formatShare } from "../../lib/view/words/format.ts";
import { tickerHref } from "../../lib/view/words/links.ts";
import type { MemberRow } from "../../lib/view/instrument/member-rows.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import styles from "./member-list.module.css";

/** Members with their moves and why each is there. A short list stands open; a long one waits to be asked for. */
export function MemberList({ rows, weight }: { rows: MemberRow[]; weight: number }) {
  const summary = `${rows.length} members at ${formatShare(weight)} each, with the event day’s move`;
  const list = (
    <dl className={styles.grid}>
      {rows.map(({ symbol, reason, move }) => (
        <div key={symbol}>
          <dt>
            <Link href={tickerHref(symbol)} prefetch={false}>
              {symbol}
            </Link>
          </dt>
          <dd className={styles.move}>{move}</dd>
          <dd className={styles.reason}>{reason}</dd>
        </div>
      ))}
    </dl>
  );
  if (rows.length > 8) {
    return (
      <div className={styles.folded}>
        <Disclosure summary={summary}>{list}</Disclosure>
      </div>
    );
  }
  return (
    <>
      <p className={styles.summary}>{summary}</p>
      {list}
    </>
  );
}
