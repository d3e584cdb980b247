import Link from "next/link";
import type { ArticleVerdicts } from "../../lib/domain/judgement/judge.ts";
import type { Line } from "../../lib/domain/report/line.ts";
import type { ImpactReport } from "../../lib/domain/report/report.ts";
import type { Absence } from "../../lib/domain/market/series.ts";
import { type BoardFilter, filterChoices, matchesFilter } from "../../lib/view/board/board-filter.ts";
import { alreadyPriced, mostNamed } from "../../lib/view/instrument/already-priced.ts";
import { clockSentences } from "../../lib/view/instrument/event-day-words.ts";
import { argumentsHref, boardHref, tickerHref } from "../../lib/view/words/links.ts";
import { matrixCaption } from "../../lib/view/board/matrix-caption.ts";
import { saidDid } from "../../lib/view/board/said-did.ts";
import { ArticleHead } from "./article-head.tsx";
import { BoardFilterForm } from "./board-filter-form.tsx";
import { ClaimSpread } from "../claim/claim-spread.tsx";
import { SaidDidMatrix } from "./said-did-matrix.tsx";
import { Scoreboard } from "./scoreboard.tsx";
import styles from "./board.module.css";

interface Props {
  report: ImpactReport;
  verdicts: ArticleVerdicts | null;
  lines: Record<string, Line | Absence>;
  filter: BoardFilter;
  unknown: { parameter: string; value: string }[];
}

/** The board: every claim of one article beside what the tape did. */
export function Board({ report, verdicts, lines, filter, unknown }: Props) {
  const { article } = report;
  const claims = article.claims.filter((claim) => matchesFilter(claim, filter));
  return (
    <main id="main" className={styles.board}>
      <ArticleHead article={article} clocks={[...clockSentences(report), ...[alreadyPriced(mostNamed(Object.values(report.instruments))) ?? []].flat()]} />
      <SaidDidMatrix
        matrix={saidDid(report, claims, verdicts)}
        speakers={article.speakers.filter((speaker) => claims.some((claim) => claim.speaker === speaker.id))}
        slug={article.slug}
        caption={matrixCaption(report)}
      />
      {verdicts !== null && <Scoreboard article={article} verdicts={verdicts} />}
      <p className={styles.arguments}>
        <Link href={argumentsHref(article.slug)} prefetch={false}>
          Where they disagree
        </Link>
        : claims that pull against each other, side by side
      </p>
      <BoardFilterForm action={boardHref(article.slug)} filter={filter} choices={filterChoices(article)} shown={claims.length} total={article.claims.length} />
      {unknown.map(({ parameter, value }) => (
        <p key={parameter} role="alert" className={styles.unknown}>
          The address asks for {parameter} “{value}”, which this article does not have; that part of the filter is ignored.
        </p>
      ))}
      {claims.length === 0 && <p className={styles.unknown}>No claim fits all three choices.</p>}
      {article.speakers.map((speaker) => {
        const said = claims.filter((claim) => claim.speaker === speaker.id);
        if (said.length === 0) return null;
        return (
          <section key={speaker.id} aria-labelledby={`speaker-${speaker.id}`}>
            <header className={styles.speaker}>
              <h2 id={`speaker-${speaker.id}`}>{speaker.name}</h2>
              <p>
                {speaker.affiliation}
                {speaker.affiliationSymbol !== null && (
                  <>
                    {" ("}
                    <Link href={tickerHref(speaker.affiliationSymbol)} prefetch={false}>
                      {speaker.affiliationSymbol}
                    </Link>
                    )
                  </>
                )}{" "}
                · {speaker.part}
              </p>
            </header>
            {said.map((claim) => (
              <ClaimSpread key={claim.id} claim={claim} speaker={speaker} report={report} lines={lines} verdict={verdicts?.claims[claim.id] ?? null} />
            ))}
          </section>
        );
      })}
    </main>
  );
}
