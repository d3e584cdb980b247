import type { Capex, CapexOrder, KnownCapex } from "../article/capex.ts";
import type { RelationTest } from "../article/claim-test.ts";
import type { Fitted } from "./evidence.ts";
import { abnormalReturn } from "../study/market-model.ts";
import { judgePair, pairOf } from "./pair.ts";
import type { Pair } from "./pair.ts";
import { criticalRho, spearmanExact } from "../study/spearman.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Day } from "../market/series.ts";
import { judgedAbsent } from "./verdict.ts";
import type { Judged } from "./verdict.ts";

/** One choice of companies and order, with what came of it. */
export interface RelationVariant {
  order: Pick<CapexOrder, "id" | "label" | "reason" | "fromMost">;
  /** Spearman's ρ of announced spending with the abnormal return of the event day, exact two-sided permutation p; by benchmark. */
  estimates: { benchmark: string; rho: number; p: number }[];
  pair: Pair;
  /** The smallest |ρ| that reaches 5 % with this many; null where none can. */
  critical: number | null;
  /** The smallest p this many can reach, 2/n!. */
  smallestP: number;
}

/** One name of the scatter. */
export interface RelationPoint {
  symbol: string;
  known: KnownCapex;
  /** In the order that is judged. */
  primary: boolean;
  abnormal: { benchmark: string; value: number }[];
}

export interface RelationOutcome {
  kind: "relation";
  judged: Judged;
  claimedSign: RelationTest["claimedSign"];
  /** The last day on which a figure counts as known. */
  asOf: Day;
  primary: RelationVariant | Absence;
  /** Other orders written down beforehand: shown, never judged. */
  variants: RelationVariant[];
  /** The primary order with one company left out at a time. */
  leaveOneOut: { without: string; variant: RelationVariant }[];
  points: RelationPoint[];
}

type Abnormal = Record<string, RelationPoint["abnormal"]>;

/**
 * Does a larger announced spending go with a lower (or higher) abnormal return on the event day? Rank
 * correlation, because amounts differ in definition and fiscal year and only their order can be
 * trusted; exact, because n is six. The orders are written down with their reasons: a company
 * without a figure can be placed in one.
 *
 * @param members all of the group with their fits
 */
export function judgeRelation(test: RelationTest, members: Fitted[], capex: Capex): RelationOutcome {
  const abnormal: Abnormal = Object.fromEntries(members.map((member) => [member.unit.id, abnormalOf(member)]));
  const judging = capex.orders.find(({ role }) => role === "primary");
  const primary = judging === undefined ? absence("no-amount", "No order of announced spending was written down.") : primaryOf(judging, test, abnormal);
  const shown = capex.orders.filter(({ role }) => role === "shown").map((order) => variantOf(order, abnormal));
  return {
    kind: "relation",
    judged: isAbsent(primary) ? judgedAbsent(primary) : judgePair(primary.pair, primary.pair.p, test.claimedSign === "positive" ? "up" : "down"),
    claimedSign: test.claimedSign,
    asOf: capex.asOf,
    primary,
    variants: shown.flatMap((variant) => (isAbsent(variant) ? [] : [variant])),
    leaveOneOut: judging === undefined ? [] : leaveOneOut(judging, abnormal),
    points: capex.companies.flatMap(({ symbol, known }) => {
      const moves = abnormal[symbol];
      return moves === undefined ? [] : [{ symbol, known, primary: judging?.fromMost.includes(symbol) ?? false, abnormal: moves }];
    }),
  };
}

/** The judged order must hold the group without those the claim sets apart: nobody may be missing or slip in. */
function primaryOf(order: CapexOrder, test: RelationTest, abnormal: Abnormal): RelationVariant | Absence {
  const meant = Object.keys(abnormal).filter((symbol) => !test.without.includes(symbol));
  const unmatchedSymbols = [...meant.filter((s) => !order.fromMost.includes(s)), ...order.fromMost.filter((s) => !meant.includes(s))];
  return unmatchedSymbols.length > 0
    ? absence("no-amount", `The order of announced spending does not fit the claim: ${unmatchedSymbols.join(", ")}.`)
    : variantOf(order, abnormal);
}

function leaveOneOut(order: CapexOrder, abnormal: Abnormal): RelationOutcome["leaveOneOut"] {
  return order.fromMost.flatMap((without) => {
    const variant = variantOf({ ...order, id: `${order.id}-without-${without}`, fromMost: order.fromMost.filter((symbol) => symbol !== without) }, abnormal);
    return isAbsent(variant) ? [] : [{ without, variant }];
  });
}

function variantOf({ id, label, reason, fromMost }: CapexOrder, abnormal: Abnormal): RelationVariant | Absence {
  // The place from the end: larger for the larger spender, so that ρ has the sign a reader expects.
  const spent = fromMost.map((_, place) => fromMost.length - place);
  const moves = fromMost.map((symbol) => abnormal[symbol] ?? []);
  const benchmarks = moves[0]?.map(({ benchmark }) => benchmark) ?? [];
  const estimates = benchmarks.flatMap((benchmark) => {
    const column = moves.flatMap((entries) => entries.filter((entry) => entry.benchmark === benchmark).map(({ value }) => value));
    const found = column.length === spent.length ? spearmanExact(spent, column) : null;
    return found === null ? [] : [{ benchmark, ...found }];
  });
  if (estimates.length === 0 || estimates.length < benchmarks.length) {
    return absence("too-few-days", `A rank correlation needs two to eight companies with an abnormal return each; ${label} does not have them.`);
  }
  return {
    order: { id, label, reason, fromMost },
    estimates,
    pair: pairOf(estimates.map(({ rho, p }) => ({ value: rho, p }))),
    critical: criticalRho(fromMost.length),
    smallestP: 2 / factorial(fromMost.length),
  };
}

function abnormalOf({ fits }: Fitted): RelationPoint["abnormal"] {
  return Object.entries(fits).flatMap(([benchmark, fit]) => {
    if (isAbsent(fit)) return [];
    const zero = fit.event.offsets.indexOf(0);
    return [{ benchmark, value: abnormalReturn(fit.model, fit.event.own[zero] ?? NaN, fit.event.market[zero] ?? NaN) }];
  });
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
