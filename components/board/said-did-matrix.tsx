import Link from "next/link";
import type { Exposure, Speaker } from "../../lib/domain/article/article.ts";
import type { ClaimVerdict } from "../../lib/domain/judgement/outcome.ts";
import { eventDirection, type EventMove } from "../../lib/view/words/event-move.ts";
import { formatMove, formatMoveRange, formatSize, formatSizeRange } from "../../lib/view/words/format.ts";
import { claimHref, tickerHref } from "../../lib/view/words/links.ts";
import { saidText, wordLabels } from "../../lib/view/words/labels.ts";
import type { SaidDid } from "../../lib/view/board/said-did.ts";
import { DidMark, Moved, SaidMark } from "../ui/mark.tsx";
import { VerdictGlyph } from "../ui/verdict-glyph.tsx";
import styles from "./said-did-matrix.module.css";

interface Props {
  matrix: SaidDid;
  speakers: Speaker[];
  slug: string;
  caption: string;
}

/** Said against did: every claim by every instrument it is about, each cell a link to the claim. */
export function SaidDidMatrix({ matrix, speakers, slug, caption }: Props) {
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
            <SaidMark direction={null} /> no direction
          </li>
          <li className={styles.implied}>
            <SaidMark direction="down" /> our own reading
          </li>
          <li>
            <DidMark direction="up" /> <DidMark direction="down" /> what came, in percent
          </li>
          <li>
            <span className={styles.sampleSame} /> the way it was said
          </li>
          <li>
            <span className={styles.sampleConsistent} /> and the claim came out consistent
          </li>
        </ul>
      </figcaption>
      <p className={styles.hint}>Scroll sideways for all {matrix.columns.length} instruments →</p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Said against did, scrolls sideways">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                <span className={styles.said}>Said</span> / did
              </th>
              <th scope="col" className={styles.column}>
                <span>Verdict</span>
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
          {speakers.map((speaker) => (
            <tbody key={speaker.id}>
              <tr className={styles.speaker}>
                <th scope="rowgroup" colSpan={matrix.columns.length + 3}>
                  <span>{speaker.name}</span>
                </th>
              </tr>
              {matrix.rows
                .filter(({ claim }) => claim.speaker === speaker.id)
                .map((row) => (
                  <Row key={row.claim.id} row={row} columns={matrix.columns} slug={slug} />
                ))}
            </tbody>
          ))}
        </table>
      </div>
    </figure>
  );
}

function Row({ row, columns, slug }: { row: SaidDid["rows"][number]; columns: SaidDid["columns"]; slug: string }) {
  const { claim, verdict, cells, unlisted } = row;
  const href = claimHref(slug, claim.id);
  return (
    <tr>
      <th scope="row" className={styles.claim}>
        <Link href={href} prefetch={false}>
          {claim.label}
        </Link>
      </th>
      <td className={styles.verdict}>
        {verdict !== null && (
          <Link href={href} prefetch={false}>
            <VerdictGlyph word={verdict.word} size="cell" />
            <span className="unseen">{wordLabels[verdict.word]}</span>
          </Link>
        )}
      </td>
      {cells.map((exposure, i) => {
        const column = columns[i];
        if (exposure === null || column === undefined) return <td key={column?.symbol ?? i} className={styles.empty} />;
        return (
          <td key={column.symbol} className={cellClass(exposure, column.event, verdict)}>
            <Link href={href} prefetch={false}>
              <span className="unseen">{cellName(exposure, column.event)}</span>
              <span className={exposure.grade === "implied" ? styles.implied : undefined}>
                <SaidMark direction={exposure.direction} />
              </span>
              <CellMove event={column.event} />
            </Link>
          </td>
        );
      })}
      <td className={styles.unlisted}>
        <Unlisted symbols={unlisted} href={href} />
      </td>
    </tr>
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
      <Moved direction={eventDirection(event)}>{event.kind === "one" ? formatSize(event.move) : formatSizeRange(event.low, event.high)}</Moved>
    </span>
  );
}

/** Underlined where the tape went the way it was said; filled only where the claim's test bears it out. */
function cellClass(exposure: Exposure, event: EventMove, verdict: ClaimVerdict | null): string {
  if (exposure.direction === null || exposure.direction !== eventDirection(event)) return styles.cell ?? "";
  return `${styles.cell} ${verdict?.word === "consistent" ? styles.consistent : styles.same}`;
}

function cellName(exposure: Exposure, event: EventMove): string {
  const did =
    event.kind === "none"
      ? event.absence.why
      : event.kind === "one"
        ? formatMove(event.move)
        : `${event.standIns} stand-ins ${formatMoveRange(event.low, event.high)}`;
  return `${exposure.symbol}: ${saidText(exposure)}, ${did}`;
}
