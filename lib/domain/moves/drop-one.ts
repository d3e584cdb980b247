import { portfolioLeg } from "./legs.ts";
import type { Leg } from "./moves.ts";
import { isAbsent } from "../market/series.ts";
import type { Absence } from "../market/series.ts";

/** An equal-weight portfolio's move with one member left out. Fraction. */
export interface Dropped {
  without: string;
  move: number;
}

/** How far a portfolio's move hangs on one member: each left out in turn, the rest in equal parts. */
export interface DropOneRange {
  /** Of all members. Fraction. */
  whole: number;
  /** One per member, in their order. */
  each: Dropped[];
  lowest: Dropped;
  highest: Dropped;
}

/**
 * Of a move, not of an abnormal return: those are refitted without the member, in `evidence.ts`.
 *
 * @param members each one's leg from the same base over the same session
 * @returns the reason where a member has no leg, or where there are fewer than two
 */
export function dropOneRange(members: { symbol: string; leg: Leg | Absence }[]): DropOneRange | Absence {
  const whole = portfolioLeg(members.map(({ leg }) => leg));
  if (isAbsent(whole)) return whole;
  const each: Dropped[] = [];
  for (const { symbol } of members) {
    const rest = portfolioLeg(members.filter((other) => other.symbol !== symbol).map(({ leg }) => leg));
    if (isAbsent(rest)) return rest;
    each.push({ without: symbol, move: rest.move });
  }
  const lowest = each.reduce((low, one) => (one.move < low.move ? one : low));
  const highest = each.reduce((high, one) => (one.move > high.move ? one : high));
  return { whole: whole.move, each, lowest, highest };
}
