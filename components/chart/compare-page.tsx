import Link from "next/link";
import type { EventDay } from "../../lib/domain/market/event-day.ts";
import type { Absence } from "../../lib/domain/market/series.ts";
import type { ImpactReport } from "../../lib/domain/report/report.ts";
import { compareStarts } from "../../lib/view/chart/compare-starts.ts";
import { describeEventDay } from "../../lib/view/instrument/event-day-words.ts";
import { type ChartInput, ChartSection } from "./chart-section.tsx";
import { ShareBox } from "../share/share-box.tsx";
import type { ShareText } from "../share/share-sheet.tsx";
import styles from "./compare-page.module.css";

/** Any instruments, baskets and benchmarks on one chart, chosen by the reader. */
export function ComparePage({ report, eventDay, chart, share }: { report: ImpactReport; eventDay: EventDay | Absence; chart: ChartInput; share: ShareText }) {
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.heading}>Side by side</h1>
      <p className={styles.lead}>
        Put any of the article’s instruments, the baskets’ stand-ins and the market on one chart. Every choice is in the address, so it can be sent.{" "}
        {describeEventDay(eventDay)}
      </p>
      <ChartSection {...chart} />
      <ShareBox share={share} />
      <section aria-labelledby="starts" className={styles.starts}>
        <h2 id="starts" className={styles.sub}>
          Somewhere to start
        </h2>
        <ul>
          {compareStarts(report).map(({ title, ids, href }) => (
            <li key={href}>
              <Link href={href} prefetch={false} data-view={`start:${ids.join(",")}`}>
                {title}
              </Link>{" "}
              <span className={styles.soft}>{ids.join(", ")}</span>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
