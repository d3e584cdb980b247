import type { Claim } from "../../lib/domain/article/article.ts";
import type { ArticleVerdicts } from "../../lib/domain/judgement/judge.ts";
import type { ImpactReport } from "../../lib/domain/report/report.ts";
import type { Strip } from "../../lib/domain/judgement/strip.ts";
import { TestVerdict } from "./test-verdict.tsx";
import styles from "./verdict-panel.module.css";
import { namesIn } from "../../lib/view/words/names.ts";

interface Props {
  claim: Claim;
  report: ImpactReport;
  verdicts: ArticleVerdicts;
  /** By unit, one per benchmark; see lib/domain/judgement/strip. */
  strips: Record<string, Strip[]>;
}

/** A claim's verdict: what came out, the test as it was written down, its rule, its pictures, its numbers. */
export function VerdictPanel({ claim, report, verdicts, strips }: Props) {
  const verdict = verdicts.claims[claim.id];
  if (verdict === undefined) return null;
  const names = namesIn(report.instruments);
  return (
    <section className={styles.panel} aria-labelledby="verdict">
      <h2 id="verdict" className={styles.heading}>
        The verdict
      </h2>
      {verdict.outcomes.map((outcome, i) => (
        <TestVerdict
          key={outcome.kind}
          outcome={outcome}
          test={claim.tests[i]}
          claim={claim}
          verdict={verdict}
          telling={{ verdicts, names }}
          strips={strips}
          first={i === 0}
        />
      ))}
    </section>
  );
}
