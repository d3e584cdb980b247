import type { Scatter as Model, ScatterPanel, ScatterPoint } from "../../lib/view/verdict/plots/scatter.ts";
import { LINE, type LabelPlace } from "../../lib/view/verdict/plots/label-place.ts";
import styles from "./scatter.module.css";

/** Announced spending against abnormal return, one panel per benchmark. */
export function Scatter({ model }: { model: Model }) {
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <strong>The more announced, the lower?</strong> Announced capital spending a year, across; points beyond what the benchmark explains on the event day,
        up.
        {model.rankEdge !== null && " Left of the dotted line: no figure announced, placed by rank only."} {model.sentence}
      </figcaption>
      <div className={styles.panels}>
        {model.panels.map((panel) => (
          <div key={panel.benchmark} className={styles.panel}>
            <p className={styles.head}>
              Beyond {panel.benchmark} <span>{panel.statistic}</span>
            </p>
            <div className={styles.frame}>
              <Panel model={model} panel={panel} />
            </div>
          </div>
        ))}
      </div>
    </figure>
  );
}

function Panel({ model, panel }: { model: Model; panel: ScatterPanel }) {
  const { height, rankEdge } = model;
  return (
    <svg className={styles.plot} width="100%" height={height + 24} role="img" aria-label={panel.description}>
      {model.y.map((tick) => (
        <g key={tick.at} className={styles.grid}>
          <line x1="-6" x2="0" y1={tick.at} y2={tick.at} />
          <text x="-10" y={tick.at} dy="0.32em" textAnchor="end">
            {tick.label}
          </text>
        </g>
      ))}
      <path className={styles.axis} d={`M0 0V${height}`} />
      <line className={styles.axis} x1="0" x2="100%" y1={height} y2={height} />
      <line className={styles.zero} x1="0" x2="100%" y1={model.zero} y2={model.zero} />
      {rankEdge !== null && (
        <g className={styles.rankEdge}>
          <line x1={`${rankEdge}%`} x2={`${rankEdge}%`} y1="0" y2={height} />
          <text x={`${rankEdge / 2}%`} y={height + 18} textAnchor="middle">
            no figure
          </text>
        </g>
      )}
      {model.x.map((tick) => (
        <text key={tick.at} x={`${tick.at}%`} y={height + 18} textAnchor="middle">
          {tick.label}
        </text>
      ))}
      {panel.points.map((point) => (
        <Point key={point.symbol} point={point} />
      ))}
    </svg>
  );
}

function Point({ point }: { point: ScatterPoint }) {
  const { x, y, places, range } = point;
  return (
    <g className={point.primary ? styles.point : styles.leftOut}>
      {range !== null && <line x1={`${range[0]}%`} x2={`${range[1]}%`} y1={y} y2={y} />}
      {point.kind === "rank-only" ? (
        // A nested svg carries the percentage, so that the diamond itself keeps its shape.
        <svg x={`${x}%`} y={y} overflow="visible">
          <path d="M0-6L6 0L0 6L-6 0z" />
        </svg>
      ) : (
        <circle cx={`${x}%`} cy={y} r="5" />
      )}
      <g className={styles.narrow}>
        <Name point={point} place={places.narrow} />
      </g>
      <g className={styles.wide}>
        <Name point={point} place={places.wide} />
      </g>
    </g>
  );
}

/** A name that stands apart from its dot is led to it. */
const FAR = 24;

function Name({ point: { x, y, lines }, place }: { point: ScatterPoint; place: LabelPlace }) {
  const above = place.dy < 0;
  const apart = above ? -place.dy - (lines.length - 1) * LINE > FAR : place.dy > FAR + 8;
  return (
    <>
      {apart && (
        <svg x={`${x}%`} y={y} overflow="visible">
          <line
            className={styles.leader}
            x1={place.dx / 3}
            y1={above ? -7 : 7}
            x2={place.dx}
            y2={above ? place.dy + (lines.length - 1) * LINE + 4 : place.dy - 12}
          />
        </svg>
      )}
      {lines.map((line, i) => (
        <text key={line} className={i > 0 ? styles.aside : undefined} x={`${x}%`} dx={place.dx} y={y + place.dy + i * LINE} textAnchor={place.anchor}>
          {line}
        </text>
      ))}
    </>
  );
}
