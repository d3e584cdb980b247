import Link from "next/link";
import { searchHref } from "../../lib/view/words/links.ts";
import { countResults, type SearchGroup } from "../../lib/view/site/search.ts";
import styles from "./search-page.module.css";

/** The search as a page of its own: a GET form, complete without a script. */
export function SearchPage({ query, groups }: { query: string; groups: SearchGroup[] }) {
  return (
    <main id="main" className={styles.page}>
      <h1 className={styles.title}>Search</h1>
      <form action={searchHref()} method="get" role="search" className={styles.form}>
        <label htmlFor="q">Claims, tickers, speakers and pages</label>
        <div className={styles.field}>
          <input id="q" name="q" type="search" defaultValue={query} autoComplete="off" autoCapitalize="off" spellCheck={false} maxLength={80} />
          <button type="submit">Search</button>
        </div>
      </form>
      {query !== "" && (
        <p className={styles.count} role="status">
          {countResults(groups)} for “{query}”
        </p>
      )}
      {query !== "" && groups.length === 0 && (
        <p>
          Every claim is on{" "}
          <Link href="/" prefetch={false}>
            the board
          </Link>
          , every instrument among{" "}
          <Link href="/tickers" prefetch={false}>
            the tickers
          </Link>
          .
        </p>
      )}
      {groups.map(({ kind, title, items }) => (
        <section key={kind} aria-labelledby={`found-${kind}`}>
          <h2 id={`found-${kind}`} className={styles.kind}>
            {title}
          </h2>
          <ul>
            {items.map(({ href, code, title, detail }) => (
              <li key={href} className={styles.result}>
                <Link href={href} prefetch={false}>
                  {code !== "" && <strong>{code} </strong>}
                  {title}
                </Link>
                <span className={styles.detail}>{detail}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
