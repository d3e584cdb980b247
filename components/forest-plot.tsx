import type { ForestMark, ForestPlot as Model } from "../lib/view/forest-plot.ts";
import styles from "./forest-plot.module.css";

const HEIGHT = 40;

/** Estimates with 95 % intervals, one row per unit, both benchmarks: filled for the first, hollow for the second. */
export function ForestPlot({ model, title, note }: { model: Model; title: string; note: string }) {
  return (
    <figure className={styles.figure} aria-label={model.description}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          <strong>{title}.</strong> {note}
          <span className={styles.key}>
            {model.benchmarks.map((benchmark, i) => (
              <span key={benchmark}>
                <Sample filled={i === 0} /> beyond {benchmark}
              </span>
            ))}
          </span>
        </caption>
        <tbody>
          {model.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={styles.name}>
                {row.label}
              </th>
              {row.why !== null ? (
                <td colSpan={2} className={styles.why}>
                  {row.why}
                </td>
              ) : (
                <>
                  <td className={styles.picture}>
                    <svg width="100%" height={HEIGHT} aria-hidden="true">
                      <line className={styles.zero} x1={`${model.zero}%`} x2={`${model.zero}%`} y1="0" y2={HEIGHT} />
                      {row.marks.map((mark, i) => (
                        <Mark key={mark.benchmark} mark={mark} filled={i === 0} y={row.marks.length === 1 ? HEIGHT / 2 : 12 + i * 16} />
                      ))}
                    </svg>
                  </td>
                  <td className={styles.numbers}>
                    {row.marks.map((mark) => (
                      <span key={mark.benchmark} className={styles.number}>
                        <span className="unseen">beyond {mark.benchmark} </span>
                        <b>{mark.value}</b> <span className={styles.interval}>{mark.interval}</span>
                      </span>
                    ))}
                  </td>
                </>
              )}
            </tr>
          ))}
          <tr aria-hidden="true" className={styles.axis}>
            <td />
            <td className={styles.picture}>
              <svg width="100%" height="22">
                {model.ticks.map((tick) => (
                  <g key={tick.at} className={tick.minor === true ? styles.minor : undefined}>
                    <line x1={`${tick.at}%`} x2={`${tick.at}%`} y1="0" y2="4" />
                    <text x={`${tick.at}%`} y="17" textAnchor="middle">
                      {tick.label}
                    </text>
                  </g>
                ))}
              </svg>
            </td>
            <td />
          </tr>
        </tbody>
      </table>
    </figure>
  );
}

function Mark({ mark, filled, y }: { mark: ForestMark; filled: boolean; y: number }) {
  return (
    <g className={`${filled ? styles.filled : styles.hollow} ${mark.clear ? styles.clear : ""}`}>
      <line x1={`${mark.low}%`} x2={`${mark.high}%`} y1={y} y2={y} />
      <circle cx={`${mark.at}%`} cy={y} r="4" />
    </g>
  );
}

function Sample({ filled }: { filled: boolean }) {
  return (
    <svg className={styles.sample} width="22" height="10" aria-hidden="true">
      <g className={filled ? styles.filled : styles.hollow}>
        <line x1="0" x2="22" y1="5" y2="5" />
        <circle cx="11" cy="5" r="4" />
      </g>
    </svg>
  );
}
