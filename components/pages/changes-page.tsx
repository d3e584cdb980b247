import Link from "next/link";
import type { Change } from "../../lib/domain/edition.ts";
import { formatDay } from "../../lib/view/words/format.ts";
import styles from "./data-page.module.css";

/** Every change that can make a number differ from one cited before. */
export function ChangesPage({ changes }: { changes: Change[] }) {
  return (
    <main id="main" className={styles.page}>
      <header className={styles.head}>
        <h1>Changes</h1>
        <p className={styles.lead}>
          What changed in the{" "}
          <Link href="/method" prefetch={false}>
            method
          </Link>{" "}
          and in the{" "}
          <Link href="/data" prefetch={false}>
            data
          </Link>
          , newest first. Every picture, file and citation names the version of the method it was made with, so that a number that was cited can be placed here.
        </p>
      </header>
      <ol className={styles.changes}>
        {changes.map(({ day, of, version, what }) => (
          <li key={`${of} ${version}`} id={`${of}-${version}`}>
            <h2>
              {of === "method" ? "Method" : "Data"} {version}
            </h2>
            <p className={styles.soft}>
              <time dateTime={day}>{formatDay(day)}</time>
            </p>
            <p>{what}</p>
          </li>
        ))}
      </ol>
    </main>
  );
}
