import Link from "next/link";
import type { DaySplitRow, DaySplitStep, DaySplitTable as Model } from "../../lib/view/instrument/day-split-rows.ts";
import { tickerHref } from "../../lib/view/words/links.ts";
import styles from "./day-split-table.module.css";

const HEIGHT = 24;
const MIDDLE = HEIGHT / 2;

/** The event day in its parts: one beneath the other, each drawn from where the one before it ended. */
export function DaySplitTable({ model }: { model: Model | null }) {
  if (model === null) return null;
  return (
    <section aria-labelledby="day" className={styles.section}>
      <h2 id="day" className={styles.heading}>
        The day itself
      </h2>
      <table className={styles.table}>
        <caption className={styles.caption}>What part of the day’s move came when. Bars start where the part before ended; 0 is {model.since}.</caption>
        <thead>
          <tr>
            <th scope="col">Instrument</th>
            <th scope="col">Part of the day</th>
            <td />
            <th scope="col" className={styles.number}>
              Its move
            </th>
            <th scope="colgroup" colSpan={2} className={styles.since}>
              Since {model.since}
            </th>
          </tr>
        </thead>
        {model.rows.map((row) => (
          <Row key={row.id} row={row} zero={model.zero} />
        ))}
        {model.ticks.length > 0 && <Axis ticks={model.ticks} />}
      </table>
      <ul className={styles.notes}>
        {model.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function Axis({ ticks }: Pick<Model, "ticks">) {
  return (
    <tbody aria-hidden="true" className={styles.axis}>
      <tr>
        <td colSpan={2} />
        <td className={styles.picture}>
          <svg width="100%" height="22">
            {ticks.map((tick) => (
              <g key={tick.at} className={tick.minor === true ? styles.minor : undefined}>
                <line x1={`${tick.at}%`} x2={`${tick.at}%`} y1="0" y2="4" />
                <text x={`${tick.at}%`} y="17" textAnchor="middle">
                  {tick.label}
                </text>
              </g>
            ))}
          </svg>
        </td>
        <td colSpan={3} />
      </tr>
    </tbody>
  );
}

function Row({ row, zero }: { row: DaySplitRow; zero: number }) {
  const name = (
    <th scope="rowgroup" rowSpan={Math.max(1, row.steps.length)} className={row.under ? styles.under : styles.name}>
      {row.symbol === null ? (
        row.name
      ) : (
        <Link href={tickerHref(row.symbol)} prefetch={false}>
          {row.name}
        </Link>
      )}
      {row.day !== null && <span className={styles.day}>{row.day} on the day</span>}
    </th>
  );
  if (row.why !== null) {
    return (
      <tbody className={styles.group}>
        <tr className={styles.absent}>
          {name}
          <td colSpan={5} className={styles.why}>
            {row.why}
          </td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody className={styles.group}>
      {row.steps.map((step, i) => (
        <tr key={step.part}>
          {i === 0 && name}
          <th scope="row" className={styles.part}>
            {step.label}
          </th>
          <td className={styles.picture}>
            <Bar step={step} zero={zero} first={i === 0} last={i === row.steps.length - 1} />
          </td>
          <td className={`${styles.number} ${styles.move}`}>{step.move}</td>
          <td className={styles.number}>{step.reached}</td>
          <td className={styles.share}>{step.share}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** Hollow for what came before the article, a thin line to the open, solid for the session; the dot is where it ended. */
function Bar({ step, zero, first, last }: { step: DaySplitStep; zero: number; first: boolean; last: boolean }) {
  const [left, right] = step.from < step.to ? [step.from, step.to] : [step.to, step.from];
  const thick = step.part === "to-open" ? 3 : 9;
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true">
      <line className={styles.zero} x1={`${zero}%`} x2={`${zero}%`} y1="0" y2={HEIGHT} />
      {!first && <line className={styles.joint} x1={`${step.from}%`} x2={`${step.from}%`} y1="0" y2={MIDDLE} />}
      {!last && <line className={styles.joint} x1={`${step.to}%`} x2={`${step.to}%`} y1={MIDDLE} y2={HEIGHT} />}
      <rect className={styles[step.part]} x={`${left}%`} width={`${right - left}%`} y={MIDDLE - thick / 2} height={thick} />
      <circle className={styles.end} cx={`${step.to}%`} cy={MIDDLE} r="3.5" />
    </svg>
  );
}
