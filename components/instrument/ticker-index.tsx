import Link from "next/link";
import type { ImpactReport, InstrumentReport } from "../../lib/domain/report/report.ts";
import { formatCount } from "../../lib/view/words/format.ts";
import { tickerHref } from "../../lib/view/words/links.ts";
import { tickerGroups } from "../../lib/view/instrument/ticker-groups.ts";
import { ExposureMove } from "./exposure-list.tsx";
import styles from "./ticker-index.module.css";

/** Every instrument, those the claims name first. */
export function TickerIndex({ report }: { report: ImpactReport }) {
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.title}>Tickers</h1>
      {tickerGroups(report).map(({ title, instruments }) => (
        <section key={title} aria-label={title}>
          <h2 className={styles.heading}>{title}</h2>
          <ul className={`tabular ${styles.list}`}>
            {instruments.map((report) => (
              <li key={report.instrument.symbol} className={styles.row}>
                <Link href={tickerHref(report.instrument.symbol)} prefetch={false}>
                  <strong>{report.instrument.symbol}</strong> {report.instrument.name}
                </Link>
                <span className={styles.move}>
                  <ExposureMove report={report} />
                </span>
                <span className={styles.claims}>{claimCount(report)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function claimCount({ claims, claimsThroughGroup }: InstrumentReport): string {
  const through = claimsThroughGroup.length;
  if (claims.length === 0) return through === 0 ? "" : `${through} through groups`;
  return `${formatCount(claims.length, "claim")}${through === 0 ? "" : `, ${through} through groups`}`;
}
