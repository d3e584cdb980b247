import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { RankTest } from "../../../domain/study/rank-test.ts";
import type { Strip } from "../../../domain/judgement/strip.ts";
import type { Tick } from "../../words/percent-scale.ts";
import { formatDay, formatNumber, formatSignedPoints } from "../../words/format.ts";
import { barePoints } from "../../words/points.ts";
import { swarm } from "./swarm.ts";
import type { Names } from "../../words/unit-name.ts";
import { unitName } from "../../words/unit-name.ts";

/** The ordinary days as dots and the event day among them. X in percent of the width, y in px from the top. */
export interface StripPlot {
  title: string;
  dots: { x: number; y: number }[];
  event: { x: number; y: number; label: string; anchor: "start" | "end" };
  /** Where the dots stand: also the height of the plot without its axis. */
  floor: number;
  ticks: Tick[];
  /** "None of the 250 was as low." */
  count: string;
  /** What a dot is. */
  note: string;
  description: string;
}

/** The narrowest plot in which no dot may touch another, px. */
export const NARROWEST = 270;
export const DOT = 1.6;
export const EVENT_DOT = 5;
/** Room for the larger dots of a wide plot; see the stylesheet. */
const PITCH = 4.2;
/** For the event day's label, above the highest dot. */
const HEAD = 26;

export function stripPlot(strip: Strip, names: Names): StripPlot {
  const { residuals, rank } = strip;
  const [low = 0, high = 0] = extent([0, strip.event, ...residuals]);
  const x = scaleLinear().domain([low, high]).range([0.02, 0.98]);
  const ticks = x.ticks(5);
  const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
  const at = x(strip.event);
  const dots = swarm(residuals.map(x), (2 * DOT) / NARROWEST, [{ x: at, levels: 3, gap: (EVENT_DOT + DOT + 1) / NARROWEST }]);
  const floor = Math.ceil(HEAD + (Math.max(0, ...dots.map(({ level }) => level)) + 1) * PITCH);
  const name = unitName(strip.unit, names);
  const day = formatDay(strip.eventDay, "short");
  const count = countAmong(rank, strip.event);
  return {
    title: `${name}, points beyond what ${strip.benchmark} explains`,
    dots: dots.map((dot) => ({ x: percent(dot.x), y: round(floor - PITCH / 2 - dot.level * PITCH) })),
    event: { x: percent(at), y: floor - EVENT_DOT - 1, label: `${day} ${formatSignedPoints(strip.event)}`, anchor: at < 0.5 ? "start" : "end" },
    floor,
    ticks: ticks.map((tick) => ({ at: percent(x(tick)), label: barePoints(tick, step) })),
    count,
    note: `Each dot is one of ${residuals.length} ordinary days, ${formatDay(strip.from)} to ${formatDay(strip.to)}.`,
    description: `${name} beyond what ${strip.benchmark} explains: ${formatSignedPoints(strip.event)} on ${day}, among ${rank.n} ordinary days from ${formatSignedPoints(Math.min(...residuals))} to ${formatSignedPoints(Math.max(...residuals))}. ${count}`,
  };
}

/** How many ordinary days went as far the same way, in words. */
export function countAmong({ n, asLow, asHigh }: RankTest, event: number): string {
  const [count, word] = event < 0 ? [asLow, "low"] : [asHigh, "high"];
  if (count === 0) return `None of the ${n} was as ${word}.`;
  return `${formatNumber(count)} of the ${n} ${count === 1 ? "was" : "were"} as ${word}.`;
}

function percent(fraction: number): number {
  return Math.round(fraction * 10_000) / 100;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
