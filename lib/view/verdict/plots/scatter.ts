import type { KnownCapex } from "../../../domain/article/capex.ts";
import type { RelationOutcome, RelationPoint, RelationVariant } from "../../../domain/judgement/relation.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import { percentScale } from "../../words/percent-scale.ts";
import type { PercentScale, Tick } from "../../words/percent-scale.ts";
import { formatNumber, formatP, formatSigned, formatSignedPoints, bareAxisPoints } from "../../words/format.ts";
import { amountText } from "../../words/quantity.ts";
import { placeLabels } from "./label-place.ts";
import type { Labelled, LabelPlace, PlotLine } from "./label-place.ts";
import type { Names } from "../../words/names.ts";
import { unitName } from "../../words/names.ts";

/** X in percent of the width, y in px. */
export interface ScatterPoint extends Labelled {
  symbol: string;
  kind: KnownCapex["kind"];
  /** Inside the judged test. */
  primary: boolean;
  /** Where its name stands in a plot narrower than `SCATTER_TURN`, and in a wider one. */
  places: { narrow: LabelPlace; wide: LabelPlace };
}

export interface ScatterPanel {
  benchmark: string;
  /** "ρ = +0.20, p = 0.71" */
  statistic: string;
  points: ScatterPoint[];
  description: string;
}

export interface Scatter {
  panels: ScatterPanel[];
  height: number;
  x: Tick[];
  y: Tick[];
  zero: number;
  /** The band left of it holds who is placed by rank alone; null where nobody is. */
  rankEdge: number | null;
  /** What it would take. */
  sentence: string;
}

/** Px of a plot at which names take other places; the stylesheet has the same number. */
export const SCATTER_TURN = 400;
const NARROW = [244, 260, 280, 310, 350, SCATTER_TURN];
const WIDE = [SCATTER_TURN, 440, 500, 560, 640];
const RIGHT: LabelPlace = { anchor: "start", dx: 10, dy: 4 };
const HEIGHT = 280;
/** Percent of the width kept for a name without an amount. */
const RANK_BAND = 21;

/** @returns null where nothing could be drawn: no company with an amount and a move */
export function scatter(outcome: RelationOutcome, names: Names): Scatter | null {
  const { points } = outcome;
  const benchmarks = points[0]?.abnormal.map(({ benchmark }) => benchmark) ?? [];
  if (benchmarks.length === 0) return null;
  const byRank = points.some(({ known }) => known.kind === "rank-only");
  const left = byRank ? RANK_BAND : 3;
  const largest = Math.max(...points.map(({ known }) => (known.kind === "rank-only" ? 0 : (known.highUsdBn ?? known.pointUsdBn))));
  const x = percentScale([largest], { range: [left + 9, 93], count: 4, label: (amount) => formatNumber(amount) });
  const moves = points.flatMap(({ abnormal }) => abnormal.map(({ value }) => value));
  const y = percentScale(moves, { range: [HEIGHT, 0], count: 5, label: bareAxisPoints, air: 0.12 });
  const lines: PlotLine[] = [{ y: y.zero }, ...(byRank ? [{ x: left }] : [])];
  return {
    panels: benchmarks.map((benchmark) => panelOf(benchmark, outcome, names, { x, y, rankX: left / 2, lines })),
    height: HEIGHT,
    // The last one alone says the unit.
    x: x.ticks.map((tick, i) => (i === x.ticks.length - 1 ? { ...tick, label: `$${tick.label}bn` } : tick)),
    y: y.ticks,
    zero: y.zero,
    rankEdge: byRank ? left : null,
    sentence: isAbsent(outcome.primary) ? outcome.primary.why : needed(outcome.primary),
  };
}

/** What every panel is drawn on. */
interface Plane {
  x: PercentScale;
  y: PercentScale;
  /** Where those stand who are placed by rank alone. */
  rankX: number;
  lines: PlotLine[];
}

function panelOf(benchmark: string, { points, primary }: RelationOutcome, names: Names, { x, y, rankX, lines }: Plane): ScatterPanel {
  const drawn = points.map((point) => {
    const { symbol, known } = point;
    const value = moveOn(point, benchmark);
    const range: [number, number] | null =
      known.kind !== "rank-only" && known.highUsdBn !== null && known.highUsdBn > known.lowUsdBn ? [x.at(known.lowUsdBn), x.at(known.highUsdBn)] : null;
    const at = known.kind === "rank-only" ? rankX : x.at(known.pointUsdBn);
    const label = [unitName(symbol, names), ...noteOn(point)];
    return { symbol, kind: known.kind, primary: point.primary, range, x: at, y: y.at(value), lines: label, under: known.kind === "rank-only" };
  });
  const narrow = placeLabels(drawn, NARROW, HEIGHT, lines);
  const wide = placeLabels(drawn, WIDE, HEIGHT, lines);
  const estimate = isAbsent(primary) ? undefined : primary.estimates.find((entry) => entry.benchmark === benchmark);
  const statistic = estimate === undefined ? "" : `ρ = ${formatSigned(estimate.rho)}, ${formatP(estimate.p)}`;
  const list = points.map((point) => `${unitName(point.symbol, names)} ${amountText(point.known)}, ${formatSignedPoints(moveOn(point, benchmark))}`);
  return {
    benchmark,
    statistic,
    points: drawn.map((point, i) => ({ ...point, places: { narrow: narrow[i] ?? RIGHT, wide: wide[i] ?? RIGHT } })),
    description: `Announced capital spending, and points beyond what ${benchmark} explains: ${list.join("; ")}. ${statistic}.`,
  };
}

/** What sets a point apart, beside its name rather than in a key. */
function noteOn({ known, primary }: RelationPoint): string[] {
  if (!primary) return ["left out"];
  return known.kind === "actual" ? ["as spent"] : [];
}

function needed({ order, critical }: RelationVariant): string {
  const n = order.fromMost.length;
  return critical === null
    ? `With ${n} companies no rank correlation ρ, however strong, counts as detectable.`
    : `With ${n} companies it takes ρ of ±${formatNumber(critical, 3)} or more to be detectable.`;
}

function moveOn({ abnormal }: RelationPoint, benchmark: string): number {
  return abnormal.find((entry) => entry.benchmark === benchmark)?.value ?? 0;
}
