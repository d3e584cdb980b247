import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";

/** A labelled place on an axis; each drawing says in which unit `at` is. */
export interface Tick {
  at: number;
  label: string;
  /** Dropped where the drawing is narrow. */
  minor?: boolean;
}

interface PercentAxis {
  /** Where the ends of the values lie: percent of the width, or px. */
  range: [number, number];
  /** About how many ticks. */
  count: number;
  /** @param step from one tick to the next */
  label(value: number, step: number): string;
  /** Every second tick is minor, counted from zero. */
  halved?: boolean;
  /** Share of the stretch of values left empty beyond each end. */
  air?: number;
}

/** A linear axis from the lowest to the highest of some values. Places are rounded to hundredths. */
export interface PercentScale {
  at(value: number): number;
  /** The same before it is rounded, for marks that must not touch. */
  exact(value: number): number;
  zero: number;
  ticks: Tick[];
}

/** Below any digit that is shown, and far above what has no ticks because doubles end there. */
const SMALLEST_SPREAD = 1e-9;

/** The values and zero on one axis. Where nothing differs from zero there is an axis of 1 % either way. */
export function percentScale(values: number[], { range, count, label, halved = false, air = 0 }: PercentAxis): PercentScale {
  const [low = 0, high = 0] = extent([0, ...values]);
  const beyond = (high - low) * air;
  const scale = scaleLinear()
    .domain(high - low < SMALLEST_SPREAD ? [low - 0.01, high + 0.01] : [low - beyond, high + beyond])
    .range(range);
  const at = (value: number) => Math.round(scale(value) * 100) / 100;
  const ticks = scale.ticks(count);
  const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
  return {
    at,
    exact: (value) => scale(value),
    zero: at(0),
    ticks: ticks.map((value) => ({ at: at(value), label: label(value, step), ...(halved ? { minor: Math.round(value / step) % 2 !== 0 } : {}) })),
  };
}
