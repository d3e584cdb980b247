import { isAbsent } from "../../lib/domain/market/series.ts";
import Link from "next/link";
import type { BaseMove } from "../../lib/domain/moves/moves.ts";
import { moveDirection } from "../../lib/view/words/event-move.ts";
import { barePoints, formatDay, formatInstant, formatMove, formatPrice } from "../../lib/view/words/format.ts";
import { tickerHref } from "../../lib/view/words/links.ts";
import type { MoveRow } from "../../lib/view/instrument/move-rows.ts";
import { withLine } from "../../lib/view/chart/view-choices.ts";
import type { ChartInput } from "../chart/chart-section.tsx";
import { Moved } from "../ui/mark.tsx";
import { PriceStatus } from "./late-prices.tsx";
import styles from "./moves-table.module.css";

interface Props {
  rows: MoveRow[];
  /** Symbols, a column each. */
  benchmarks: string[];
  caption: string;
  timeZone: string;
  chart: ChartInput;
}

/** What the chart shows, as numbers, each with its source. */
export function MovesTable({ rows, benchmarks, caption, timeZone, chart }: Props) {
  return (
    <div className={styles.scroll}>
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
            {benchmarks.map((benchmark) => (
              <th key={benchmark} scope="col" className={styles.number}>
                minus {benchmark}
              </th>
            ))}
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.under ? styles.under : styles.top}>
              <th scope="row" className={styles.name}>
                <RowName row={row} />
                {row.symbol !== null && <DrawLink symbol={row.symbol} chart={chart} />}
              </th>
              <Numbers row={row} benchmarks={benchmarks} timeZone={timeZone} />
              <td className={styles.source}>
                {row.provenance === null || row.symbol === null || row.baseDay === null ? (
                  row.priceless === "portfolio" ? (
                    "its members’ snapshots"
                  ) : (
                    ""
                  )
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

/** Any ticker here can be put on the chart, or taken off it. */
function DrawLink({ symbol, chart }: { symbol: string; chart: ChartInput }) {
  return (
    <a
      href={withLine(chart.subject, chart.view, symbol, true)}
      data-view={`on:${symbol}`}
      data-set={`add=${encodeURIComponent(symbol)}`}
      className={styles.draw}
      aria-label={`Draw ${symbol} on the chart`}
    >
      draw
    </a>
  );
}

function Numbers({ row, benchmarks, timeZone }: { row: MoveRow; benchmarks: string[]; timeZone: string }) {
  const { move } = row;
  if (isAbsent(move)) {
    return (
      <td colSpan={3 + benchmarks.length} className={styles.why}>
        {move.why}
      </td>
    );
  }
  return (
    <>
      <td className={styles.number} data-label="from">
        {move.basePrice === null ? <span className={styles.soft}>{row.priceless}</span> : formatPrice(move.basePrice, row.currency)}
        <span className={styles.day}>{baseWhen(move, timeZone)}</span>
      </td>
      <td className={styles.number} data-label="to">
        {move.eventPrice === null ? <span className={styles.soft}>{row.priceless}</span> : formatPrice(move.eventPrice, row.currency)}
        <span className={styles.day}>{formatDay(move.eventDay, "short")}</span>
      </td>
      <td className={`${styles.number} ${styles.move}`} data-label="move">
        <Moved direction={moveDirection(move.move)}>{formatMove(move.move)}</Moved>
      </td>
      {benchmarks.map((benchmark) => (
        <Versus key={benchmark} move={move} benchmark={benchmark} />
      ))}
    </>
  );
}

function Versus({ move, benchmark }: { move: BaseMove; benchmark: string }) {
  const versus = move.versus.find((v) => v.benchmark === benchmark);
  return (
    <td className={styles.number} data-label={`minus ${benchmark}`}>
      {versus === undefined ? <span className={styles.soft}>—</span> : barePoints(versus.excess)}
    </td>
  );
}

function baseWhen(move: BaseMove, timeZone: string): string {
  const day = formatDay(move.baseDay, "short");
  if (move.base === "publication" && move.baseAt !== undefined) return `${day}, ${formatInstant(move.baseAt, timeZone)}`;
  return move.base === "open" ? `${day}, open` : day;
}
