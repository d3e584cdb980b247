import { geometry, PLOT_UNITS, strokeName } from "../../lib/view/chart/chart-geometry.ts";
import type { ChartLine, ChartMarker, ChartModel } from "../../lib/view/chart/chart-model.ts";
import styles from "./line-chart.module.css";

/**
 * The chart as the server sends it: SVG, complete without a script. The plot stretches with the page
 * (nested svg, non-scaling strokes) while text keeps its size (percent positions). Presentation
 * attributes and classes only, so that a strict content security policy has nothing to object to.
 */
export function LineChart({ model, height, small = false }: { model: ChartModel; height: number; small?: boolean }) {
  const plot = geometry(model, height, small ? 13 : 17);
  const eventX = plot.percent(0);
  const published = model.publication === null ? null : plot.percent(model.publication.at);
  return (
    <>
      <svg className={small ? `${styles.chart} ${styles.small}` : styles.chart} width="100%" height={height} role="img" aria-label={model.description}>
        {model.x.bands.map(({ from, to, label }) => (
          <rect key={from} className={styles.band} {...plot.span(from, to)} y="0" height={height}>
            <title>{label}</title>
          </rect>
        ))}
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
        {plot.zeroY !== null && <line className={styles.zero} x1="0" x2="100%" y1={plot.zeroY} y2={plot.zeroY} />}
        {published !== null && <line className={styles.published} x1={published} x2={published} y1={small ? 0 : -4} y2={height} />}
        {published !== null && !small && (
          <text className={styles.publishedLabel} x={published} y={-10} textAnchor="middle">
            {model.publication?.label}
          </text>
        )}
        {model.live.map(({ at, label }) => {
          const near = plot.x(at) > 0.88 * PLOT_UNITS;
          return (
            <g key={at} className={styles.live}>
              <line x1={plot.percent(at)} x2={plot.percent(at)} y1="0" y2={height} />
              {!small && (
                <text x={plot.percent(at)} dx={near ? -5 : 5} y={height - 10} dy="0.32em" textAnchor={near ? "end" : "start"}>
                  {label}
                </text>
              )}
            </g>
          );
        })}
        {published !== null &&
          model.references.map((reference) => (
            <g key={reference.label} className={styles.reference}>
              <line x1={published} x2={plot.percent((model.publication?.at ?? 0) + 2)} y1={plot.y(reference.value)} y2={plot.y(reference.value)} />
              <text x={plot.percent((model.publication?.at ?? 0) + 2)} dx="6" y={plot.y(reference.value)} dy="0.32em">
                {reference.label}
              </text>
            </g>
          ))}
        <svg x="0" y="0" width="100%" height={height} viewBox={`0 0 ${PLOT_UNITS} ${height}`} preserveAspectRatio="none" overflow="visible">
          {plot.paths.map(({ line, d }) => (
            <path key={line.id} d={d} className={lineClass(line)} vectorEffect="non-scaling-stroke" />
          ))}
        </svg>
        {model.x.bands.length === 0 &&
          model.lines
            .filter((line) => line.role !== "faint")
            .map((line) => {
              const event = line.points.find((p) => p.offset === 0);
              if (event === undefined) return null;
              return <circle key={line.id} className={`${styles.dot} ${lineClass(line)}`} cx={eventX} cy={plot.y(event.value)} r={small ? 2.5 : 3.5} />;
            })}
        {plot.ends.map(({ line, y, labelY, early }) => (
          <g key={line.id}>
            {early !== null && <line className={styles.early} x1={early} x2="100%" y1={y} y2={y} />}
            {Math.abs(labelY - y) > 3 && (
              <svg x="100%" y="0" width="12" height={height} overflow="visible">
                <line className={styles.leader} x1="2" x2="9" y1={y} y2={labelY} />
              </svg>
            )}
            <text className={`${styles.end} ${styles[`${strokeName(line)}Text`] ?? ""}`} x="100%" dx="12" y={labelY} dy="0.32em">
              {line.label}
            </text>
          </g>
        ))}
      </svg>
      {published !== null && model.markers.length > 0 && <Markers markers={model.markers} x={published} height={height} />}
    </>
  );
}

/** The small chart of a board row: the same model, no cursor. */
export function SmallChart({ model }: { model: ChartModel }) {
  return (
    <div className={styles.padded}>
      <LineChart model={model} height={120} small />
    </div>
  );
}

/** The class that strokes a line, in the server's drawing and in recharts alike. */
export function lineClass(line: Pick<ChartLine, "role" | "tone">): string {
  return `${styles.line} ${styles[strokeName(line)]}`;
}

/**
 * A number per claim over the publication, beside the drawing and not in it: a picture has no links. For
 * the mouse; the list of claims says the same to everybody.
 */
function Markers({ markers, x, height }: { markers: ChartMarker[]; x: string; height: number }) {
  return (
    <svg className={`${styles.chart} ${styles.markers}`} width="100%" height={height} aria-hidden="true">
      <svg x={x} y="0" width="1" height="1" overflow="visible">
        {markers.map(({ number, label, claim, href }, i) => (
          <a key={number} href={href} className={styles.marker} data-claim={claim} tabIndex={-1}>
            <title>{label}</title>
            <circle cx={markerX(i)} cy={markerY(i)} r="9.5" />
            <text x={markerX(i)} y={markerY(i)} dy="0.35em" textAnchor="middle">
              {number}
            </text>
          </a>
        ))}
      </svg>
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
