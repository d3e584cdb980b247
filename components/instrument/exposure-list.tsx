import Link from "next/link";
import type { Exposure } from "../../lib/domain/article/article.ts";
import type { ImpactReport, InstrumentReport } from "../../lib/domain/report/report.ts";
import { eventDirection, eventMove } from "../../lib/view/words/event-move.ts";
import { formatMove, formatMoveRange, formatSignedPoints } from "../../lib/view/words/format.ts";
import { tickerHref } from "../../lib/view/words/links.ts";
import { saidText } from "../../lib/view/words/labels.ts";
import { DidMark, SaidMark } from "../ui/mark.tsx";
import styles from "./exposure-list.module.css";

/** A claim's instruments, one line each: the name, how firm the link is, what was said, what came. */
export function ExposureList({ exposures, report }: { exposures: Exposure[]; report: ImpactReport }) {
  if (exposures.length === 0) return <p className={styles.nothing}>It names nothing that is listed anywhere.</p>;
  const isPrivate = ({ symbol }: Exposure) => report.instruments[symbol]?.instrument.kind === "private";
  const unlisted = exposures.filter(isPrivate);
  return (
    <ul className={`tabular ${styles.list}`}>
      {exposures
        .filter((exposure) => !isPrivate(exposure))
        .map(({ symbol, grade, direction }) => (
          <li key={symbol} className={styles.row}>
            <Link href={tickerHref(symbol)} prefetch={false} className={styles.symbol}>
              {symbol}
            </Link>
            <span className={styles.grade}>{grade}</span>
            <Said grade={grade} direction={direction} />
            <ExposureMove report={report.instruments[symbol]} />
          </li>
        ))}
      {unlisted.length > 0 && (
        <li className={styles.unlisted}>
          <span>
            {unlisted.map(({ symbol, grade }, i) => (
              <span key={symbol}>
                {i > 0 && ", "}
                <Link href={tickerHref(symbol)} prefetch={false} className={styles.symbol}>
                  {symbol}
                </Link>{" "}
                <span className={styles.grade}>{grade}</span>
              </span>
            ))}
          </span>
          <span className={styles.why}>private, no price</span>
        </li>
      )}
    </ul>
  );
}

function Said({ grade, direction }: Pick<Exposure, "grade" | "direction">) {
  return (
    <span className={grade === "implied" ? styles.implied : undefined}>
      <SaidMark direction={direction} />
      <span className="unseen">{saidText({ grade, direction })}</span>
    </span>
  );
}

/** The event-day move of one instrument, beside SPY, or in a few words why there is none. */
export function ExposureMove({ report }: { report: InstrumentReport | undefined }) {
  if (report === undefined) return null;
  const event = eventMove(report);
  if (event.kind === "none") {
    const { absent, why } = event.absence;
    const short = absent === "stub-session" ? "half-day session, not tested" : absent === "not-listed" ? "private, no price" : why;
    return <span className={styles.why}>{short}</span>;
  }
  return (
    <>
      <span className={styles.move}>
        <DidMark direction={eventDirection(event)} /> {event.kind === "one" ? formatMove(event.move) : formatMoveRange(event.low, event.high)}
      </span>
      <span className={styles.versus}>
        {event.kind === "span" && `${event.standIns} stand-ins`}
        {event.kind === "one" && event.versusSpy !== null && `${formatSignedPoints(event.versusSpy)} minus SPY`}
      </span>
    </>
  );
}
