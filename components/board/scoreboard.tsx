import Link from "next/link";
import type { Article } from "../../lib/domain/article/article.ts";
import type { ArticleVerdicts } from "../../lib/domain/judgement/judge.ts";
import { claimHref } from "../../lib/view/words/links.ts";
import { methodHref } from "../../lib/view/words/method-anchor.ts";
import { scoreTable } from "../../lib/view/board/score-table.ts";
import { wordLabels } from "../../lib/view/words/labels.ts";
import { VerdictGlyph } from "../ui/verdict-glyph.tsx";
import styles from "./scoreboard.module.css";

/** Words down, speakers across, one mark per claim that leads to it. */
export function Scoreboard({ article, verdicts }: { article: Article; verdicts: ArticleVerdicts }) {
  const score = scoreTable(article, verdicts);
  return (
    <section className={styles.board} aria-labelledby="scoreboard">
      <div className={styles.text}>
        <h2 id="scoreboard" className={styles.heading}>
          What came of it
        </h2>
        <p className={styles.sentence}>{score.description}</p>
        <p className={styles.note}>
          This scores a few days, not a person. It counts the whole article, whatever the board below is filtered by. Several claims
          ask the same of the same instrument, so marks are not so many separate pieces of evidence, and everything here moved on one
          day. {score.sum}{" "}
          <Link href={methodHref("words")} prefetch={false}>
            What the words mean
          </Link>.
        </p>
      </div>
      <table className={styles.table}>
        <caption className="unseen">Claims by verdict and speaker; every mark is one claim.</caption>
        <thead>
          <tr>
            <td />
            {score.speakers.map((speaker) => (
              <th key={speaker.id} scope="col">
                <span className={styles.name}>{speaker.name}</span>
              </th>
            ))}
            <th scope="col" className={styles.all}>
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {score.rows.map((row) => (
            <tr key={row.word}>
              <th scope="row" className={styles.word}>
                {wordLabels[row.word]}
              </th>
              {row.cells.map((claims, i) => (
                <td key={score.speakers[i]?.id ?? i}>
                  {claims.length === 0 ? (
                    <span className={styles.zero}>0</span>
                  ) : (
                    <div className={styles.cell}>
                      <span className={styles.count}>{claims.length}</span>
                      <ul className={styles.marks}>
                        {claims.map(({ id, label }) => (
                          <li key={id}>
                            <Link href={claimHref(article.slug, id)} prefetch={false} aria-label={`${label}: ${wordLabels[row.word]}`}>
                              <VerdictGlyph word={row.word} />
                            </Link>
                          </li>
                        ))}
                      </ul>
                    </div>
                  )}
                </td>
              ))}
              <td className={styles.all}>{row.claims}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">claims</th>
            {score.speakers.map((speaker) => (
              <td key={speaker.id} className={styles.count}>
                {speaker.claims}
              </td>
            ))}
            <td className={styles.all}>{score.claims}</td>
          </tr>
          <tr>
            <th scope="row">distinct tests</th>
            {score.speakers.map((speaker) => (
              <td key={speaker.id} className={styles.count}>
                {speaker.tests}
              </td>
            ))}
            <td className={styles.all}>{score.tests}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
