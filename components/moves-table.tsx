import Link from "next/link";
import type { BaseMove } from "../lib/domain/moves.ts";
import { formatDay, formatInstant, formatMove, formatPrice, formatSignedPoints } from "../lib/view/format.ts";
import { tickerHref } from "../lib/view/links.ts";
import type { MoveRow } from "../lib/view/move-rows.ts";
import { PriceStatus } from "./price-status.tsx";
import styles from "./moves-table.module.css";

/** What the chart shows, as numbers, each with its source. */
export function MovesTable({ rows, caption, timeZone }: { rows: MoveRow[]; caption: string; timeZone: string }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Instrument</th>
            <th scope="col" className={styles.number}>
              From
            </th>
            <th scope="col" className={styles.number}>
              To
            </th>
            <th scope="col" className={styles.number}>
              Move
            </th>
            <th scope="col" className={styles.number}>
              vs SPY
            </th>
            <th scope="col" className={styles.number}>
              vs RSP
            </th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.under ? styles.under : styles.top}>
              <th scope="row" className={styles.name}>
                <RowName row={row} />
              </th>
              <Numbers row={row} timeZone={timeZone} />
              <td className={styles.source}>
                {row.provenance === null || row.symbol === null || row.baseDay === null ? (
                  row.priceless === "portfolio" ? "its members’ snapshots" : ""
                ) : (
                  <PriceStatus symbol={row.symbol} base={row.baseDay} asOf={row.provenance.asOf} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowName({ row }: { row: MoveRow }) {
  if (row.symbol === null) return <>{row.name}</>;
  return (
    <>
      <Link href={tickerHref(row.symbol)} prefetch={false}>
        {row.symbol}
      </Link>{" "}
      <span className={styles.full}>{row.name}</span>
    </>
  );
}

function Numbers({ row, timeZone }: { row: MoveRow; timeZone: string }) {
  const { move } = row;
  if ("absent" in move) {
    return (
      <td colSpan={5} className={styles.why}>
        {move.why}
      </td>
    );
  }
  return (
    <>
      <td className={styles.number}>
        {move.basePrice === null ? <span className={styles.soft}>{row.priceless}</span> : formatPrice(move.basePrice, row.currency)}
        <span className={styles.day}>{baseWhen(move, timeZone)}</span>
      </td>
      <td className={styles.number}>
        {move.eventPrice === null ? <span className={styles.soft}>{row.priceless}</span> : formatPrice(move.eventPrice, row.currency)}
        <span className={styles.day}>{formatDay(move.eventDay, "short")}</span>
      </td>
      <td className={`${styles.number} ${styles.move}`}>{formatMove(move.move)}</td>
      <Versus move={move} benchmark="SPY" />
      <Versus move={move} benchmark="RSP" />
    </>
  );
}

function Versus({ move, benchmark }: { move: BaseMove; benchmark: string }) {
  const versus = move.versus.find((v) => v.benchmark === benchmark);
  if (versus !== undefined) {
    return <td className={styles.number}>{formatSignedPoints(versus.excess, 2).replace(" points", "")}</td>;
  }
  const missing = move.withoutBenchmark.find((v) => v.benchmark === benchmark);
  return <td className={`${styles.number} ${styles.soft}`}>{missing === undefined ? "" : "none"}</td>;
}

function baseWhen(move: BaseMove, timeZone: string): string {
  const day = formatDay(move.baseDay, "short");
  if (move.base === "publication" && move.baseAt !== undefined) return `${day}, ${formatInstant(move.baseAt, timeZone)}`;
  return move.base === "open" ? `${day}, open` : day;
}
