import type { RankTest } from "../../../domain/study/rank-test.ts";
import type { Strip } from "../../../domain/judgement/strip.ts";
import { percentScale } from "../../words/percent-scale.ts";
import type { Tick } from "../../words/percent-scale.ts";
import { formatDay, formatNumber, formatSignedPoints, bareAxisPoints } from "../../words/format.ts";
import type { Names } from "../../words/names.ts";
import { unitName } from "../../words/names.ts";

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
  const { exact, ticks } = percentScale([strip.event, ...residuals], { range: [2, 98], count: 5, label: bareAxisPoints });
  const event = exact(strip.event);
  const dots = swarm(residuals.map(exact), percentOf(2 * DOT), [{ x: event, height: 3, gap: percentOf(EVENT_DOT + DOT + 1) }]);
  const floor = Math.ceil(HEAD + (Math.max(0, ...dots.map(({ level }) => level)) + 1) * PITCH);
  const name = unitName(strip.unit, names);
  const day = formatDay(strip.eventDay, "short");
  const count = countAmong(rank, strip.event);
  return {
    title: `${name}, points beyond what ${strip.benchmark} explains`,
    dots: dots.map((dot) => ({ x: hundredths(dot.x), y: round(floor - PITCH / 2 - dot.level * PITCH) })),
    event: { x: hundredths(event), y: floor - EVENT_DOT - 1, label: `${day} ${formatSignedPoints(strip.event)}`, anchor: event < 50 ? "start" : "end" },
    floor,
    ticks,
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

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Of the narrowest plot. */
function percentOf(px: number): number {
  return (px / NARROWEST) * 100;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Dots of one size packed upward from a floor, each at its true x, none touching another. */
interface SwarmDot {
  /** Percent of the width. */
  x: number;
  /** Rows above the floor. */
  level: number;
}

/**
 * Places each dot on the lowest row that is free at its x. Taken in the order given (time, for returns),
 * which looks like a heap of sand rather than the ramps that sorted values make.
 *
 * @param xs percent of the width
 * @param gap the least distance on one row, in percent of the *narrowest* width: wider only loosens it
 * @param taken what stands there already, such as the mark of the event day
 */
export function swarm(xs: number[], gap: number, taken: { x: number; height: number; gap: number }[] = []): SwarmDot[] {
  const rows: number[][] = [];
  return xs.map((x) => {
    let level = 0;
    while (!free(x, level)) level += 1;
    (rows[level] ??= []).push(x);
    return { x, level };
  });

  function free(x: number, level: number): boolean {
    if (taken.some((mark) => level < mark.height && Math.abs(mark.x - x) < mark.gap)) return false;
    return (rows[level] ?? []).every((other) => Math.abs(other - x) >= gap);
  }
}
