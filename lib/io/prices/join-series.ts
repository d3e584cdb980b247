import type { CorporateAction, Day, PriceSeries } from "../../domain/market/series.ts";

/** Sessions asked for again although they are held: the newest can still be put right, and one return is needed to compare. */
const overlapSessions = 2;

/** Since when to ask, or null where too little is held to join anything to. */
export function tailFrom(held: PriceSeries): Day | null {
  return held.days.at(-overlapSessions) ?? null;
}

/**
 * `held`, and from the overlap on what `tail` says; or why that cannot be: then everything is to be
 * asked for again.
 *
 * History before the last two sessions does not change, except that a split or a dividend puts all of it
 * on another footing. That shows as one: an event in the tail that was not held, another return inside
 * the overlap, or another level of it by more than rounding.
 */
export function joinTail(held: PriceSeries, tail: PriceSeries): PriceSeries | { refetch: string } {
  const overlap = held.days.slice(-overlapSessions);
  const [first] = overlap;
  const at = held.days.length - overlap.length;
  if (first === undefined || overlap.length < overlapSessions || overlap.some((day, i) => tail.days[i] !== day)) {
    return { refetch: "the overlap is not there" };
  }
  const fresh = (tail.actions ?? []).find((action) => !(held.actions ?? []).some((known) => same(known, action)));
  if (fresh !== undefined) return { refetch: `a ${fresh.kind} on ${fresh.day}` };
  const gone = (held.actions ?? []).find((known) => known.day >= first && !(tail.actions ?? []).some((action) => same(known, action)));
  if (gone !== undefined) return { refetch: `the ${gone.kind} of ${gone.day} is gone` };
  for (const [i, day] of overlap.entries()) {
    const [was, is] = [held.adjclose[at + i] ?? NaN, tail.adjclose[i] ?? NaN];
    if (!(Math.abs(is - was) <= rounding(was))) return { refetch: `another adjusted close of ${day}` };
  }
  const [before, after] = [held.days.slice(0, at), tail.days];
  if ((before.at(-1) ?? "") >= (after[0] ?? "")) return { refetch: "days out of order" };
  const { latest, actions: _, ...rest } = tail;
  const actions = [...(held.actions ?? []).filter(({ day }) => day < first), ...(tail.actions ?? [])];
  return {
    ...rest,
    origin: held.origin,
    days: [...before, ...after],
    open: [...held.open.slice(0, at), ...tail.open],
    close: [...held.close.slice(0, at), ...tail.close],
    adjclose: [...held.adjclose.slice(0, at), ...tail.adjclose],
    volume: [...held.volume.slice(0, at), ...tail.volume],
    stubs: [...held.stubs.filter(({ day }) => day < first), ...tail.stubs],
    ...(actions.length === 0 ? {} : { actions }),
    ...(latest === undefined ? {} : { latest }),
  };
}

/** Four decimals are kept of what Yahoo sends as 32-bit floats. */
const rounding = (price: number): number => 1.01e-4 + price * 2e-7;

function same(a: CorporateAction, b: CorporateAction): boolean {
  if (a.day !== b.day) return false;
  if (a.kind === "split") return b.kind === "split" && Math.abs(a.ratio / b.ratio - 1) < 1e-6;
  return b.kind === "dividend" && Math.abs(a.amount / b.amount - 1) < 1e-3;
}
