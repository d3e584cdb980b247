import type { CorporateAction, Day, PriceSeries } from "../../domain/market/series.ts";

/**
 * Sessions asked for again although they are held: a month. Yahoo fills a hole or divides the past by a
 * split days after it should have, and one question for a month costs no more than one for two days.
 */
const overlapSessions = 21;
/** The newest of them can still be put right without the rest having moved. */
const unsettledSessions = 2;

/** Since when to ask, or null where too little is held to join anything to. */
export function tailFrom(held: PriceSeries): Day | null {
  return held.days.length < 2 ? null : (held.days.at(-overlapSessions) ?? held.days[0] ?? null);
}

/** `refetch`: everything is to be asked for again. `behind`: an older state of the series than the one held, from a server of the vendor's that lags. */
export type Unjoined = { refetch: string } | { behind: string };

/**
 * `held`, and from the overlap on what `tail` says; or why that cannot be.
 *
 * History before the overlap does not change, except that a split or a dividend puts all of it on another
 * footing. That shows as one: an event in the tail that was not held, another adjusted close inside the
 * overlap, another close of a session long settled. A session that is in the tail for the first time fills
 * a hole; one that is in the tail no more is kept.
 */
export function joinTail(held: PriceSeries, tail: PriceSeries): PriceSeries | Unjoined {
  const first = tailFrom(held);
  const at = first === null ? -1 : held.days.indexOf(first);
  const lagging = lagOf(held, tail);
  if (lagging !== null) return lagging;
  const places = new Map(tail.days.map((day, i) => [day, i]));
  const shared = held.days.flatMap((day, was) => (was >= at && places.has(day) ? [{ day, was, is: places.get(day) ?? 0 }] : []));
  if (first === null || shared.length < 2 || (tail.days[0] ?? "") < first) return { refetch: "the overlap is not there" };
  const fresh = (tail.actions ?? []).find((action) => !(held.actions ?? []).some((known) => same(known, action)));
  if (fresh !== undefined) return { refetch: `a ${fresh.kind} on ${fresh.day}` };
  const gone = (held.actions ?? []).find((known) => known.day >= first && !(tail.actions ?? []).some((action) => same(known, action)));
  if (gone !== undefined) return { refetch: `the ${gone.kind} of ${gone.day} is gone` };
  for (const { day, was, is } of shared) {
    if (!isSame(held.adjclose[was], tail.adjclose[is])) return { refetch: `another adjusted close of ${day}` };
    const settled = was < held.days.length - unsettledSessions;
    if (settled && held.close[was] != null && tail.close[is] != null && !isSame(held.close[was], tail.close[is])) return { refetch: `another close of ${day}` };
  }
  const { latest: _, actions: __, notes: ___, ...rest } = tail;
  const actions = [...(held.actions ?? []).filter(({ day }) => day < first), ...(tail.actions ?? [])];
  // A day's move can be judged only with the day before it, which the tail's first row has not got.
  const notes = [...(held.notes ?? []).filter(({ day }) => day <= first), ...(tail.notes ?? []).filter(({ day }) => day > first)];
  const latest = latestOf(held, tail);
  return withHeldRows(held, {
    ...rest,
    origin: held.origin,
    days: [...held.days.slice(0, at), ...tail.days],
    open: [...held.open.slice(0, at), ...tail.open],
    close: [...held.close.slice(0, at), ...tail.close],
    adjclose: [...held.adjclose.slice(0, at), ...tail.adjclose],
    volume: [...held.volume.slice(0, at), ...tail.volume],
    stubs: [...held.stubs.filter(({ day }) => day < first), ...tail.stubs],
    ...(actions.length === 0 ? {} : { actions }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(latest === undefined ? {} : { latest }),
  });
}

/** All of a series asked for anew: what it says, and the sessions it has lost since it was asked before. */
export function joinWhole(held: PriceSeries, whole: PriceSeries): PriceSeries | { behind: string } {
  const lagging = lagOf(held, whole);
  if (lagging !== null) return lagging;
  const { latest: _, ...rest } = whole;
  const latest = latestOf(held, whole);
  return withHeldRows(held, { ...rest, ...(latest === undefined ? {} : { latest }) });
}

function lagOf(held: PriceSeries, fresh: PriceSeries): { behind: string } | null {
  const [had, has] = [held.days.at(-1) ?? "", fresh.days.at(-1) ?? ""];
  return has < had ? { behind: `it ends on ${has}, and an earlier answer had ${had}` } : null;
}

/** The newer price of a session still running, or none once that session is among the days. */
function latestOf(held: PriceSeries, fresh: PriceSeries): PriceSeries["latest"] {
  const last = fresh.days.at(-1) ?? "";
  const running = [held.latest, fresh.latest].filter((one) => one !== undefined && one.at.slice(0, 10) > last);
  return running.toSorted((a, b) => Date.parse(b?.at ?? "") - Date.parse(a?.at ?? ""))[0] ?? fresh.latest;
}

/**
 * `fresh` with the rows that only `held` has, between its own first and last day: a session that was
 * there is not undone by an answer without it. They are put on the footing of the answer, which is the
 * same on the shared days on both sides; where it is not, the row is let go.
 */
function withHeldRows(held: PriceSeries, fresh: PriceSeries): PriceSeries {
  const places = new Map(fresh.days.map((day, at) => [day, at]));
  const [first = "", last = ""] = [fresh.days[0], fresh.days.at(-1)];
  const lost = held.days.flatMap((day, at) => (!places.has(day) && first < day && day < last ? [at] : []));
  if (lost.length === 0) return fresh;
  const rows = fresh.days.map((day, at) => ({
    day,
    open: fresh.open[at] ?? null,
    close: fresh.close[at] ?? null,
    adjclose: fresh.adjclose[at] ?? NaN,
    volume: fresh.volume[at] ?? null,
  }));
  const footing = (from: number, step: 1 | -1) => {
    let at = from;
    while (at >= 0 && at < held.days.length && !places.has(held.days[at] ?? "")) at += step;
    const is = places.get(held.days[at] ?? "");
    if (is === undefined) return null;
    const ratio = (column: "adjclose" | "close") => (fresh[column][is] ?? NaN) / (held[column][at] ?? NaN);
    return { adjclose: ratio("adjclose"), close: ratio("close") };
  };
  for (const at of lost) {
    const [before, after] = [footing(at, -1), footing(at, 1)];
    if (before === null || after === null || !(Math.abs(before.adjclose / after.adjclose - 1) < 1e-4)) continue;
    const scaled = (value: number | null | undefined) => (value == null || !Number.isFinite(before.close) ? null : rounded(value * before.close));
    rows.push({
      day: held.days[at] ?? "",
      open: scaled(held.open[at]),
      close: scaled(held.close[at]),
      adjclose: rounded((held.adjclose[at] ?? NaN) * before.adjclose),
      volume: held.volume[at] ?? null,
    });
  }
  rows.sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    ...fresh,
    days: rows.map(({ day }) => day),
    open: rows.map(({ open }) => open),
    close: rows.map(({ close }) => close),
    adjclose: rows.map(({ adjclose }) => adjclose),
    volume: rows.map(({ volume }) => volume),
  };
}

/** Four decimals are kept of what Yahoo sends as 32-bit floats. */
function isSame(was: number | null | undefined, is: number | null | undefined): boolean {
  const [a, b] = [was ?? NaN, is ?? NaN];
  return Math.abs(b - a) <= 1.01e-4 + a * 2e-7;
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

function same(a: CorporateAction, b: CorporateAction): boolean {
  if (a.day !== b.day) return false;
  if (a.kind === "split") return b.kind === "split" && Math.abs(a.ratio / b.ratio - 1) < 1e-6;
  return b.kind === "dividend" && Math.abs(a.amount / b.amount - 1) < 1e-3;
}
