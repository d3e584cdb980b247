import Link from "next/link";
import type { Edition } from "../../lib/domain/edition.ts";
import type { DatasetWords } from "../../lib/view/export/dataset-words.ts";
import { formatBytes, formatCount, formatDay } from "../../lib/view/words/format.ts";
import styles from "./data-page.module.css";

interface Props {
  sets: (DatasetWords & { id: string; asOf: string[]; files: number; file: string; bytes: number; sha256: string })[];
  series: { id: string; name: string; first: string; last: string; asOf: string; origin: string; levels: string }[];
  edition: Edition;
}

/** Every data set behind the pages, to be had and to be checked. */
export function DataPage({ sets, series, edition }: Props) {
  return (
    <main id="main" className={styles.page}>
      <header className={styles.head}>
        <h1>Data</h1>
        <p className={styles.lead}>
          Every number on these pages comes from the files below and the{" "}
          <Link href="/method" prefetch={false}>
            method
          </Link>
          , version {edition.method};{" "}
          <Link href="/changes" prefetch={false}>
            changes
          </Link>{" "}
          of either are listed. Any chart can also be had as a file, under the chart itself or by adding .csv, .json, .svg or .png to its address.
        </p>
        {!edition.levels && (
          <p>
            Prices as quoted are not given away here: the terms of Yahoo Finance and Polygon forbid it. What is derived from them is: changes, indices and
            abnormal returns.
          </p>
        )}
      </header>
      {sets.map((set) => (
        <section key={set.id} aria-labelledby={set.id} className={styles.set}>
          <h2 id={set.id}>{set.title}</h2>
          <p>{set.what}</p>
          <dl className={styles.facts}>
            <dt>Origin</dt>
            <dd>{set.origin}</dd>
            {set.asOf.length > 0 && (
              <>
                <dt>As of</dt>
                <dd>{`${set.asOf.map((day) => formatDay(day)).join(" to ")}, ${formatCount(set.files, "file")}`}</dd>
              </>
            )}
            <dt>Licence</dt>
            <dd>{set.licence}</dd>
            <dt>Download</dt>
            <dd>
              <a href={`/data/${set.file}`} download="">
                {set.file}
              </a>{" "}
              ({formatBytes(set.bytes)}){set.derived === null || edition.levels ? "" : `. ${set.derived}`}
            </dd>
            <dt>SHA-256</dt>
            <dd className={styles.sum}>{set.sha256}</dd>
          </dl>
        </section>
      ))}
      <section aria-labelledby="series" className={styles.set}>
        <h2 id="series">Where each series is from</h2>
        <p>
          The sums of all files as they lie in the repository: <a href="/data/checksums.txt">checksums.txt</a>, to be held against them with{" "}
          <code>sha256sum -c</code>.
        </p>
        <details className={styles.series}>
          <summary>{series.length} series</summary>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label="Where each series is from">
            <table>
              <thead>
                <tr>
                  <th scope="col">Line</th>
                  <th scope="col">First session</th>
                  <th scope="col">Last session</th>
                  <th scope="col">As of</th>
                  <th scope="col">Origin</th>
                </tr>
              </thead>
              <tbody>
                {series.map(({ id, name, first, last, asOf, origin }) => (
                  <tr key={id}>
                    <th scope="row">
                      {id} <span className={styles.soft}>{name}</span>
                    </th>
                    <td className={styles.day}>{formatDay(first)}</td>
                    <td className={styles.day}>{formatDay(last)}</td>
                    <td className={styles.day}>{formatDay(asOf.slice(0, 10))}</td>
                    <td>{origin}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </section>
    </main>
  );
}
