import type { ArticleVerdicts } from "../lib/domain/judge.ts";
import type { Base } from "../lib/domain/moves.ts";
import type { ImpactReport, InstrumentReport } from "../lib/domain/report.ts";
import type { SinceRow } from "../lib/domain/since-article.ts";
import { alreadyPriced } from "../lib/view/already-priced.ts";
import { availableBases, baseLabels } from "../lib/view/base-labels.ts";
import { chartModel } from "../lib/view/chart-model.ts";
import { instrumentPaths, memberPaths } from "../lib/view/claim-paths.ts";
import { describeEventDay, describeProvenance } from "../lib/view/describe.ts";
import { formatMove, quoteCurrency } from "../lib/view/format.ts";
import { tickerHref } from "../lib/view/links.ts";
import { moveRows } from "../lib/view/move-rows.ts";
import { sinceTable } from "../lib/view/since-table.ts";
import { tickerClaims } from "../lib/view/ticker-claims.ts";
import { BaseChoice } from "./base-choice.tsx";
import { ClaimChart } from "./claim-chart.tsx";
import { Composition } from "./composition.tsx";
import { MovesTable } from "./moves-table.tsx";
import { NewerDays } from "./newer-days.tsx";
import { PrivateCompany } from "./private-company.tsx";
import { SinceArticle } from "./since-article.tsx";
import { SinceTable } from "./since-table.tsx";
import { TickerClaims } from "./ticker-claims.tsx";
import { TickerHead } from "./ticker-head.tsx";
import styles from "./ticker-page.module.css";

interface Props {
  report: ImpactReport;
  instrument: InstrumentReport;
  base: Base;
  verdicts: ArticleVerdicts | null;
  /** From the article to the snapshot's last close, each base. */
  since: { rows: SinceRow[]; asOf: string | null };
}

/** One instrument: what was said of it on the left, what it did on the right. */
export function TickerPage({ report, instrument, base, verdicts, since }: Props) {
  const { symbol, kind } = instrument.instrument;
  const claims = tickerClaims(report, instrument);
  const isPrivate = kind === "private";
  return (
    <main id="main" className={styles.page}>
      <TickerHead instrument={instrument} />
      <div className={styles.spread}>
        <section className={styles.said} aria-labelledby="said">
          <h2 id="said" className={styles.heading}>
            What was said
          </h2>
          <TickerClaims claims={claims} title={report.article.title} verdicts={verdicts} />
        </section>
        <section className={styles.did} aria-labelledby="did">
          <h2 id="did" className={styles.heading}>
            {isPrivate ? "No price to show" : "What it did"}
          </h2>
          <div className={styles.stay}>
            {isPrivate ? (
              <PrivateCompany instrument={instrument} instruments={report.instruments} />
            ) : (
              <Did report={report} instrument={instrument} base={base} />
            )}
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
            benchmarks={report.benchmarks}
            caption={`From ${baseLabels(instrument.eventDay).note[base]} to the close of the event day. “Minus” is the plain difference to a benchmark over the same stretch, in points; beyond what it explains is another number, and the verdict’s. Returns from adjusted closes; — where nothing can be set beside.`}
            timeZone={"absent" in instrument.eventDay ? "UTC" : instrument.eventDay.timeZone}
          />
          {instrument.provenance !== null && <p className={styles.provenance}>{describeProvenance(instrument.provenance)}</p>}
          {instrument.composition !== null && <Composition composition={instrument.composition} />}
          {instrument.provenance !== null && !("absent" in instrument.eventDay) && (
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
  if ("absent" in eventDay) return null;
  const { symbol } = instrument.instrument;
  const frame = { symbol, currency: quoteCurrency(instrument.instrument), benchmark, timeZone: eventDay.timeZone, eventDay };
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

function Did({ report, instrument, base }: Omit<Props, "verdicts" | "since">) {
  const { symbol, kind } = instrument.instrument;
  const labels = baseLabels(instrument.eventDay);
  const claims = tickerClaims(report, instrument);
  const { paths, missing } = instrumentPaths(instrument, base);
  const members = kind === "group" ? memberPaths(instrument, base) : [];
  const composition = instrument.composition;
  const reported = composition?.kind === "basket" && base === "close" ? composition.reported : [];
  const eventDay = "absent" in instrument.eventDay ? null : instrument.eventDay.eventDay;
  const chart = chartModel([...paths, ...members], {
    title: `${instrument.instrument.name}, session by session`,
    since: labels.since[base],
    publicationLabel: labels.publicationMark,
    markers: claims.map(({ number, claim }) => ({ number, label: claim.label })),
    references: reported
      .filter((r) => r.day === eventDay)
      .map((r) => ({ change: r.move, label: `${r.publisher}: ${formatMove(r.move, 1)}` })),
  });
  return (
    <>
      <BaseChoice
        base={base}
        offered={availableBases([instrument])}
        labels={labels.choice}
        href={(b) => `${tickerHref(symbol)}${b === "close" ? "" : `?base=${b}`}`}
      />
      {chart === null ? (
        <p className={styles.nothing}>{missing.map((m) => m.why).join("; ")}</p>
      ) : (
        <ClaimChart model={chart} note={`0 % is ${labels.note[base]}. The dotted line is the publication.`} />
      )}
      {chart !== null && missing.length > 0 && (
        <p className={styles.soft}>Not drawn on this base: {missing.map((m) => `${m.id} (${m.why})`).join("; ")}</p>
      )}
      <p className={styles.soft}>
        {describeEventDay(instrument.eventDay)} {alreadyPriced([instrument])}
      </p>
    </>
  );
}
