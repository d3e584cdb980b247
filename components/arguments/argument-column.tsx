import Link from "next/link";
import type { Claim, Speaker } from "../../lib/domain/article/article.ts";
import type { ClaimVerdict } from "../../lib/domain/judgement/outcome.ts";
import type { ArgumentPlot as Model } from "../../lib/view/arguments/argument-plot.ts";
import { standingOfMoves, testLine } from "../../lib/view/arguments/argument-words.ts";
import { claimHref } from "../../lib/view/words/links.ts";
import type { Stance } from "../../lib/view/arguments/stances.ts";
import type { Names } from "../../lib/view/words/names.ts";
import { ArgumentPlot } from "./argument-plot.tsx";
import styles from "./argument-columns.module.css";
import { StanceChoice } from "./stance-choice.tsx";
import { VerdictChips } from "../ui/verdict-chips.tsx";

interface Props {
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
export function ArgumentColumn({ slug, claim, speaker, verdict, plot, names, sender, changes }: Props) {
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
