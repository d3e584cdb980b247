import type { Claim, Disagreement } from "../../lib/domain/article/article.ts";
import { formatCount, formatList } from "../../lib/view/words/format.ts";
import styles from "./argument-head.module.css";

interface Props {
  claims: Claim[];
  /** What these claims disagree about; null for a reader's own choice, or where nothing is compared. */
  disagreement: Disagreement | null;
  /** How many disagreements the article has. */
  count: number;
}

/** The question between the claims. A reader's own choice has none: it is not said to be a disagreement. */
export function ArgumentHead({ claims, disagreement, count }: Props) {
  return (
    <header className={styles.head}>
      <h1 className={styles.question}>
        {disagreement?.question ?? (claims.length > 1 ? `${formatList(claims.map(({ label }) => `“${label}”`))}, side by side` : "Where they disagree")}
      </h1>
      <p className={styles.note}>
        {disagreement?.note ??
          (claims.length > 1
            ? "Chosen by a reader. Side by side is not the same as opposed: whether they disagree is for you to say."
            : `${count === 0 ? "No claims of this article are set against each other here" : `${capital(formatCount(count, "place", "places"))} where claims of this article pull against each other`}. Two claims that disagree can both come out consistent with the prices: they may speak of other companies, or of other days. Each note says where they meet and how far the prices can tell.`)}
      </p>
    </header>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
