import Link from "next/link";
import { tickerHref } from "../../lib/view/words/links.ts";
import type { StandInPlot as Model, StandInRow } from "../../lib/view/instrument/stand-in-plot.ts";
import styles from "./stand-in-plot.module.css";

const HEIGHT = 36;
const MIDDLE = HEIGHT / 2;
const HEAD = 20;

/** Dots on one scale from the base close: a range where leaving one member out moves it, a line where a figure was reported. */
export function StandInPlot({ model, title }: { model: Model; title: string }) {
  const ranges = model.rows.flatMap(({ range }) => range?.sentence ?? []);
  return (
    <figure className={styles.figure} aria-label={model.description}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          <strong>{title}</strong>, {model.stretch}. {model.key}
        </caption>
        <tbody>
          {model.references.length > 0 && (
            <tr aria-hidden="true" className={styles.head}>
              <td />
              <td className={styles.picture}>
                <svg width="100%" height={HEAD}>
                  {model.references.map(({ at, label }) => (
                    <g key={label} className={styles.reference}>
                      <line x1={`${at}%`} x2={`${at}%`} y1={HEAD - 4} y2={HEAD} />
                      <text x={`${at}%`} dx={at < 50 ? -2 : 2} y="12" textAnchor={at < 50 ? "start" : "end"}>
                        {label}
                      </text>
                    </g>
                  ))}
                </svg>
              </td>
              <td />
            </tr>
          )}
          {model.rows.map((row) => (
            <Row key={row.id} row={row} model={model} />
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
      {ranges.map((sentence) => (
        <p key={sentence} className={styles.range}>
          {sentence}
        </p>
      ))}
    </figure>
  );
}

function Row({ row, model }: { row: StandInRow; model: Model }) {
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.name}>
        {row.symbol === null ? (
          row.name
        ) : (
          <Link href={tickerHref(row.symbol)} prefetch={false}>
            {row.name}
          </Link>
        )}{" "}
        <span className={styles.kind}>{row.kind}</span>
      </th>
      {row.at === null ? (
        <td colSpan={2} className={styles.why}>
          {row.why}
        </td>
      ) : (
        <>
          <td className={styles.picture}>
            <svg width="100%" height={HEIGHT} aria-hidden="true">
              <line className={styles.zero} x1={`${model.zero}%`} x2={`${model.zero}%`} y1="0" y2={HEIGHT} />
              {model.references.map(({ at, label }) => (
                <line key={label} className={styles.reported} x1={`${at}%`} x2={`${at}%`} y1="0" y2={HEIGHT} />
              ))}
              {row.range !== null && (
                <g className={styles.span}>
                  <line x1={`${row.range.low}%`} x2={`${row.range.high}%`} y1={MIDDLE} y2={MIDDLE} />
                  <line x1={`${row.range.low}%`} x2={`${row.range.low}%`} y1={MIDDLE - 6} y2={MIDDLE + 6} />
                  <line x1={`${row.range.high}%`} x2={`${row.range.high}%`} y1={MIDDLE - 6} y2={MIDDLE + 6} />
                </g>
              )}
              <circle className={row.light ? styles.hollow : styles.filled} cx={`${row.at}%`} cy={MIDDLE} r="4.5" />
            </svg>
          </td>
          <td className={styles.numbers}>
            <b>{row.move}</b>
            {row.range !== null && <span className={styles.ends}>{row.range.text}</span>}
          </td>
        </>
      )}
    </tr>
  );
}
