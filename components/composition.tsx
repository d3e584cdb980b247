import Link from "next/link";
import type { Composition as CompositionOf, Member, Proxy } from "../lib/domain/instruments.ts";
import { formatDay, formatMove, formatShare } from "../lib/view/format.ts";
import { tickerHref } from "../lib/view/links.ts";
import { Disclosure } from "./disclosure.tsx";
import styles from "./composition.module.css";

/** What stands behind a basket or a group: members, weights, reasons, and what others reported. */
export function Composition({ composition }: { composition: CompositionOf }) {
  if (composition.kind === "group") {
    return (
      <div className={styles.block}>
        <h2 className={styles.heading}>What is in it</h2>
        <p className={styles.lead}>{composition.reason}</p>
        <Members members={composition.members} />
        {composition.apart.map(({ symbol, reason }) => (
          <p key={symbol} className={styles.note}>
            <Link href={tickerHref(symbol)} prefetch={false}>
              {symbol}
            </Link>{" "}
            stands apart: {reason}
          </p>
        ))}
      </div>
    );
  }
  return (
    <div className={styles.block}>
      <h2 className={styles.heading}>No public quote: what stands in for it</h2>
      <p className={styles.lead}>{composition.known}</p>
      <p className={styles.note}>
        Its members, weights and levels are private to {composition.publisher}. What follows are our stand-ins, chosen by theme
        in November 2026, when the day’s moves were public; nothing was fitted, and none of them is the basket.
      </p>
      <Reported composition={composition} />
      {composition.proxies.map((proxy) => (
        <ProxyBlock key={proxy.id} proxy={proxy} />
      ))}
    </div>
  );
}

function Reported({ composition }: { composition: Extract<CompositionOf, { kind: "basket" }> }) {
  if (composition.reported.length === 0) {
    return <p className={styles.note}>{composition.publisher} has published no move of this basket that we could find.</p>;
  }
  return (
    <ul className={styles.reported}>
      {composition.reported.map((move) => (
        <li key={move.day}>
          Reported by {move.publisher} for {formatDay(move.day)}: <strong>{formatMove(move.move, 1)}</strong>{" "}
          <span className={styles.soft}>
            ({move.url === null ? move.document : <a href={move.url}>{move.document}</a>}). A reference, never part of a computation.
          </span>
        </li>
      ))}
    </ul>
  );
}

function ProxyBlock({ proxy }: { proxy: Proxy }) {
  return (
    <section className={styles.proxy}>
      <h3 className={styles.name}>
        {proxy.name} <span className={styles.soft}>{proxy.role === "shown" ? "shown, not judged" : "judged"}</span>
      </h3>
      <p className={styles.note}>{proxy.reason}</p>
      {proxy.note !== undefined && <p className={styles.note}>{proxy.note}</p>}
      {proxy.kind === "list" ? (
        <Members members={proxy.members} />
      ) : (
        proxy.members.map(({ symbol, reason }) => (
          <p key={symbol} className={styles.note}>
            <Link href={tickerHref(symbol)} prefetch={false}>
              {symbol}
            </Link>
            : {reason}
          </p>
        ))
      )}
    </section>
  );
}

/** A short list stands open; a long one waits to be asked for. */
function Members({ members }: { members: Member[] }) {
  const summary = `${members.length} members at ${formatShare(members[0]?.weight ?? 0)} each`;
  const list = (
    <dl className={styles.grid}>
      {members.map(({ symbol, reason }) => (
        <div key={symbol}>
          <dt>
            <Link href={tickerHref(symbol)} prefetch={false}>
              {symbol}
            </Link>
          </dt>
          <dd>{reason}</dd>
        </div>
      ))}
    </dl>
  );
  if (members.length > 8) return <Disclosure summary={summary}>{list}</Disclosure>;
  return (
    <>
      <p className={styles.note}>{summary}</p>
      {list}
    </>
  );
}
