import type { IndexSeries } from "../../../lib/domain/market/portfolio.ts";

/** Consecutive made-up days: every calendar day from 1 January 2000. */
export function dayAt(i: number): string {
  return new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10);
}

/** The index whose simple returns these are; day 0 is the base, return i falls on day i + 1. */
export function indexFrom(symbol: string, returns: number[], start = 0): IndexSeries {
  const level = [100];
  for (const value of returns) level.push((level.at(-1) ?? NaN) * (1 + value));
  return { symbol, days: level.map((_, i) => dayAt(start + i)), level };
}

/** Deterministic uniform numbers (mulberry32), so that a test with noise always sees the same noise. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Standard normal numbers from uniform ones (Box & Muller). */
export function normal(seed: number): () => number {
  const next = uniform(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
