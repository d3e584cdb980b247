import Link from "next/link";
import type { Exposure } from "../lib/domain/exposures.ts";
import type { ImpactReport, InstrumentReport } from "../lib/domain/report.ts";
import { eventDirection, eventMove, type EventMove } from "../lib/view/event-move.ts";
import { formatMove, formatMoveRange, formatSignedPoints } from "../lib/view/format.ts";
import { tickerHref } from "../lib/view/links.ts";
import { DidMark, SaidMark } from "./mark.tsx";
import styles from "./exposure-list.module.css";

/** A claim's instruments, one line each: the name, how firm the link is, what was said, what came. */
export function ExposureList({ exposures, report }: { exposures: Exposure[]; report: ImpactReport }) {
  if (exposures.length === 0) return <p className={styles.nothing}>It names nothing that is listed anywhere.</p>;
  return (
    <ul className={styles.list}>
      {exposures.map((exposure) => (
        <li key={exposure.symbol} className={styles.row}>
          <Link href={tickerHref(exposure.symbol)} prefetch={false} className={styles.symbol}>
            {exposure.symbol}
          </Link>
          <span className={styles.grade}>{exposure.grade}</span>
          <span className={styles.said}>
            <SaidMark direction={exposure.direction} />
            <span className="unseen">{exposure.direction === null ? "no direction said" : `said ${exposure.direction}`}</span>
          </span>
          <ExposureMove report={report.instruments[exposure.symbol]} />
        </li>
      ))}
    </ul>
  );
}

/** The event-day move of one instrument, beside SPY, or why there is none. */
export function ExposureMove({ report }: { report: InstrumentReport | undefined }) {
  if (report === undefined) return null;
  const event = eventMove(report);
  if (event.kind === "none") return <span className={styles.why}>{shortWhy(report, event)}</span>;
  return (
    <>
      <span className={styles.move}>
        <DidMark direction={eventDirection(event)} />{" "}
        {event.kind === "one" ? formatMove(event.move) : formatMoveRange(event.low, event.high)}
      </span>
      <span className={styles.versus}>
        {event.kind === "span"
          ? `${event.proxies} proxies`
          : event.versusSpy === null
            ? ""
            : `${formatSignedPoints(event.versusSpy)} vs SPY`}
      </span>
    </>
  );
}

function shortWhy(report: InstrumentReport, event: Extract<EventMove, { kind: "none" }>): string {
  return report.instrument.kind === "private" ? "private, no price" : event.absence.why;
}
