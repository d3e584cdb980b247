import { isAbsent } from "../../lib/domain/market/series.ts";
import type { ArticleVerdicts } from "../../lib/domain/judgement/judge.ts";
import type { ImpactReport, InstrumentReport } from "../../lib/domain/report/report.ts";
import type { SinceRow } from "../../lib/domain/report/since-article.ts";
import { alreadyPriced } from "../../lib/view/instrument/already-priced.ts";
import { baseLabels } from "../../lib/view/words/base-labels.ts";
import { daySplitTable } from "../../lib/view/instrument/day-split-rows.ts";
import { describeEventDay, describeProvenance } from "../../lib/view/instrument/event-day-words.ts";
import { quoteCurrency } from "../../lib/view/words/format.ts";
import { moveRows } from "../../lib/view/instrument/move-rows.ts";
import { sinceTable } from "../../lib/view/instrument/since-table.ts";
import { tickerClaims } from "../../lib/view/words/ticker-claims.ts";
import { namedBase } from "../../lib/view/chart/view-state.ts";
import { type ChartInput, ChartSection } from "../chart/chart-section.tsx";
import { Composition } from "./composition.tsx";
import { DaySplitTable } from "./day-split-table.tsx";
import { MovesTable } from "./moves-table.tsx";
import { PrivateCompany } from "./private-company.tsx";
import { ShareBox } from "../share/share-box.tsx";
import type { ShareText } from "../share/share-sheet.tsx";
import { NewerDays, SinceArticle } from "./late-prices.tsx";
import { SinceTable } from "./since-table.tsx";
import { TickerClaims } from "./ticker-claims.tsx";
import { TickerHead } from "./ticker-head.tsx";
import styles from "./ticker-page.module.css";

interface Props {
  report: ImpactReport;
  instrument: InstrumentReport;
  chart: ChartInput;
  share: ShareText;
  verdicts: ArticleVerdicts | null;
  /** From the article to the snapshot's last close, each base. */
  since: { rows: SinceRow[]; asOf: string | null };
}

/** One instrument: what was said of it on the left, what it did on the right. */
export function TickerPage({ report, instrument, chart, share, verdicts, since }: Props) {
  const { symbol, kind } = instrument.instrument;
  const claims = tickerClaims(report, instrument);
  const isPrivate = kind === "private";
  const base = namedBase(chart.view.base);
  return (
    <main id="main" className={styles.page}>
      <TickerHead instrument={instrument} />
      <div className={styles.spread}>
        <section className={styles.said} aria-labelledby="said">
          <h2 id="said" className={styles.heading}>
            What was said
          </h2>
          <TickerClaims claims={claims} title={report.article.title} verdicts={verdicts} chart={chart} />
        </section>
        <section className={styles.did} aria-labelledby="did">
          <h2 id="did" className={styles.heading}>
            {isPrivate ? "No price to show" : "What it did"}
          </h2>
          <div className={styles.stay}>
            {isPrivate ? <PrivateCompany instrument={instrument} instruments={report.instruments} /> : <Did instrument={instrument} chart={chart} />}
            <ShareBox key={share.path} share={share} />
          </div>
        </section>
      </div>
      {since.rows.length > 0 && <Since report={report} instrument={instrument} since={since} />}
      {!isPrivate && (
        <section aria-labelledby="moves">
          <h2 id="moves" className={styles.section}>
            The moves
          </h2>
          <MovesTable
            rows={moveRows([instrument], base, report.instruments)}
            chart={chart}
            benchmarks={report.benchmarks}
            caption={`From ${baseLabels(instrument.eventDay).note[base]} to the close of the event day. “Minus” is the plain difference to a benchmark over the same stretch, in points; beyond what it explains is another number, and the verdict’s. Returns from adjusted closes; — where nothing can be set beside.`}
            timeZone={isAbsent(instrument.eventDay) ? "UTC" : instrument.eventDay.timeZone}
          />
          {instrument.provenance !== null && <p className={styles.provenance}>{describeProvenance(instrument.provenance)}</p>}
          <DaySplitTable model={daySplitTable([instrument], report.instruments)} />
          <Composition report={instrument} instruments={report.instruments} />
          {instrument.provenance !== null && !isAbsent(instrument.eventDay) && (
            <NewerDays symbol={symbol} base={instrument.eventDay.baseDay} last={instrument.provenance.last} />
          )}
        </section>
      )}
    </main>
  );
}

function Since({ report, instrument, since }: Pick<Props, "report" | "instrument" | "since">) {
  const [benchmark = ""] = report.benchmarks;
  const { eventDay } = instrument;
  if (isAbsent(eventDay)) return null;
  const { symbol } = instrument.instrument;
  const frame = { article: report.article.slug, symbol, currency: quoteCurrency(instrument.instrument), benchmark, timeZone: eventDay.timeZone, eventDay };
  return (
    <section aria-labelledby="since" className={styles.since}>
      <h2 id="since" className={styles.section}>
        Since the article
      </h2>
      <SinceArticle frame={frame} rows={since.rows} snapshotAsOf={since.asOf}>
        <SinceTable table={sinceTable(since.rows, frame, null, since.asOf, 0)} />
      </SinceArticle>
    </section>
  );
}

function Did({ instrument, chart }: Pick<Props, "instrument" | "chart">) {
  return (
    <>
      <ChartSection {...chart} />
      <p className={styles.soft}>
        {describeEventDay(instrument.eventDay)} {alreadyPriced([instrument])}
      </p>
    </>
  );
}
