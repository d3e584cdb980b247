import Link from "next/link";
import { argumentsHref, compareHref } from "../../lib/view/words/links.ts";
import styles from "./site-header.module.css";
import { SiteTools } from "./site-tools.tsx";

/** @param firstArticle the article the home page shows, by its slug */
export function SiteHeader({ firstArticle }: { firstArticle: string | null }) {
  return (
    <header>
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      <div className={styles.row}>
        <Link href="/" className={styles.name} prefetch={false}>
          Claimtape
        </Link>
        <p className={styles.line}>
          What it <span className={styles.said}>said</span>, what the market did
        </p>
        <nav aria-label="Site" className={styles.nav}>
          <Link href="/" prefetch={false}>
            Board
          </Link>
          <Link href="/tickers" prefetch={false}>
            Tickers
          </Link>
          <Link href={compareHref()} prefetch={false}>
            Compare
          </Link>
          {firstArticle !== null && (
            <Link href={argumentsHref(firstArticle)} prefetch={false}>
              Arguments
            </Link>
          )}
          <Link href="/method" prefetch={false}>
            Method
          </Link>
        </nav>
        <SiteTools />
      </div>
    </header>
  );
}
