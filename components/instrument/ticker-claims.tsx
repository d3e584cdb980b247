import Link from "next/link";
import type { ArticleVerdicts } from "../../lib/domain/judgement/judge.ts";
import type { ClaimVerdict } from "../../lib/domain/judgement/outcome.ts";
import { saidText } from "../../lib/view/words/labels.ts";
import type { TickerClaim } from "../../lib/view/words/ticker-claims.ts";
import { viewHref } from "../../lib/view/chart/view-state.ts";
import type { ChartInput } from "../chart/chart-section.tsx";
import { SaidMark } from "../ui/mark.tsx";
import { VerdictChips } from "../ui/verdict-chips.tsx";
import styles from "./ticker-claims.module.css";

interface Props {
  claims: TickerClaim[];
  title: string;
  verdicts: ArticleVerdicts | null;
  chart: ChartInput;
}

/** The claims about one instrument, numbered as on its chart, each with its words. */
export function TickerClaims({ claims, title, verdicts, chart }: Props) {
  if (claims.length === 0) {
    return <p className={styles.none}>No claim of “{title}” names it. It is here as a benchmark, part of a stand-in or a backer.</p>;
  }
  return (
    <ol className={styles.list}>
      {claims.map(({ number, claim, speaker, grade, direction, reason, through, href }) => (
        <li key={`${claim.id}-${through ?? ""}`} id={`said-${claim.id}`} data-claim={claim.id} className={styles.row}>
          <span className={styles.number}>{number}</span>
          <div>
            <Link href={href} prefetch={false} className={styles.wording}>
              {claim.wording}
            </Link>
            <p className={styles.meta}>
              {speaker.name}, {claim.locator} · <SaidMark direction={direction} /> {saidText({ grade, direction }, through)}
            </p>
            <Words verdict={verdicts?.claims[claim.id]} />
            <p className={styles.meta}>
              {reason}{" "}
              {chart.subject.claims.some(({ id }) => id === claim.id) && (
                <a
                  className={styles.draw}
                  href={viewHref(chart.subject.path, chart.view, { claim: claim.id, lines: null })}
                  data-view={`said:${claim.id}`}
                  data-set={`claim=${claim.id}&lines=`}
                >
                  Draw what it is about
                </a>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Words({ verdict }: { verdict: ClaimVerdict | undefined }) {
  if (verdict === undefined) return null;
  return (
    <div className={styles.meta}>
      <VerdictChips verdict={verdict} />
    </div>
  );
}
