import type { ClaimTest } from "../domain/claim-test.ts";
import type { RankingOutcome } from "../domain/ranking.ts";
import type { RelationOutcome } from "../domain/relation.ts";
import { isAbsent } from "../domain/series.ts";
import type { AmongDays, SpreadChange, VolatilityOutcome } from "../domain/volatility.ts";
import type { Telling } from "./describe-verdict.ts";
import { formatCount, formatList, formatNumber, formatOrdinal, formatP, formatShare, formatSigned } from "./format.ts";
import { capitalised } from "./subject-name.ts";
import { unitName } from "./unit-name.ts";

/** Where it stood by each measure, and whether the gaps to the others are more than chance. */
export function describeRanking(outcome: RankingOutcome, telling: Telling): string {
  const { symbol, claimed, differences, ranks } = outcome;
  const name = unitName(symbol, telling.names);
  const [raw] = ranks;
  if (raw === undefined || differences.length === 0) return `${name} could not be ranked.`;
  const end = claimed === "highest" ? "best" : "worst";
  const abnormal = ranks.filter(({ measure }) => measure !== "raw").map(({ measure, signed }) => `${formatOrdinal(signed)} against ${measure}`);
  const placed = `${name} moved ${placeName(raw.signed, raw.of)} of ${raw.of} on the day, ${formatList(abnormal)}`;
  const clear = differences.filter(({ claimedWay, pair }) => claimedWay && pair.p <= 0.05);
  const largest = Math.max(...differences.map(({ pair }) => pair.p));
  const gaps =
    clear.length === differences.length
      ? `its gap to each of the other ${differences.length} is more than chance allows (largest ${formatP(largest)})`
      : clear.length === 0
        ? "no gap to another is more than chance allows in the claimed direction"
        : `only its gap to ${formatList(clear.map(({ other }) => unitName(other, telling.names)))} is more than chance allows`;
  return `${placed}; ${gaps}; it was the ${end} of them on ${formatShare(raw.heldClaimed, 0)} of the estimation days.`;
}

function placeName(place: number, of: number): string {
  return place === 1 ? "best" : place === of ? "worst" : `${formatOrdinal(place)} best`;
}

export function describeRelation(outcome: RelationOutcome): string {
  const { primary, claimedSign } = outcome;
  if (isAbsent(primary)) return primary.why;
  const n = primary.order.fromMost.length;
  const found = primary.estimates.map(({ benchmark, rho }) => `${formatSigned(rho)} against ${benchmark}`);
  const needed = primary.critical === null ? "so few can show nothing at the 5 % level" : `so few must reach ${formatNumber(primary.critical, 2)} before chance is ruled out`;
  return `Among ${formatCount(n, "company", "companies")} the rank correlation of announced spending with the day's move beyond the market is ${formatList(found)}, where the claim needs a ${claimedSign} one; ${needed}.`;
}

export function describeVolatility(outcome: VolatilityOutcome, test: ClaimTest | undefined, telling: Telling): string {
  const index = test?.kind === "volatility" ? unitName(test.index, telling.names) : "The index";
  const group = test?.kind === "volatility" ? unitName(test.group, telling.names) : "group";
  const said = outcome.findings.map(({ part, basis }) => {
    if ("pUp" in basis) return spread(basis, group);
    return part === "index" ? jump(basis, index) : apart(basis, group);
  });
  return said.length === 0 ? "Not judged: no part could be measured." : `${capitalised(said.join("; "))}.`;
}

/** The value is a log change; the reader sees the plain one. */
function jump({ value, n, asHigh }: AmongDays, index: string): string {
  const change = Math.expm1(value);
  return `${index} ${change < 0 ? "fell" : "rose"} ${formatShare(Math.abs(change))} on the day, a rise matched on ${daysOf(asHigh, n)}`;
}

function apart({ value, n, asHigh }: AmongDays, group: string): string {
  return `the ${group} lay ${formatShare(value)} apart (standard deviation), as far as on ${daysOf(asHigh, n)}`;
}

function daysOf(count: number, n: number): string {
  return `${count === 0 ? "none" : formatNumber(count)} of ${n} earlier days`;
}

function spread({ before, after, nAfter, pUp }: SpreadChange, group: string): string {
  const change = pUp <= 0.05 ? "more than" : "no more than";
  return `over the next ${nAfter} sessions the ${group} varied ${change} before (${formatShare(after)} a day, earlier ${formatShare(before)})`;
}
