import Link from "next/link";
import type { ArticleVerdicts } from "../../lib/domain/judgement/judge.ts";
import type { EventDay } from "../../lib/domain/market/event-day.ts";
import type { Absence } from "../../lib/domain/market/series.ts";
import type { ImpactReport } from "../../lib/domain/report/report.ts";
import { type ArgumentChoice, disagreementOf } from "../../lib/view/arguments/argument-choice.ts";
import { kindredClaims } from "../../lib/view/arguments/argument-words.ts";
import { baseLabels } from "../../lib/view/words/base-labels.ts";
import { argumentsHref, boardHref } from "../../lib/view/words/links.ts";
import { type Stances, writeStances } from "../../lib/view/arguments/stances.ts";
import { namesIn } from "../../lib/view/words/names.ts";
import { ArgumentColumns } from "./argument-columns.tsx";
import { ArgumentForm } from "./argument-form.tsx";
import { ArgumentHead } from "./argument-head.tsx";
import { ArgumentOverview } from "./argument-overview.tsx";
import styles from "./arguments-page.module.css";
import { SenderStances } from "./sender-stances.tsx";
import { StanceTally } from "./stance-tally.tsx";

interface Props {
  report: ImpactReport;
  eventDay: EventDay | Absence;
  verdicts: ArticleVerdicts | null;
  choice: ArgumentChoice;
  sender: Stances;
  /** What of the address could not be followed, in sentences. */
  problems: string[];
}

/** Claims that disagree: two or three side by side where the address names them, all disagreements where it does not. */
export function ArgumentsPage({ report, eventDay, verdicts, choice, sender, problems }: Props) {
  const { article } = report;
  const { slug } = article;
  const names = namesIn(report.instruments);
  const stance = writeStances(sender);
  const ids = choice.claims.map(({ id }) => id);
  const compared = choice.claims.length > 1;
  const chips = Object.values(verdicts?.claims ?? {}).map(({ claim, word }) => ({ id: claim, word }));
  const scale = `Every length is a move from ${baseLabels(eventDay).note.close} to the close of the event day, on one scale for all that stands here. A verdict on a direction rests on what is beyond the market’s own move, not on the plain move alone.`;
  return (
    <main id="main" className={styles.page}>
      <nav aria-label="Breadcrumb" className={styles.crumbs}>
        <Link href={boardHref(slug)} prefetch={false}>
          {article.title}
        </Link>{" "}
        /{" "}
        {compared ? (
          <Link href={argumentsHref(slug, [], stance)} prefetch={false}>
            arguments
          </Link>
        ) : (
          "arguments"
        )}
      </nav>
      <ArgumentHead claims={choice.claims} disagreement={compared ? disagreementOf(choice.claims, article) : null} count={article.disagreements.length} />
      {problems.map((problem) => (
        <p key={problem} role="alert" className={styles.problem}>
          {problem}
        </p>
      ))}
      <SenderStances article={article} stances={sender} />
      {compared ? (
        <>
          <ArgumentColumns report={report} verdicts={verdicts} claims={choice.claims} names={names} sender={sender} />
          <p className={styles.scale}>{scale}</p>
          {choice.claims.length === 2 && <Kindred report={report} choice={choice} stance={stance} />}
          <ArgumentForm key={ids.join()} article={article} chosen={ids} stance={stance} />
        </>
      ) : (
        <>
          {ids.length === 1 && <Kindred report={report} choice={choice} stance={stance} />}
          <ArgumentForm key={ids.join()} article={article} chosen={ids} stance={stance} />
          <p className={styles.scale}>{scale}</p>
          <ArgumentOverview report={report} verdicts={verdicts} stance={stance} />
        </>
      )}
      <StanceTally slug={slug} chips={chips} shown={compared ? ids : []} />
    </main>
  );
}

/** Claims about the same instruments, one step away. */
function Kindred({ report: { article }, choice, stance }: Pick<Props, "report" | "choice"> & { stance: string }) {
  const claims = kindredClaims(choice.claims, article);
  if (claims.length === 0) return null;
  const ids = choice.claims.map(({ id }) => id);
  return (
    <nav aria-label="Compare with" className={styles.kindred}>
      {ids.length === 2 ? "Compare with a third" : "Compare with"}: what argues against it or is about the same instruments
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>
            <Link href={argumentsHref(article.slug, [...ids, claim.id], stance)} prefetch={false}>
              {claim.label}
            </Link>{" "}
            <span>({article.speakers.find(({ id }) => id === claim.speaker)?.name})</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
