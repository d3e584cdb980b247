import { geometry, PLOT_UNITS } from "../lib/view/chart-geometry.ts";
import type { ChartModel } from "../lib/view/chart-model.ts";
import { strokeName } from "../lib/view/chart-stroke.ts";
import styles from "./line-chart.module.css";

/**
 * The chart as the server sends it: SVG, complete without a script. The plot stretches with the page
 * (nested svg, non-scaling strokes) while text keeps its size (percent positions). Presentation
 * attributes and classes only, so that a strict content security policy has nothing to object to.
 */
export function LineChart({ model, height, small = false }: { model: ChartModel; height: number; small?: boolean }) {
  const plot = geometry(model, height, small ? 13 : 17);
  const eventX = plot.percent(0);
  const published = plot.percent(model.publication.at);
  return (
    <svg
      className={small ? `${styles.chart} ${styles.small}` : styles.chart}
      width="100%"
      height={height}
      role="img"
      aria-label={model.description}
    >
      {model.y.ticks.map((tick) => (
        <g key={tick.at} className={styles.grid}>
          <line x1="0" x2="100%" y1={plot.y(tick.at)} y2={plot.y(tick.at)} />
          <text x="-8" y={plot.y(tick.at)} dy="0.32em" textAnchor="end">
            {tick.label}
          </text>
        </g>
      ))}
      {model.x.ticks.map((tick) => (
        <text
          key={tick.at}
          className={tick.minor ? `${styles.tick} ${styles.minor}` : styles.tick}
          x={plot.percent(tick.at)}
          y={height + 18}
          textAnchor="middle"
        >
          {tick.label}
        </text>
      ))}
      <line className={styles.zero} x1="0" x2="100%" y1={plot.zeroY} y2={plot.zeroY} />
      <line className={styles.published} x1={published} x2={published} y1={small ? 0 : -4} y2={height} />
      {!small && (
        <text className={styles.publishedLabel} x={published} y={-10} textAnchor="middle">
          {model.publication.label}
        </text>
      )}
      <svg x={published} y="0" width="1" height="1" overflow="visible">
        {model.markers.map(({ number, label }, i) => (
          <g key={number} className={styles.marker}>
            <title>{label}</title>
            <circle cx={markerX(i)} cy={markerY(i)} r="9.5" />
            <text x={markerX(i)} y={markerY(i)} dy="0.35em" textAnchor="middle">
              {number}
            </text>
          </g>
        ))}
      </svg>
      {model.references.map((reference) => (
        <g key={reference.label} className={styles.reference}>
          <line x1={published} x2={plot.percent(model.publication.at + 2)} y1={plot.y(reference.change)} y2={plot.y(reference.change)} />
          <text x={plot.percent(model.publication.at + 2)} dx="6" y={plot.y(reference.change)} dy="0.32em">
            {reference.label}
          </text>
        </g>
      ))}
      <svg
        x="0"
        y="0"
        width="100%"
        height={height}
        viewBox={`0 0 ${PLOT_UNITS} ${height}`}
        preserveAspectRatio="none"
        overflow="visible"
      >
        {plot.paths.map(({ line, d }) => (
          <path key={line.id} d={d} className={strokeOf(line)} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      {model.lines
        .filter((line) => !line.faint)
        .map((line) => {
          const event = line.points.find((p) => p.offset === 0);
          if (event === undefined) return null;
          return <circle key={line.id} className={dotOf(line)} cx={eventX} cy={plot.y(event.change)} r={small ? 2.5 : 3.5} />;
        })}
      {plot.ends.map(({ line, y, labelY }) => (
        <g key={line.id}>
          {Math.abs(labelY - y) > 3 && (
            <svg x="100%" y="0" width="12" height={height} overflow="visible">
              <line className={styles.leader} x1="2" x2="9" y1={y} y2={labelY} />
            </svg>
          )}
          <text className={endOf(line)} x="100%" dx="12" y={labelY} dy="0.32em">
            {line.label}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Markers stand in rows over the plot, to the right of the line they belong to. */
const MARKERS_A_ROW = 9;

function markerX(i: number): number {
  return (i % MARKERS_A_ROW) * 21;
}

function markerY(i: number): number {
  return -34 - Math.floor(i / MARKERS_A_ROW) * 21;
}

function strokeOf(line: { faint: boolean; tone: number }): string {
  return `${styles.line} ${line.faint ? styles.faint : styles[strokeName(line.tone)]}`;
}

function endOf(line: { faint: boolean; tone: number }): string {
  if (line.faint) return `${styles.end} ${styles.endFaint}`;
  return `${styles.end} ${line.tone === 0 ? styles.endMain : ""}`;
}

function dotOf(line: { tone: number }): string {
  return `${styles.dot} ${line.tone === 0 ? styles.dotMain : ""}`;
}
