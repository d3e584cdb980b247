import Link from "next/link";
import type { Article, Claim } from "../../lib/domain/article/article.ts";
import { opponentsOf } from "../../lib/view/arguments/argument-words.ts";
import { argumentsHref } from "../../lib/view/words/links.ts";
import styles from "./claim-opponents.module.css";

/** Who says otherwise, each with the way to both side by side. */
export function ClaimOpponents({ article, claim }: { article: Article; claim: Claim }) {
  const opponents = opponentsOf(claim, article);
  return (
    <ul className={styles.opponents}>
      {opponents.map(({ claim: other, speaker, sameSpeaker, claims }) => (
        <li key={other.id}>
          {sameSpeaker ? "Pulls against the same speaker’s " : `Argued against by ${speaker.name}: `}
          <Link href={argumentsHref(article.slug, claims)} prefetch={false}>
            {other.label}
          </Link>
        </li>
      ))}
      <li>
        <Link href={argumentsHref(article.slug, [claim.id])} prefetch={false}>
          Compare with another claim
        </Link>
      </li>
    </ul>
  );
}
