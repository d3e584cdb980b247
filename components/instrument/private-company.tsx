import Link from "next/link";
import type { InstrumentReport } from "../../lib/domain/report/report.ts";
import { tickerHref } from "../../lib/view/words/links.ts";
import { ExposureMove } from "./exposure-list.tsx";
import styles from "./private-company.module.css";

/** A company without a listing: says so, and who is listed behind it. */
export function PrivateCompany({ instrument, instruments }: { instrument: InstrumentReport; instruments: Record<string, InstrumentReport> }) {
  const { name, yahoo, backers } = instrument.instrument;
  return (
    <div className={styles.private}>
      <p className={styles.lead}>{name} is not listed: no exchange quotes it, so no price can be set beside what was said.</p>
      {"none" in yahoo && <p className={styles.soft}>{yahoo.none}</p>}
      {backers !== undefined && backers.length > 0 ? (
        <>
          <h3 className={styles.heading}>Listed backers</h3>
          <ul>
            {backers.map((backer) => (
              <li key={backer.symbol} className={styles.row}>
                <span className={styles.line}>
                  <Link href={tickerHref(backer.symbol)} prefetch={false}>
                    {backer.symbol}
                  </Link>
                  <ExposureMove report={instruments[backer.symbol]} />
                </span>
                <span className={styles.soft}>{backer.reason}</span>
              </li>
            ))}
          </ul>
          <p className={styles.soft}>A backer’s price holds far more than this stake; it is shown for orientation and no verdict rests on it.</p>
        </>
      ) : (
        <p className={styles.soft}>No listed backer is shown for it.</p>
      )}
    </div>
  );
}
