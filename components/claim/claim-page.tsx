import Link from "next/link";
import type { Claim, Speaker } from "../../lib/domain/article/article.ts";
import type { EventDay } from "../../lib/domain/market/event-day.ts";
import type { ArticleVerdicts } from "../../lib/domain/judgement/judge.ts";
import type { ImpactReport } from "../../lib/domain/report/report.ts";
import { type Absence, isAbsent } from "../../lib/domain/market/series.ts";
import type { Strip } from "../../lib/domain/judgement/strip.ts";
import { alreadyPriced } from "../../lib/view/instrument/already-priced.ts";
import { baseLabels, otherClocks } from "../../lib/view/words/base-labels.ts";
import { daySplitTable } from "../../lib/view/instrument/day-split-rows.ts";
import { describeEventDay } from "../../lib/view/instrument/event-day-words.ts";
import { boardHref, claimHref } from "../../lib/view/words/links.ts";
import { moveRows } from "../../lib/view/instrument/move-rows.ts";
import { DEFAULT_VIEW, namedBase, viewHref, type ViewState } from "../../lib/view/chart/view-state.ts";
import { type ChartInput, ChartSection } from "../chart/chart-section.tsx";
import styles from "./claim-page.module.css";
import { DaySplitTable } from "../instrument/day-split-table.tsx";
import { ClaimOpponents } from "./claim-opponents.tsx";
import { LinkReasons } from "../instrument/link-reasons.tsx";
import { MovesTable } from "../instrument/moves-table.tsx";
import { ShareBox } from "../share/share-box.tsx";
import type { ShareText } from "../share/share-sheet.tsx";
import { SenderStance } from "../arguments/sender-stance.tsx";
import { StanceChoice } from "../arguments/stance-choice.tsx";
import { VerdictChips } from "../ui/verdict-chips.tsx";
import { VerdictPanel } from "../verdict/verdict-panel.tsx";

interface Props {
  report: ImpactReport;
  /** On the benchmarks’ exchange. */
  eventDay: EventDay | Absence;
  claim: Claim;
  speaker: Speaker;
  chart: ChartInput;
  share: ShareText;
  judgement: { verdicts: ArticleVerdicts; strips: Record<string, Strip[]> } | null;
}

/** One claim: said, did, and how the two are tied together. */
export function ClaimPage({ report, eventDay: market, claim, speaker, chart, share, judgement }: Props) {
  const { article } = report;
  const labels = baseLabels(market);
  const base = namedBase(chart.view.base);
  const reports = claim.exposures.flatMap(({ symbol }) => report.instruments[symbol] ?? []);
  const verdict = judgement?.verdicts.claims[claim.id];
  const at = article.claims.indexOf(claim);
  return (
    <main id="main" className={styles.page}>
      <nav aria-label="Breadcrumb" className={styles.crumbs}>
        <Link href={`${boardHref(article.slug)}#${claim.id}`} prefetch={false}>
          {article.title}
        </Link>{" "}
        / claim {at + 1} of {article.claims.length}
      </nav>
      <div className={styles.spread}>
        <section className={styles.said} aria-labelledby="wording">
          <p className={styles.locator}>
            {speaker.name}, {claim.locator}
          </p>
          <h1 id="wording" className={styles.wording}>
            {claim.wording}
          </h1>
          {claim.quote !== null && <blockquote className={styles.quote}>“{claim.quote}”</blockquote>}
          {verdict !== undefined && (
            <div className={styles.verdict}>
              <VerdictChips verdict={verdict} />
            </div>
          )}
          <div className={styles.stance}>
            <StanceChoice slug={article.slug} claim={claim.id} about={claim.label} />
            <SenderStance slug={article.slug} claim={claim.id} />
            <ClaimOpponents article={article} claim={claim} />
          </div>
          <dl className={styles.facts}>
            <dt>Speaker</dt>
            <dd>
              {speaker.name}, {speaker.affiliation}
            </dd>
            <dt>Disclosed interest</dt>
            <dd>{speaker.interest ?? "None disclosed in the article."}</dd>
            <dt>Kind of claim</dt>
            <dd>{claim.types.join(", ")}</dd>
          </dl>
        </section>
        <section className={styles.did} aria-label="What the market did">
          {reports.length > 0 ? (
            <ChartSection {...chart} />
          ) : (
            <p className={styles.nothing}>This claim names nothing that has a price, so there is nothing to draw.</p>
          )}
          {reports.length > 0 && (
            <ul className={styles.clocks}>
              {[describeEventDay(market), ...otherClocks(reports, market), ...[alreadyPriced(reports) ?? []].flat()].map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          <ShareBox key={share.path} share={share} />
        </section>
      </div>
      {chart.view.base !== "close" && (
        <p className={styles.onlyClose}>
          The verdict is always measured from {labels.choice.close}, or from {labels.choice.open} for horizons. The choice above changes the chart
          {base === chart.view.base ? " and the moves" : ""}, not the verdict.
        </p>
      )}
      {judgement !== null && <VerdictPanel claim={claim} report={report} {...judgement} />}
      {reports.length > 0 && (
        <section aria-labelledby="moves">
          <h2 id="moves" className={styles.heading}>
            The moves
          </h2>
          <MovesTable
            rows={moveRows(reports, base, report.instruments)}
            chart={chart}
            benchmarks={report.benchmarks}
            caption={`From ${labels.note[base]} to the close of the event day. “Minus” is the plain difference to a benchmark over the same stretch, in points; beyond what it explains is another number, and the verdict’s. Returns from adjusted closes; — where nothing can be set beside.`}
            timeZone={timeZoneOf(market)}
          />
          <DaySplitTable model={daySplitTable(reports, report.instruments)} />
          <h2 className={styles.heading}>Why these instruments</h2>
          <LinkReasons claim={claim} instruments={report.instruments} />
        </section>
      )}
      <Neighbours report={report} at={at} view={{ ...DEFAULT_VIEW, base }} />
    </main>
  );
}

function timeZoneOf(event: EventDay | Absence): string {
  return isAbsent(event) ? "UTC" : event.timeZone;
}

/** The next claim is read from the same base. */
function Neighbours({ report, at, view }: { report: ImpactReport; at: number; view: ViewState }) {
  const { claims, slug } = report.article;
  const [previous, next] = [claims[at - 1], claims[at + 1]];
  return (
    <nav aria-label="Neighbouring claims" className={styles.neighbours}>
      {previous !== undefined && (
        <Link href={viewHref(claimHref(slug, previous.id), view)} prefetch={false} rel="prev">
          <span>Previous claim</span>
          {previous.label}
        </Link>
      )}
      {next !== undefined && (
        <Link href={viewHref(claimHref(slug, next.id), view)} prefetch={false} rel="next" className={styles.next}>
          <span>Next claim</span>
          {next.label}
        </Link>
      )}
    </nav>
  );
}
