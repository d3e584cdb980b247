import type { RelationTest } from "./claim-test.ts";
import { abnormalReturn } from "./market-model.ts";
import type { Fitted } from "./evidence.ts";
import { criticalRho, spearmanExact } from "./permutation.ts";
import { judgePair, pairOf } from "./pair.ts";
import type { Pair } from "./pair.ts";
import { absence, isAbsent } from "./series.ts";
import type { Absence } from "./series.ts";
import type { Spending } from "./spending.ts";
import { judgedAbsent } from "./verdict.ts";
import type { Judged } from "./verdict.ts";

/** One choice of members and order. Only the primary one is judged. */
export interface RelationVariant {
  id: string;
  /** From the largest spender to the smallest. */
  order: string[];
  /** Spearman's ρ of announced spending with the abnormal return of the event day, exact two-sided permutation p; by benchmark. */
  estimates: { benchmark: string; rho: number; p: number }[];
  pair: Pair;
  /** The smallest |ρ| that reaches 5 % with this many; null where none can. */
  critical: number | null;
  /** The smallest p this many can reach: 2/n! for distinct values. */
  smallestP: number;
}

/** One name of the scatter. */
export interface RelationPoint {
  symbol: string;
  /** Billions of dollars a year, or null where only the rank is used: lowest. */
  amount: number | null;
  standing: Spending["standing"];
  /** Inside the primary test. */
  primary: boolean;
  abnormal: { benchmark: string; value: number }[];
}

export interface RelationOutcome {
  kind: "relation";
  judged: Judged;
  claimedSign: RelationTest["claimedSign"];
  primary: RelationVariant | Absence;
  variants: RelationVariant[];
  points: RelationPoint[];
}

/**
 * Is a larger announced spending tied to a lower (or higher) abnormal return on the event day? Rank
 * correlation, because the amounts differ in definition and fiscal year and only their order is
 * trustworthy; exact, because n is six.
 *
 * @param members all of the group with their fits
 * @param spending as known at publication; what came later is look-ahead and not in it
 */
export function judgeRelation(test: RelationTest, members: Fitted[], spending: Spending[]): RelationOutcome {
  const points = members.flatMap((member) => pointOf(member, spending, test));
  const ordered = points.toSorted((a, b) => (b.amount ?? -1) - (a.amount ?? -1));
  const inside = ordered.filter(({ primary }) => primary);
  const missing = members.map(({ unit }) => unit.id).filter((id) => !test.without.includes(id) && !inside.some(({ symbol }) => symbol === id));
  const primary = missing.length === 0 ? variantOf("primary", inside) : absence("no-amount", `No amount and move for ${missing.join(", ")}.`);
  return {
    kind: "relation",
    judged: isAbsent(primary) ? judgedAbsent(primary) : wordOf(primary, test),
    claimedSign: test.claimedSign,
    primary,
    variants: variants(ordered, inside).flatMap((variant) => (isAbsent(variant) ? [] : [variant])),
    points: ordered,
  };
}

function wordOf({ pair }: RelationVariant, test: RelationTest): Judged {
  return judgePair(pair, pair.p, test.claimedSign === "positive" ? "up" : "down");
}

/** What the answer hangs on: who is counted, and two near-ties in the order. */
function variants(all: RelationPoint[], primary: RelationPoint[]): (RelationVariant | Absence)[] {
  const announced = primary.filter(({ standing }) => standing === "announced");
  const ranked = all.filter(({ standing }) => standing !== "rank-only");
  return [
    variantOf("announced-only", announced),
    variantOf("without-rank-only", primary.filter(({ standing }) => standing !== "rank-only")),
    variantOf("with-left-out-without-rank-only", ranked),
    variantOf("all", all),
    ...swaps(primary, all).map(([id, order]) => variantOf(id, order)),
    ...primary.map(({ symbol }) => variantOf(`without-${symbol}`, primary.filter((point) => point.symbol !== symbol))),
  ];
}

/** Neighbours in the order whose amounts are too close, or too differently defined, to be sure of. */
const NEAR_TIES: [string, string][] = [
  ["MSFT", "AMZN"],
  ["AAPL", "TSLA"],
];

function swaps(primary: RelationPoint[], all: RelationPoint[]): [string, RelationPoint[]][] {
  return NEAR_TIES.flatMap(([higher, lower]): [string, RelationPoint[]][] => {
    const among = [primary, all].find((points) => [higher, lower].every((symbol) => points.some((point) => point.symbol === symbol)));
    return among === undefined ? [] : [[`${lower}-above-${higher}`, swapped(among, higher, lower)]];
  });
}

function swapped(points: RelationPoint[], higher: string, lower: string): RelationPoint[] {
  const amountOf = (symbol: string) => points.find((point) => point.symbol === symbol)?.amount ?? null;
  return points
    .map((point) => (point.symbol === higher ? { ...point, amount: amountOf(lower) } : point.symbol === lower ? { ...point, amount: amountOf(higher) } : point))
    .toSorted((a, b) => (b.amount ?? -1) - (a.amount ?? -1));
}

function variantOf(id: string, points: RelationPoint[]): RelationVariant | Absence {
  const spent = points.map(({ amount }) => amount ?? -1);
  const benchmarks = points[0]?.abnormal.map(({ benchmark }) => benchmark) ?? [];
  const estimates = benchmarks.flatMap((benchmark) => {
    const moves = points.map(({ abnormal }) => abnormal.find((entry) => entry.benchmark === benchmark)?.value ?? NaN);
    const found = spearmanExact(spent, moves);
    return found === null ? [] : [{ benchmark, ...found }];
  });
  if (estimates.length === 0 || estimates.length < benchmarks.length) {
    return absence("too-few-days", `A rank correlation needs two to eight members that differ; there are ${points.length}.`);
  }
  const n = points.length;
  return {
    id,
    order: points.map(({ symbol }) => symbol),
    estimates,
    pair: pairOf(estimates.map(({ rho, p }) => ({ value: rho, p }))),
    critical: criticalRho(n),
    smallestP: 2 / factorial(n),
  };
}

function pointOf({ unit, fits }: Fitted, spending: Spending[], test: RelationTest): RelationPoint[] {
  const spent = spending.find(({ symbol }) => symbol === unit.id);
  const abnormal = Object.entries(fits).flatMap(([benchmark, fit]) => {
    if (isAbsent(fit)) return [];
    const zero = fit.event.offsets.indexOf(0);
    return [{ benchmark, value: abnormalReturn(fit.model, fit.event.own[zero] ?? NaN, fit.event.market[zero] ?? NaN) }];
  });
  if (spent === undefined || abnormal.length < Object.keys(fits).length) return [];
  return [{ symbol: unit.id, amount: spent.amount, standing: spent.standing, primary: !test.without.includes(unit.id), abnormal }];
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
