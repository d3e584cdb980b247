import Link from "next/link";
import type { Claim, Disagreement } from "../../lib/domain/article/article.ts";
import type { ArticleVerdicts } from "../../lib/domain/judgement/judge.ts";
import type { ImpactReport } from "../../lib/domain/report/report.ts";
import { argumentPlots, type ArgumentPlot as Model } from "../../lib/view/arguments/argument-plot.ts";
import { argumentsHref, claimHref } from "../../lib/view/words/links.ts";
import { ArgumentAxis, ArgumentStrip } from "./argument-plot.tsx";
import styles from "./argument-overview.module.css";
import { StanceChoice } from "./stance-choice.tsx";
import { VerdictChips } from "../ui/verdict-chips.tsx";

interface Props {
  report: ImpactReport;
  verdicts: ArticleVerdicts | null;
  /** What a link's sender thinks, to be carried on. */
  stance: string;
}

/** Every disagreement of the article, each in a few lines, all on one scale. */
export function ArgumentOverview({ report, verdicts, stance }: Props) {
  const { disagreements, claims } = report.article;
  const page = claims.filter(({ id }) => disagreements.some((one) => one.claims.includes(id)));
  return (
    <>
      {disagreements.map((one) => (
        <Argument key={one.id} disagreement={one} page={page} report={report} verdicts={verdicts} stance={stance} />
      ))}
    </>
  );
}

interface ArgumentProps extends Props {
  disagreement: Disagreement;
  /** The claims of all disagreements: the scale is theirs. */
  page: Claim[];
}

function Argument({ disagreement: { id, question, claims: ids, note }, page, report, verdicts, stance }: ArgumentProps) {
  const sides = ids.flatMap((one) => page.find((claim) => claim.id === one) ?? []);
  const plots = argumentPlots(report, sides, page);
  const last = plots.findLast((plot) => plot.rows.length > 0);
  return (
    <section className={styles.argument} aria-labelledby={`argument-${id}`}>
      <div>
        <h2 id={`argument-${id}`} className={styles.question}>
          <Link href={argumentsHref(report.article.slug, ids, stance)} prefetch={false}>
            {question}
          </Link>
        </h2>
        <p className={styles.note}>{note}</p>
        <p className={styles.more}>
          <Link href={argumentsHref(report.article.slug, ids, stance)} prefetch={false}>
            Side by side<span className="unseen">: {question}</span>
          </Link>
        </p>
      </div>
      <ul className={styles.sides}>
        {sides.map((claim, i) => (
          <Side key={claim.id} claim={claim} report={report} verdicts={verdicts} plot={plots[i]} axis={plots[i] === last} />
        ))}
      </ul>
    </section>
  );
}

interface SideProps {
  claim: Claim;
  report: ImpactReport;
  verdicts: ArticleVerdicts | null;
  plot: Model | undefined;
  /** The last strip of its argument has the numbers of the scale under it. */
  axis: boolean;
}

function Side({ claim, report, verdicts, plot, axis }: SideProps) {
  const verdict = verdicts?.claims[claim.id];
  return (
    <li className={styles.side}>
      <div className={styles.head}>
        <div>
          <p className={styles.speaker}>{report.article.speakers.find(({ id }) => id === claim.speaker)?.name}</p>
          <p className={styles.label}>
            <Link href={claimHref(report.article.slug, claim.id)} prefetch={false}>
              {claim.label}
            </Link>
          </p>
          {verdict !== undefined && <VerdictChips verdict={verdict} />}
        </div>
        <div className={styles.stance}>
          <StanceChoice slug={report.article.slug} claim={claim.id} about={claim.label} />
        </div>
      </div>
      {plot !== undefined && plot.rows.length > 0 ? (
        <div className={styles.moves}>
          <ArgumentStrip model={plot} />
          {axis && <ArgumentAxis model={plot} />}
          <p aria-hidden="true" className={styles.numbers}>
            {plot.rows.map((row) => (
              <span key={row.id}>
                {row.label} <b>{row.value}</b>
              </span>
            ))}
          </p>
        </div>
      ) : (
        <p className={styles.numbers}>{plot === undefined || plot.missing.length === 0 ? "It names nothing that has a price." : plot.missing.join(" ")}</p>
      )}
    </li>
  );
}
