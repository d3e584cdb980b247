import Link from "next/link";
import type { Article } from "../../lib/domain/article/article.ts";
import { claimHref } from "../../lib/view/words/links.ts";
import { STANCES, stanceOn, type Stances, writeStances } from "../../lib/view/arguments/stances.ts";
import styles from "./sender-stances.module.css";
import { UseAsMine } from "./use-as-mine.tsx";

interface Props {
  article: Article;
  stances: Stances;
}

/** What the sender of a link thinks, which is not what its reader thinks until she says so. */
export function SenderStances({ article, stances }: Props) {
  const claims = article.claims.filter(({ id }) => stanceOn(stances, id) !== null);
  if (claims.length === 0) return null;
  return (
    <aside className={styles.sender} aria-labelledby="sender">
      <h2 id="sender" className={styles.heading}>
        The sender’s stance
      </h2>
      <p className={styles.note}>It came with the link. It is not yours, and nothing of yours has been changed.</p>
      <dl className={styles.list}>
        {STANCES.filter((stance) => claims.some(({ id }) => stances[id] === stance)).map((stance) => (
          <div key={stance}>
            <dt>{stance}</dt>
            {claims
              .filter(({ id }) => stances[id] === stance)
              .map((claim) => (
                <dd key={claim.id}>
                  <Link href={claimHref(article.slug, claim.id, writeStances(stances))} prefetch={false}>
                    {claim.label}
                  </Link>
                </dd>
              ))}
          </div>
        ))}
      </dl>
      <UseAsMine slug={article.slug} stances={stances} />
    </aside>
  );
}
