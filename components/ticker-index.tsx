import Link from "next/link";
import type { ImpactReport, InstrumentReport } from "../lib/domain/report.ts";
import { formatCount } from "../lib/view/format.ts";
import { tickerHref } from "../lib/view/links.ts";
import { ExposureMove } from "./exposure-list.tsx";
import styles from "./ticker-index.module.css";

/** Every instrument, those the claims name first. */
export function TickerIndex({ report }: { report: ImpactReport }) {
  const all = Object.values(report.instruments);
  const named = all.filter((i) => i.claims.length > 0);
  const groups: [title: string, instruments: InstrumentReport[]][] = [
    ["Named by a claim", named.filter((i) => i.instrument.kind !== "private").sort((a, b) => b.claims.length - a.claims.length)],
    ["Named, and not listed anywhere", named.filter((i) => i.instrument.kind === "private")],
    ["Behind them: members of stand-ins, benchmarks, backers", all.filter((i) => i.claims.length === 0)],
  ];
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.title}>Tickers</h1>
      {groups.map(([title, instruments]) => (
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
