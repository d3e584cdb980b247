import Link from "next/link";
import type { Exposure } from "../lib/domain/exposures.ts";
import { eventDirection, type EventMove } from "../lib/view/event-move.ts";
import { formatMove, formatMoveRange, formatNumber } from "../lib/view/format.ts";
import { claimHref, tickerHref } from "../lib/view/links.ts";
import type { SaidDid } from "../lib/view/said-did.ts";
import { DidMark, SaidMark } from "./mark.tsx";
import styles from "./said-did-matrix.module.css";

/** Said against did: every claim by every instrument it is about, each cell a link to the claim. */
export function SaidDidMatrix({ matrix, slug, caption }: { matrix: SaidDid; slug: string; caption: string }) {
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <h2 className={styles.heading}>Said against did</h2>
        <p>{caption}</p>
        <ul className={styles.key} aria-label="Key">
          <li>
            <SaidMark direction="up" /> said up
          </li>
          <li>
            <SaidMark direction="down" /> said down
          </li>
          <li>
            <SaidMark direction={null} /> named, no direction
          </li>
          <li>
            <DidMark direction="up" /> <DidMark direction="down" /> what came, in percent
          </li>
          <li>
            <span className={styles.sample} /> same way
          </li>
        </ul>
      </figcaption>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Said against did, scrolls sideways">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                <span className={styles.said}>Said</span> / did
              </th>
              {matrix.columns.map((column) => (
                <th scope="col" key={column.symbol} className={styles.column}>
                  <Link href={tickerHref(column.symbol)} prefetch={false}>
                    {column.symbol}
                  </Link>
                </th>
              ))}
              <th scope="col" className={styles.column}>
                <span>Unlisted</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ claim, cells, unlisted }) => (
              <tr key={claim.id}>
                <th scope="row" className={styles.claim}>
                  <Link href={claimHref(slug, claim.id)} prefetch={false}>
                    {claim.label}
                  </Link>
                </th>
                {cells.map((exposure, i) => {
                  const column = matrix.columns[i];
                  if (exposure === null || column === undefined) return <td key={column?.symbol ?? i} className={styles.empty} />;
                  return (
                    <td key={column.symbol} className={cellClass(exposure, column.event)}>
                      <Link href={claimHref(slug, claim.id)} prefetch={false}>
                        <span className="unseen">{cellName(exposure, column.event)}</span>
                        <SaidMark direction={exposure.direction} />
                        <CellMove event={column.event} />
                      </Link>
                    </td>
                  );
                })}
                <td className={styles.unlisted}>
                  <Unlisted symbols={unlisted} href={claimHref(slug, claim.id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function Unlisted({ symbols, href }: { symbols: string[]; href: string }) {
  const [first] = symbols;
  if (first === undefined) return null;
  if (symbols.length === 1) {
    return (
      <Link href={tickerHref(first)} prefetch={false}>
        {first}
      </Link>
    );
  }
  return (
    <Link href={href} prefetch={false}>
      {symbols.length} private<span className="unseen">: {symbols.join(", ")}</span>
    </Link>
  );
}

function CellMove({ event }: { event: EventMove }) {
  if (event.kind === "none") {
    return (
      <span className={styles.none} aria-hidden="true">
        n/a
      </span>
    );
  }
  return (
    <span className={styles.move} aria-hidden="true">
      <DidMark direction={eventDirection(event)} />
      {event.kind === "one" ? bare(event.move) : span(event.low, event.high)}
    </span>
  );
}

/** The shape carries the sign already, so a narrow cell shows the size alone. */
function bare(move: number): string {
  const size = Math.abs(move) * 100;
  return formatNumber(size, size < 9.95 ? 1 : 0);
}

function span(low: number, high: number): string {
  const [small, large] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  return `${formatNumber((small ?? 0) * 100)}–${formatNumber((large ?? 0) * 100)}`;
}

function cellClass(exposure: Exposure, event: EventMove): string {
  const same = exposure.direction !== null && exposure.direction === eventDirection(event);
  return same ? `${styles.cell} ${styles.same}` : (styles.cell ?? "");
}

function cellName(exposure: Exposure, event: EventMove): string {
  const said = exposure.direction === null ? "no direction said" : `said ${exposure.direction}`;
  const did =
    event.kind === "none"
      ? event.absence.why
      : event.kind === "one"
        ? formatMove(event.move)
        : `${event.proxies} proxies ${formatMoveRange(event.low, event.high)}`;
  return `${exposure.symbol}: ${said}, ${did}`;
}
