import type { Edition } from "../../lib/domain/edition.ts";
import type { ChartSubject } from "../../lib/view/chart/chart-subject.ts";
import type { ChartView } from "../../lib/view/chart/chart-view.ts";
import { fileList } from "../../lib/view/export/file-list.ts";
import styles from "./chart-files.module.css";
import { CopyButtons } from "./copy-buttons.tsx";

interface Props {
  subject: ChartSubject;
  seen: ChartView;
  edition: Edition;
}

/** Everything a view can be taken away as. Plain links; copying is added where there is a script. */
export function ChartFiles({ subject, seen, edition }: Props) {
  const { refused, files, png, cited, licence } = fileList(subject, seen, edition);
  return (
    <details className={styles.files}>
      <summary>Download, copy or cite</summary>
      <div className={styles.inside}>
        {refused !== null && (
          <p>
            {refused.why}{" "}
            <a href={refused.instead} data-view="measure:change">
              Show the change
            </a>
          </p>
        )}
        <ul className={styles.list}>
          {files.map(({ id, links, holds }) => (
            <li key={id}>
              {links.map(({ label, href }, i) => (
                <span key={href}>
                  {i > 0 && ", "}
                  <a href={href} download="">
                    {label}
                  </a>
                </span>
              ))}
              : <span className={styles.soft}>{holds}</span>
            </li>
          ))}
        </ul>
        {refused === null && <CopyButtons charts={seen.charts} sort={seen.view.sort} png={png} />}
        <p className={styles.word}>Cite this view</p>
        <p className={styles.cited}>{cited.text}</p>
        <p>
          {cited.links.map(({ label, href }, i) => (
            <span key={href}>
              {i > 0 && " · "}
              <a href={href}>{label}</a>
            </span>
          ))}
        </p>
        <p className={styles.soft}>
          {licence} <a href="/data">All data sets</a>
        </p>
      </div>
    </details>
  );
}
