import type { HorizonLadders, LadderRung, UnitLadder } from "../../lib/view/verdict/plots/horizon-ladder.ts";
import { VerdictChip } from "../ui/verdict-chip.tsx";
import { VerdictGlyph } from "../ui/verdict-glyph.tsx";
import styles from "./horizon-ladder.module.css";

const HEIGHT = 30;

/** What holding it would have brought beyond the benchmark, horizon by horizon, beside what no skill would. */
export function HorizonLadder({ model }: { model: HorizonLadders }) {
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <strong>
          Held from {model.from}, against {model.benchmark}.
        </strong>{" "}
        One row per number of sessions: the dot is the return relative to {model.benchmark}, the bar the range that 95 of 100 such stretches fall in when nobody
        has skill. A full dot lies outside it; the word beside it comes after the correction for {model.corrected}.
      </figcaption>
      {model.exposures.map((exposure) => (
        <section key={exposure.symbol} className={styles.exposure} aria-label={exposure.name}>
          {exposure.ladders.some(({ label }) => label !== exposure.name) && <h3 className={styles.name}>{exposure.name}</h3>}
          <div className={styles.ladders}>
            {exposure.ladders.map((ladder) => (
              <OneLadder key={ladder.unit} model={model} ladder={ladder} />
            ))}
          </div>
        </section>
      ))}
    </figure>
  );
}

function OneLadder({ model, ladder }: { model: HorizonLadders; ladder: UnitLadder }) {
  if (ladder.why !== null) {
    return (
      <p className={`${styles.missing} ${styles.why}`}>
        <VerdictGlyph word="not-testable" /> <strong>{ladder.label}</strong> is not on this ladder. {ladder.why}
      </p>
    );
  }
  return (
    <table className={styles.ladder} aria-label={ladder.description}>
      <caption className={styles.unit}>
        {ladder.label}
        {ladder.role === "shown" && <span className={styles.soft}> shown, not judged</span>}
      </caption>
      <thead className="unseen">
        <tr>
          <th scope="col">Sessions</th>
          <th scope="col">Beside the range</th>
          <th scope="col">Relative return and word</th>
        </tr>
      </thead>
      <tbody>
        {ladder.rungs.map((rung) => (
          <tr key={rung.horizon}>
            <th scope="row" className={styles.horizon}>
              {rung.horizon}
              <span className="unseen"> sessions, to {rung.until}</span>
            </th>
            <td className={styles.picture}>
              {rung.band !== null && <span className="unseen">range {rung.band.label}</span>}
              <Rung rung={rung} zero={model.zero} />
            </td>
            <td className={rung.outside ? `${styles.came} ${styles.outside}` : styles.came}>
              <div>
                <span className={styles.value}>{rung.value}</span>
                {ladder.role === "judged" && <VerdictChip judged={{ word: rung.judged.word, reasons: [] }} plain />}
              </div>
            </td>
          </tr>
        ))}
        <tr aria-hidden="true" className={styles.axis}>
          <td />
          <td className={styles.picture}>
            <svg width="100%" height="20">
              {model.ticks.map((tick) => (
                <text key={tick.at} x={`${tick.at}%`} y="14" textAnchor="middle">
                  {tick.label}
                </text>
              ))}
            </svg>
          </td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function Rung({ rung, zero }: { rung: LadderRung; zero: number }) {
  const middle = HEIGHT / 2;
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true">
      {rung.band !== null && (
        <rect className={styles.band} x={`${rung.band.low}%`} width={`${rung.band.high - rung.band.low}%`} y="4" height={HEIGHT - 8} rx="1" />
      )}
      <line className={styles.zero} x1={`${zero}%`} x2={`${zero}%`} y1="0" y2={HEIGHT} />
      <circle className={rung.outside ? styles.dotOutside : styles.dot} cx={`${rung.at}%`} cy={middle} r="4.5" />
    </svg>
  );
}
