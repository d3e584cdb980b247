import type { ArgumentPlot as Model } from "../../lib/view/arguments/argument-plot.ts";
import styles from "./argument-plot.module.css";

const ROW = 46;
/** Under a row's top: its words, and the line its move is drawn on. */
const WORDS = 13;
const LINE = 29;
const FOOT = 26;

/** The event-day moves of one claim, each a length from zero; the columns beside it have the same scale. */
export function ArgumentPlot({ model }: { model: Model }) {
  if (model.rows.length === 0) return null;
  const floor = model.rows.length * ROW;
  return (
    <svg className={styles.plot} width="100%" height={floor + FOOT} role="img" aria-label={model.description}>
      {model.ticks.map((tick) => (
        <g key={tick.at} className={styles.tick}>
          <line x1={`${tick.at}%`} x2={`${tick.at}%`} y1="0" y2={floor + 4} />
          <text x={`${tick.at}%`} y={floor + 19} textAnchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
      <line className={styles.zero} x1={`${model.zero}%`} x2={`${model.zero}%`} y1="0" y2={floor + 4} />
      {model.rows.map((row, i) => (
        <g key={row.id}>
          {row.members.map((at, k) => (
            <circle key={k} className={styles.member} cx={`${at}%`} cy={i * ROW + LINE} r="3" />
          ))}
          <line className={styles.stem} x1={`${model.zero}%`} x2={`${row.at}%`} y1={i * ROW + LINE} y2={i * ROW + LINE} />
          <circle className={styles.dot} cx={`${row.at}%`} cy={i * ROW + LINE} r="5" />
          <text className={styles.label} x="0" y={i * ROW + WORDS}>
            {row.label}
            {row.said !== null && (
              <tspan className={styles.said} dx="6">
                {row.said}
              </tspan>
            )}
          </text>
          <text className={styles.value} x="100%" y={i * ROW + WORDS} textAnchor="end">
            {row.value}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The same moves on one line, for a list of comparisons; their numbers stand in words beside it. */
export function ArgumentStrip({ model }: { model: Model }) {
  return (
    <svg className={styles.strip} width="100%" height="18" role="img" aria-label={model.description}>
      <line className={styles.floor} x1="0" x2="100%" y1="9" y2="9" />
      {model.ticks.map((tick) => (
        <line key={tick.at} className={styles.notch} x1={`${tick.at}%`} x2={`${tick.at}%`} y1="5" y2="13" />
      ))}
      <line className={styles.zero} x1={`${model.zero}%`} x2={`${model.zero}%`} y1="1" y2="17" />
      {model.rows.flatMap((row) => row.members.map((at, k) => <circle key={`${row.id}${k}`} className={styles.member} cx={`${at}%`} cy="9" r="2.5" />))}
      {model.rows.map((row) => (
        <circle key={row.id} className={`${styles.dot} ${styles.apart}`} cx={`${row.at}%`} cy="9" r="4.5" />
      ))}
    </svg>
  );
}

/** The scale of the strips above it. */
export function ArgumentAxis({ model }: { model: Model }) {
  return (
    <svg className={styles.strip} width="100%" height="16" aria-hidden="true">
      {model.ticks.map((tick) => (
        <text key={tick.at} x={`${tick.at}%`} y="12" textAnchor="middle">
          {tick.label}
        </text>
      ))}
    </svg>
  );
}
