import Link from "next/link";
import type { ArticleVerdicts } from "../../lib/domain/judgement/judge.ts";
import type { ImpactReport } from "../../lib/domain/report/report.ts";
import type { Names } from "../../lib/view/words/names.ts";
import type { Claim, Speaker } from "../../lib/domain/article/article.ts";
import type { ClaimVerdict } from "../../lib/domain/judgement/outcome.ts";
import { argumentPlots, type ArgumentPlot as Model } from "../../lib/view/arguments/argument-plot.ts";
import { standingOfMoves, testLine } from "../../lib/view/arguments/argument-words.ts";
import { argumentsHref, claimHref } from "../../lib/view/words/links.ts";
import { stanceOn, type Stance, type Stances, writeStances } from "../../lib/view/arguments/stances.ts";
import styles from "./argument-columns.module.css";
import { ArgumentPlot } from "./argument-plot.tsx";
import { StanceChoice } from "./stance-choice.tsx";
import { VerdictChips } from "../ui/verdict-chips.tsx";

interface Props {
  report: ImpactReport;
  verdicts: ArticleVerdicts | null;
  claims: Claim[];
  names: Names;
  sender: Stances;
}

/** Two or three claims side by side, their moves on one scale. */
export function ArgumentColumns({ report, verdicts, claims, names, sender }: Props) {
  const { slug, speakers } = report.article;
  const plots = argumentPlots(report, claims);
  const ids = claims.map(({ id }) => id);
  const href = (next: string[]) => argumentsHref(slug, next, writeStances(sender));
  return (
    <div className={claims.length === 3 ? `${styles.columns} ${styles.three}` : styles.columns}>
      {claims.map((claim, i) => {
        const speaker = speakers.find(({ id }) => id === claim.speaker);
        const plot = plots[i];
        const left = claims[i - 1];
        if (speaker === undefined || plot === undefined) return null;
        return (
          <ArgumentColumn
            key={claim.id}
            slug={slug}
            claim={claim}
            speaker={speaker}
            verdict={verdicts?.claims[claim.id] ?? null}
            plot={plot}
            names={names}
            sender={stanceOn(sender, claim.id)}
            changes={[
              ...(left === undefined
                ? []
                : [{ href: href(swapped(ids, i)), label: "Swap with the one before", about: `“${claim.label}” with “${left.label}”` }]),
              { href: href(ids.filter((id) => id !== claim.id)), label: "Remove", about: `“${claim.label}”` },
            ]}
          />
        );
      })}
    </div>
  );
}

/** The one at `at` and the one before it in each other's place. */
function swapped(ids: string[], at: number): string[] {
  return [...ids.slice(0, at - 1), ...ids.slice(at, at + 1), ...ids.slice(at - 1, at), ...ids.slice(at + 1)];
}

interface ColumnProps {
  slug: string;
  claim: Claim;
  speaker: Speaker;
  verdict: ClaimVerdict | null;
  plot: Model;
  names: Names;
  /** What the sender of the link thinks of it. */
  sender: Stance | null;
  /** Links to the same comparison with this side elsewhere or gone; `about` is what they leave unsaid to the eye. */
  changes: { href: string; label: string; about: string }[];
}

/** One side of an argument: what was said, by whom and with what at stake, what it is held to, what moved. */
function ArgumentColumn({ slug, claim, speaker, verdict, plot, names, sender, changes }: ColumnProps) {
  const standing = standingOfMoves(claim);
  return (
    <article className={styles.column} aria-labelledby={`side-${claim.id}`}>
      <div>
        <p className={styles.locator}>
          {speaker.name}, {claim.locator}
        </p>
        <h2 id={`side-${claim.id}`} className={styles.wording}>
          <Link href={claimHref(slug, claim.id)} prefetch={false}>
            {claim.wording}
          </Link>
        </h2>
        {claim.quote !== null && <blockquote className={styles.quote}>“{claim.quote}”</blockquote>}
      </div>
      <p className={styles.interest}>
        {speaker.affiliation}. {speaker.interest === null ? "No interest disclosed in the article." : `Disclosed interest: ${speaker.interest}`}
      </p>
      <div>
        {verdict !== null && <VerdictChips verdict={verdict} />}
        <p className={styles.test}>{testLine(claim, names)}</p>
      </div>
      <div className={styles.picture}>
        <ArgumentPlot model={plot} />
        {[...plot.behind, ...(plot.rows.length === 0 || standing === null ? [] : [standing])].map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
        {plot.rows.length === 0 && <p className={styles.nothing}>Nothing it names has a price to draw.</p>}
        {plot.missing.length > 0 && <p className={styles.note}>Without a move: {plot.missing.join(" ")}</p>}
      </div>
      <div>
        <StanceChoice slug={slug} claim={claim.id} about={claim.label} />
        {sender !== null && (
          <p className={styles.sender}>
            The sender’s stance: <strong>{sender}</strong>
          </p>
        )}
        <ul className={styles.changes}>
          {changes.map(({ href, label, about }) => (
            <li key={label}>
              <Link href={href} prefetch={false}>
                {label}
                <span className="unseen">: {about}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
}
