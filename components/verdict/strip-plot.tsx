import { EVENT_DOT, DOT, type StripPlot as Model } from "../../lib/view/verdict/plots/strip-plot.ts";
import styles from "./strip-plot.module.css";

/** Below the dots, for the axis. */
const FOOT = 24;

/** The event day among the ordinary days. The note says what a dot is: once for a row of plots. */
export function StripPlot({ model, note = true }: { model: Model; note?: boolean }) {
  const { floor, event, dots } = model;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <strong>{model.title}</strong> <span>{model.count}</span>
      </figcaption>
      <svg className={styles.plot} width="100%" height={floor + FOOT} role="img" aria-label={model.description}>
        {dots.map((dot, i) => (
          <circle key={i} className={styles.dot} cx={`${dot.x}%`} cy={dot.y} r={DOT} />
        ))}
        <line className={styles.floor} x1="0" x2="100%" y1={floor} y2={floor} />
        {model.ticks.map((tick) => (
          <g key={tick.at} className={styles.tick}>
            <line x1={`${tick.at}%`} x2={`${tick.at}%`} y1={floor} y2={floor + 4} />
            <text x={`${tick.at}%`} y={floor + 18} textAnchor="middle">
              {tick.label}
            </text>
          </g>
        ))}
        <g className={styles.event}>
          <line x1={`${event.x}%`} x2={`${event.x}%`} y1="16" y2={event.y} />
          <circle cx={`${event.x}%`} cy={event.y} r={EVENT_DOT} />
          <text x={`${event.x}%`} dx={event.anchor === "start" ? -EVENT_DOT : EVENT_DOT} y="11" textAnchor={event.anchor}>
            {event.label}
          </text>
        </g>
      </svg>
      {note && <p className={styles.note}>{model.note}</p>}
    </figure>
  );
}
