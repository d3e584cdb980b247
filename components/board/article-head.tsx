import type { Article } from "../../lib/domain/article/article.ts";
import styles from "./article-head.module.css";

/** What the article is, when it appeared, and what the clocks said. */
export function ArticleHead({ article, clocks }: { article: Article; clocks: string[] }) {
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.meta}>
          {article.publisher} · {article.author}
        </p>
        <h1 className={styles.title}>{article.title}</h1>
      </div>
      <div className={styles.facts}>
        <p className={styles.summary}>{article.summary}</p>
        <ul className={styles.clocks}>
          {clocks.map((clock) => (
            <li key={clock}>{clock}</li>
          ))}
        </ul>
        <p className={styles.note}>{article.testsWritten.note}</p>
      </div>
    </header>
  );
}
