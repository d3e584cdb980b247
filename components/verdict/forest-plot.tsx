import { Fragment } from "react";
import type { ForestMark, ForestPlot as Model, ForestRow } from "../../lib/view/verdict/plots/forest-plot.ts";
import { wordLabels } from "../../lib/view/words/labels.ts";
import { VerdictGlyph } from "../ui/verdict-glyph.tsx";
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
          {model.rows.map((row, i) => (
            <Fragment key={row.id}>
              {row.judged === null && (model.rows[i - 1]?.judged ?? null) !== null && (
                <tr className={styles.divide}>
                  <th scope="rowgroup" colSpan={3}>
                    Beside, shown and not judged
                  </th>
                </tr>
              )}
              <Row row={row} zero={model.zero} />
            </Fragment>
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

function Row({ row, zero }: { row: ForestRow; zero: number }) {
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.name}>
        <span className={row.judged === null ? undefined : styles.judged}>{row.label}</span>
        {row.judged !== null && (
          <span className={styles.word}>
            <VerdictGlyph word={row.judged.word} /> {wordLabels[row.judged.word]}
          </span>
        )}
      </th>
      {row.why !== null ? (
        <td colSpan={2} className={styles.why}>
          {row.why}
        </td>
      ) : (
        <>
          <td className={styles.picture}>
            <svg width="100%" height={HEIGHT} aria-hidden="true">
              <line className={styles.zero} x1={`${zero}%`} x2={`${zero}%`} y1="0" y2={HEIGHT} />
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
