import Link from "next/link";
import type { Claim, Speaker } from "../../lib/domain/article/article.ts";
import type { ClaimVerdict } from "../../lib/domain/judgement/outcome.ts";
import type { Line } from "../../lib/domain/report/line.ts";
import type { ImpactReport } from "../../lib/domain/report/report.ts";
import type { Absence } from "../../lib/domain/market/series.ts";
import { describeTest } from "../../lib/view/verdict/words/describe-test.ts";
import { claimHref } from "../../lib/view/words/links.ts";
import { claimSubject } from "../../lib/view/chart/subject-of.ts";
import { smallChart } from "../../lib/view/chart/chart-view.ts";
import { namesIn } from "../../lib/view/words/names.ts";
import { ExposureList } from "../instrument/exposure-list.tsx";
import { SmallChart } from "../chart/line-chart.tsx";
import { VerdictChips } from "../ui/verdict-chips.tsx";
import styles from "./claim-spread.module.css";

interface Props {
  claim: Claim;
  speaker: Speaker;
  report: ImpactReport;
  verdict: ClaimVerdict | null;
  /** By id: at least those of the claim. */
  lines: Record<string, Line | Absence>;
}

/** One claim on the board: said on the left, did on the right, a rule between. */
export function ClaimSpread({ claim, speaker, report, verdict, lines }: Props) {
  const { slug } = report.article;
  const chart = smallChart(claimSubject(report, claim), lines);
  const names = namesIn(report.instruments);
  return (
    <article id={claim.id} data-claim="" className={styles.spread}>
      <div className={styles.said}>
        <p className={styles.locator}>
          {speaker.name}, {claim.locator} · {claim.types.join(", ")}
        </p>
        <h3 className={styles.wording}>
          <Link href={claimHref(slug, claim.id)} prefetch={false} data-claim-link="">
            {claim.wording}
          </Link>
        </h3>
        {claim.quote !== null && <blockquote className={styles.quote}>“{claim.quote}”</blockquote>}
        {verdict !== null && (
          <div className={styles.verdict}>
            <VerdictChips verdict={verdict} />
          </div>
        )}
        <ul className={styles.tests}>
          {claim.tests.map((test) => (
            <li key={test.kind}>{describeTest(test, names)}</li>
          ))}
        </ul>
        {speaker.interest !== null && <p className={styles.interest}>Disclosed interest: {speaker.interest}</p>}
      </div>
      <div className={styles.did}>
        {chart !== null && <SmallChart model={chart} />}
        <ExposureList exposures={claim.exposures} report={report} />
      </div>
    </article>
  );
}
