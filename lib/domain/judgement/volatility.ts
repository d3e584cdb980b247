import { brownForsythe } from "../study/brown-forsythe.ts";
import type { BrownForsythe } from "../study/brown-forsythe.ts";
import type { VolatilityTest } from "../article/claim-test.ts";
import type { Fitted, TestContext } from "./evidence.ts";
import { holm } from "../study/holm.ts";
import { levelOf } from "../market/portfolio.ts";
import { pairReturns, slice } from "../study/returns.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence } from "../market/series.ts";
import { SIGNIFICANCE, standardDeviation } from "../study/stats.ts";
import { combineParts, judged, judgedAbsent } from "./verdict.ts";
import type { Judged } from "./verdict.ts";

/** Sessions after the event whose variance is set against the estimation window's. */
const AFTER = { from: 1, to: 20 };

/** A value of the event day among those of the estimation days, one-sided up. */
export interface AmongDays {
  value: number;
  /** Estimation days, and how many were at least as high. */
  n: number;
  asHigh: number;
  /** (1 + asHigh)/(n + 1) */
  p: number;
}

export type VolatilityPart = "index" | "dispersion" | "variance";

/** The spread of the group's returns before and after, as standard deviations per day, and the test that they differ. */
export interface SpreadChange extends BrownForsythe {
  before: number;
  after: number;
  nBefore: number;
  nAfter: number;
}

export interface VolatilityFinding {
  part: VolatilityPart;
  judged: Judged;
  /** One-sided, up: raw and after Holm over the parts. */
  p: number;
  adjusted: number;
  /** What the p rests on: the day among days, or the change of spread. */
  basis: AmongDays | SpreadChange;
}

export interface VolatilityOutcome {
  kind: "volatility";
  judged: Judged;
  findings: VolatilityFinding[];
  absent: { part: VolatilityPart; absence: Absence }[];
}

/**
 * Did volatility rise? Three parts: the implied index jumped, the group's members moved apart, and
 * the group's returns spread wider in the weeks after. One-sided, so `opposite` is impossible.
 *
 * @param group the group's portfolio, and `members` its parts, with fits whose estimation days are used
 */
export function judgeVolatility(test: VolatilityTest, group: Fitted, members: Fitted[], context: TestContext): VolatilityOutcome {
  const parts: { part: VolatilityPart; basis: AmongDays | SpreadChange | Absence }[] = [
    { part: "index", basis: indexJump(test.index, context) },
    { part: "dispersion", basis: dispersion(members) },
    { part: "variance", basis: varianceAfter(group) },
  ];
  const raw = parts.map(({ basis }) => (isAbsent(basis) ? 1 : upperP(basis)));
  const adjusted = holm(raw);
  const findings = parts.flatMap(({ part, basis }, i): VolatilityFinding[] => {
    const numbers = { p: raw[i] ?? 1, adjusted: adjusted[i] ?? 1 };
    return isAbsent(basis) ? [] : [{ part, judged: wordOf(numbers), ...numbers, basis }];
  });
  const absent = parts.flatMap(({ part, basis }) => (isAbsent(basis) ? [{ part, absence: basis }] : []));
  const words = [...findings.map((finding) => finding.judged), ...absent.map((missing) => judgedAbsent(missing.absence))];
  return { kind: "volatility", judged: combineParts(words), findings, absent };
}

function upperP(basis: AmongDays | SpreadChange): number {
  return "pUp" in basis ? basis.pUp : basis.p;
}

function wordOf({ p, adjusted }: { p: number; adjusted: number }): Judged {
  if (adjusted <= SIGNIFICANCE) return judged("consistent");
  return judged("not-detectable", p <= SIGNIFICANCE ? "multiplicity" : "size");
}

/** The log change of the index on the event day among those of the estimation days: logs, because a level that falls from 40 to 20 has undone a rise from 20 to 40. */
function indexJump(symbol: string, context: TestContext): AmongDays | Absence {
  const series = context.series[symbol];
  const clock = context.series[context.benchmarks[0] ?? ""];
  if (series === undefined || clock === undefined) return absence("no-price", `There are no figures of ${symbol} in the data.`);
  const { estimation, gap, minimum } = context.options;
  const paired = pairReturns(levelOf(series), levelOf(clock), context.eventDay, -(gap + estimation), 0);
  if (isAbsent(paired)) return paired;
  const before = slice(paired, -(gap + estimation), -(gap + 1)).own;
  if (before.length < minimum) return absence("too-few-days", `${symbol} has ${before.length} changes before the event; at least ${minimum} are asked for.`);
  return amongDays(before.map(Math.log1p), Math.log1p(paired.own.at(-1) ?? NaN));
}

/** The standard deviation across the members' returns of one day. */
function dispersion(members: Fitted[]): AmongDays | Absence {
  const columns: Map<number, number>[] = [];
  for (const { fits } of members) {
    const [fit] = Object.values(fits);
    if (fit === undefined || isAbsent(fit)) return fit ?? absence("no-price", "A member has no study.");
    const { estimation, event } = fit;
    const zero = event.offsets.indexOf(0);
    columns.push(new Map([...estimation.offsets.map((offset, i) => [offset, estimation.own[i] ?? NaN] as const), [0, event.own[zero] ?? NaN]]));
  }
  const shared = [...(columns[0]?.keys() ?? [])].filter((offset) => columns.every((column) => column.has(offset)));
  const spreads = new Map(shared.map((offset) => [offset, standardDeviation(columns.map((column) => column.get(offset) ?? NaN))]));
  const observed = spreads.get(0);
  spreads.delete(0);
  if (columns.length < 2 || observed === undefined || spreads.size === 0) {
    return absence("too-few-days", "A spread needs at least two members that traded on the same days.");
  }
  return amongDays([...spreads.values()], observed);
}

/** The group's returns after the event day against those of the estimation days. */
function varianceAfter(group: Fitted): SpreadChange | Absence {
  const [fit] = Object.values(group.fits);
  if (fit === undefined || isAbsent(fit)) return fit ?? absence("no-price", `${group.unit.id} has no study.`);
  const before = fit.estimation.own;
  const after = slice(fit.event, AFTER.from, AFTER.to).own;
  if (after.length < AFTER.to - AFTER.from + 1) return absence("series-ends", `The data end within ${AFTER.to} sessions after the event.`);
  const test = brownForsythe(before, after);
  if (test === null) return absence("no-residual-variance", `The returns of ${group.unit.id} do not vary.`);
  return { ...test, before: standardDeviation(before), after: standardDeviation(after), nBefore: before.length, nAfter: after.length };
}

function amongDays(before: number[], value: number): AmongDays {
  const asHigh = before.filter((other) => other >= value).length;
  return { value, n: before.length, asHigh, p: (1 + asHigh) / (before.length + 1) };
}
