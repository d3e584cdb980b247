import { isAbsent } from "../../lib/domain/market/series.ts";
import type { InstrumentReport } from "../../lib/domain/report/report.ts";
import { eventDirection, eventMove } from "../../lib/view/words/event-move.ts";
import { formatDay, formatMove, formatMoveRange } from "../../lib/view/words/format.ts";
import { kindLabels } from "../../lib/view/words/labels.ts";
import { DidMark } from "../ui/mark.tsx";
import styles from "./ticker-head.module.css";

export function TickerHead({ instrument }: { instrument: InstrumentReport }) {
  const { symbol, name, kind, about } = instrument.instrument;
  const event = eventMove(instrument);
  const day = isAbsent(instrument.eventDay) ? null : formatDay(instrument.eventDay.eventDay);
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.kind}>
          {kindLabels[kind]}
          {instrument.instrument.benchmark === true ? " · benchmark of every study" : ""}
        </p>
        <h1 className={styles.name}>
          {name} <span className={styles.symbol}>{symbol}</span>
        </h1>
        <p className={styles.about}>{about}</p>
      </div>
      {event.kind !== "none" && day !== null && (
        <p className={styles.move}>
          <span className={styles.figure}>
            <DidMark direction={eventDirection(event)} /> {event.kind === "one" ? formatMove(event.move) : formatMoveRange(event.low, event.high)}
          </span>
          <span className={styles.when}>{event.kind === "one" ? `on ${day}, close to close` : `on ${day}, the span of ${event.standIns} stand-ins`}</span>
        </p>
      )}
    </header>
  );
}
