import type { ClaimTest } from "../../../domain/article/claim-test.ts";
import type { RankingOutcome } from "../../../domain/judgement/ranking.ts";
import type { RelationOutcome, RelationVariant } from "../../../domain/judgement/relation.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import type { AmongDays, SpreadChange, VolatilityOutcome } from "../../../domain/judgement/volatility.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { countWord, formatCount, formatList, formatNumber, formatOrdinal, formatP, formatPoints, formatShare, formatSigned } from "../../words/format.ts";
import { capitalised, groupName, unitName } from "../../words/names.ts";

/** Where it stood by each measure, and whether the gaps to the others are more than chance. */
export function describeRanking(outcome: RankingOutcome, context: SentenceContext): string {
  const { symbol, claimed, differences, ranks } = outcome;
  const name = unitName(symbol, context.names);
  const [raw] = ranks;
  if (raw === undefined || differences.length === 0) return `${name} could not be ranked.`;
  const beyond = ranks.filter(({ measure }) => measure !== "raw").map(({ measure, signed }) => `${place(signed, raw.of)} beyond what ${measure} explains`);
  const everywhere = ranks.every(({ signed }) => signed === raw.signed);
  const placed = `${name} came ${place(raw.signed, raw.of)} of ${countWord(raw.of)} on the day${everywhere ? ", by every measure" : ` (${beyond.join(", ")})`}`;
  const clear = differences.filter(({ claimedWay, pair }) => claimedWay && pair.p <= 0.05);
  const largest = Math.max(...differences.map(({ pair }) => pair.p));
  const gaps =
    clear.length === differences.length
      ? `its gap to each of the other ${countWord(differences.length)} is more than chance allows (largest ${formatP(largest)})`
      : clear.length === 0
        ? "no gap to another is more than chance allows in the claimed direction"
        : `only its gap to ${formatList(clear.map(({ other }) => unitName(other, context.names)))} is more than chance allows`;
  return `${placed}; ${gaps}. It was ${claimed === "highest" ? "first" : "last"} on ${formatShare(raw.heldClaimed, 0)} of ordinary days.`;
}

const PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** "first", "fifth", and for the last of them "last". */
function place(rank: number, of: number): string {
  return rank === of && of > 1 ? "last" : (PLACES[rank - 1] ?? formatOrdinal(rank));
}

/** What was found, and what so few companies would take. */
export function describeRelation(outcome: RelationOutcome): string {
  const { primary, claimedSign } = outcome;
  if (isAbsent(primary)) return primary.why;
  const n = formatCount(primary.order.fromMost.length, "company", "companies");
  const takes = primary.critical === null ? null : formatNumber(claimedSign === "negative" ? -primary.critical : primary.critical, 2);
  const needed =
    takes === null
      ? `with ${n} none, however strong, would count`
      : `with ${n} only ${takes} or ${claimedSign === "negative" ? "lower" : "higher"} would count as detectable (5\u202F% level)`;
  return `The rank correlation of announced spending with the day’s move beyond what the market explains is ${found(primary)}, where the claim needs a ${claimedSign} one; ${needed}.`;
}

function found({ estimates }: RelationVariant): string {
  const values = estimates.map(({ rho }) => formatSigned(rho));
  const [only] = new Set(values);
  if (only !== undefined && new Set(values).size === 1)
    return `${only} on ${formatList(estimates.map(({ benchmark }) => benchmark))}${estimates.length > 1 ? " alike" : ""}`;
  return formatList(estimates.map(({ benchmark }, i) => `${values[i] ?? ""} on ${benchmark}`));
}

export function describeVolatility(outcome: VolatilityOutcome, test: ClaimTest | undefined, context: SentenceContext): string {
  const index = test?.kind === "volatility" ? unitName(test.index, context.names) : "The index";
  const group = test?.kind === "volatility" ? groupName(test.group, context.names) : "the group";
  const said = outcome.findings.map(({ part, basis }) => {
    if ("pUp" in basis) return spread(basis, outcome.findings.some((other) => other.part === "dispersion") ? "they" : group);
    return part === "index" ? jump(basis, index) : dispersion(basis, group);
  });
  return said.length === 0 ? "Not judged: no part could be measured." : `${capitalised(said.join("; "))}.`;
}

/** The value is a log change; the reader sees the plain one. */
function jump({ value, n, asHigh }: AmongDays, index: string): string {
  const change = Math.expm1(value);
  return `${index} ${change < 0 ? "fell" : "rose"} ${formatShare(Math.abs(change))}, matched on ${daysOf(asHigh, n)}`;
}

function dispersion({ value, n, asHigh }: AmongDays, group: string): string {
  return `${group} lay ${formatPoints(value)} apart (standard deviation), matched on ${daysOf(asHigh, n)}`;
}

function daysOf(count: number, n: number): string {
  return `${count === 0 ? "none" : formatNumber(count)} of ${n} ordinary days`;
}

function spread({ before, after, nAfter, pUp }: SpreadChange, group: string): string {
  const change = pUp <= 0.05 ? "more than" : "no more than";
  return `over the next ${nAfter} sessions ${group} varied ${change} before (${formatPoints(after)} a day, ${formatNumber(before * 100, 1)} before)`;
}
