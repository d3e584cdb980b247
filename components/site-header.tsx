import Link from "next/link";
import styles from "./site-header.module.css";

export function SiteHeader() {
  return (
    <header className={styles.header}>
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
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
        <Link href="/method" prefetch={false}>
          Method
        </Link>
      </nav>
    </header>
  );
}
