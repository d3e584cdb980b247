import type { Day, PriceSeries } from "../../domain/market/series.ts";

/** 0.05 percentage points, on a day's return and on a level. */
const tolerance = 0.0005;

export interface Comparison {
  /** Days both should have and on which they do not say the same, ascending. */
  days: Day[];
  /** Days both have, which is all that anything can be said of. */
  shared: Day[];
  /** `live` divides levels by this much more than `kept`: a split came in between. 1 where none did. */
  splitSince: number;
}

/**
 * Two takings of one history.
 *
 * Every dividend paid after the first taking scales all earlier adjusted closes by one factor, so the
 * adjusted closes themselves never agree for long, while their daily returns do: returns are compared.
 * Levels are compared where both have them, after taking out one common factor, which is a later split.
 * A day only one of the two has counts as a difference, between the first and the last day of `kept`.
 */
export function compareSeries(kept: PriceSeries, live: PriceSeries): Comparison {
  const first = kept.days[0] ?? "";
  const last = kept.days.at(-1) ?? "";
  const inLive = positions(live);
  const inKept = positions(kept);
  const differing = new Set<Day>();

  const liveFirst = live.days[0] ?? "";
  for (const day of kept.days) if (!inLive.has(day) && day >= liveFirst) differing.add(day);
  for (const day of live.days) if (!inKept.has(day) && day >= first && day <= last) differing.add(day);

  const shared = kept.days.filter((day) => inLive.has(day));
  const splitSince = commonFactor(kept, live, shared, inKept, inLive);
  let before: { kept: number; live: number } | null = null;
  for (const day of shared) {
    const k = inKept.get(day) ?? 0;
    const l = inLive.get(day) ?? 0;
    const now = { kept: kept.adjclose[k] ?? NaN, live: live.adjclose[l] ?? NaN };
    if (before && Math.abs(now.kept / before.kept - now.live / before.live) > tolerance) differing.add(day);
    before = now;
    const levels = [kept.close[k], live.close[l]];
    if (levels[0] != null && levels[1] != null && Math.abs(levels[0] / levels[1] / splitSince - 1) > tolerance) {
      differing.add(day);
    }
  }
  return { days: [...differing].sort(), shared, splitSince };
}

/** The middle ratio of the levels; within the tolerance it is no factor at all. */
function commonFactor(kept: PriceSeries, live: PriceSeries, shared: Day[], inKept: Map<Day, number>, inLive: Map<Day, number>): number {
  const ratios: number[] = [];
  for (const day of shared) {
    const k = kept.close[inKept.get(day) ?? -1];
    const l = live.close[inLive.get(day) ?? -1];
    if (k != null && l != null) ratios.push(k / l);
  }
  if (ratios.length === 0) return 1;
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 1;
  return Math.abs(middle - 1) <= tolerance ? 1 : middle;
}

/** So many of the last shared days say on what footing the two are. */
const seamDays = 5;

/**
 * `kept`, and after it the newer days of `live`, put on the footing of `kept`. Figures already shown
 * never move. Null where there is too little in common to put anything on one footing. After a later split
 * the newer levels are on another footing and are left out; the returns are right either way.
 */
export function appendNewer(kept: PriceSeries, live: PriceSeries, { shared, splitSince }: Comparison): { series: PriceSeries; newerDays: Day[] } | null {
  const scale = seamScale(kept, live, shared);
  const last = kept.days.at(-1);
  if (scale === null || last === undefined) return null;
  const found = live.days.findIndex((day) => day > last);
  const from = found === -1 ? live.days.length : found;
  const newerDays = live.days.slice(from);
  const { latest, actions = [], notes = [] } = live;
  const newer = latest !== undefined && latest.at.slice(0, 10) > last ? latest : undefined;
  if (newerDays.length === 0 && newer === undefined) return { series: kept, newerDays };
  const newerActions = actions.filter(({ day }) => day > last);
  const newerNotes = notes.filter(({ day }) => day > last);
  const levels = (column: (number | null)[]) => (splitSince === 1 ? column.slice(from) : column.slice(from).map(() => null));
  const series: PriceSeries = {
    ...kept,
    source: "yahoo",
    asOf: live.asOf,
    origin: `${kept.origin}; after ${last}: ${live.origin}`,
    days: [...kept.days, ...newerDays],
    open: [...kept.open, ...levels(live.open)],
    close: [...kept.close, ...levels(live.close)],
    adjclose: [...kept.adjclose, ...live.adjclose.slice(from).map((value) => value * scale)],
    volume: [...kept.volume, ...live.volume.slice(from)],
    stubs: [...kept.stubs, ...live.stubs.filter(({ day }) => day > last)],
    ...(newerActions.length === 0 ? {} : { actions: [...(kept.actions ?? []), ...newerActions] }),
    ...(newerNotes.length === 0 ? {} : { notes: newerNotes }),
    ...(newer === undefined ? {} : { latest: { at: newer.at, adjclose: newer.adjclose * scale } }),
  };
  return { series, newerDays };
}

/**
 * How much more `kept` says than `live`, taken from the newest shared day on which the two are as far
 * apart as on the middle one of the last five: one day that slipped is no seam. Null below two shared days,
 * where not one return can be compared.
 */
function seamScale(kept: PriceSeries, live: PriceSeries, shared: Day[]): number | null {
  const [inKept, inLive] = [positions(kept), positions(live)];
  const ratios = shared.slice(-seamDays).map((day) => (kept.adjclose[inKept.get(day) ?? -1] ?? NaN) / (live.adjclose[inLive.get(day) ?? -1] ?? NaN));
  if (ratios.length < 2) return null;
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? NaN;
  return ratios.findLast((ratio) => Math.abs(ratio / middle - 1) <= tolerance) ?? null;
}

function positions(series: PriceSeries): Map<Day, number> {
  return new Map(series.days.map((day, at) => [day, at]));
}
