import type { RankingTest } from "../article/claim-test.ts";
import { fitDifference, fitSum, studyWindow } from "../study/event-study.ts";
import type { BenchmarkEstimate } from "./direction.ts";
import type { Fitted } from "./evidence.ts";
import { heldRanks } from "./held-rank.ts";
import type { HeldRank } from "./held-rank.ts";
import { holm } from "../study/holm.ts";
import { pairOf } from "./pair.ts";
import type { Pair } from "./pair.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence } from "../market/series.ts";
import { SIGNIFICANCE } from "../study/stats.ts";
import { judged, judgedAbsent } from "./verdict.ts";
import type { Cause, Judged } from "./verdict.ts";

/** The instrument's return less another member's, through the market model on every benchmark, [0,0]. */
export interface DifferenceFinding {
  other: string;
  estimates: BenchmarkEstimate[];
  /** By size only: the two returns added up, which has to be told from zero as well. */
  sums?: BenchmarkEstimate[];
  pair: Pair;
  /** Holm over the differences: what `opposite` asks for. */
  adjusted: number;
  /** The common sign is the claimed one: by sign that of the difference, by size that of "larger than the other". */
  claimedWay: boolean;
}

export interface RankingOutcome {
  kind: "ranking";
  judged: Judged;
  symbol: string;
  among: RankingTest["among"];
  claimed: RankingTest["claimed"];
  by: "sign" | "size";
  differences: DifferenceFinding[];
  ranks: HeldRank[];
}

/**
 * Is the instrument at one end of its set? Each difference to another member is tested like an
 * abnormal return. `consistent` asks that all point the claim's way and the *largest* p is at most
 * 5 %: every one must reject, so nothing is to be corrected (intersection-union; Berger 1982).
 * `opposite` asks only that one points the other way, so it is corrected over all of them.
 *
 * By size, |a| > |b| exactly where a − b and a + b share a sign: (a − b)(a + b) = a² − b². That both
 * differ from zero is again an intersection-union test, so the larger of their two p-values counts.
 *
 * @param members all of the set with their fits, the instrument among them
 */
export function judgeRanking(test: RankingTest, members: Fitted[]): RankingOutcome {
  const { symbol, among, claimed, by = "sign" } = test;
  const told = { kind: "ranking" as const, symbol, among, claimed, by };
  const own = members.find((member) => member.unit.id === symbol);
  const found = own === undefined ? absence("not-judged", `${symbol} is no member of ${[among].flat().join(", ")}.`) : differencesOf(own, members, claimed, by);
  if (isAbsent(found) || own === undefined) {
    const why = isAbsent(found) ? judgedAbsent(found) : judged("not-testable", "not-judged");
    return { ...told, judged: why, differences: [], ranks: [] };
  }
  return { ...told, judged: judgeDifferences(found), differences: found, ranks: heldRanks(own, members, { claimed, by }) };
}

/** The word of the differences alone: see `judgeRanking`. */
export function judgeDifferences(differences: DifferenceFinding[]): Judged {
  if (differences.length === 0) return judged("not-testable", "too-few-days");
  if (differences.every(({ claimedWay, pair }) => claimedWay && pair.p <= SIGNIFICANCE)) return judged("consistent");
  const against = differences.filter(({ claimedWay, pair }) => !claimedWay && pair.sign !== 0);
  if (against.some(({ adjusted }) => adjusted <= SIGNIFICANCE)) return judged("opposite");
  return judged("not-detectable", causeOf(differences, against));
}

/** Of the differences that stand in the way: do the benchmarks disagree, did the correction cost a word, or are they small? */
function causeOf(differences: DifferenceFinding[], against: DifferenceFinding[]): Cause {
  if (against.some(({ pair }) => pair.p <= SIGNIFICANCE)) return "multiplicity";
  const small = differences.some(({ pair }) => pair.sign !== 0 && pair.raw.every((p) => p > SIGNIFICANCE));
  return small ? "size" : "benchmark";
}

function differencesOf(own: Fitted, members: Fitted[], claimed: RankingTest["claimed"], by: "sign" | "size"): DifferenceFinding[] | Absence {
  const others = members.filter((member) => member !== own);
  const wanted = claimed === "highest" ? 1 : -1;
  const found: Omit<DifferenceFinding, "adjusted">[] = [];
  for (const other of others) {
    const estimates = combinedEstimates(own, other, fitDifference);
    if (isAbsent(estimates)) return estimates;
    const sums = by === "size" ? combinedEstimates(own, other, fitSum) : undefined;
    if (isAbsent(sums)) return sums;
    const pair = pairOf(sums === undefined ? estimates.map(({ car, p }) => ({ value: car, p })) : larger(estimates, sums));
    found.push({ other: other.unit.id, estimates, ...(sums && { sums }), pair, claimedWay: pair.sign === wanted });
  }
  const adjusted = holm(found.map(({ pair }) => pair.p));
  return found.map((difference, i) => ({ ...difference, adjusted: adjusted[i] ?? 1 }));
}

/** Per benchmark: 1 where the instrument's abnormal return is larger in size than the other's, −1 where it is smaller, with the p of both. */
function larger(differences: BenchmarkEstimate[], sums: BenchmarkEstimate[]): { value: number; p: number }[] {
  return differences.map(({ car, p }, i) => ({ value: Math.sign(car) * Math.sign(sums[i]?.car ?? 0), p: Math.max(p, sums[i]?.p ?? 1) }));
}

function combinedEstimates(own: Fitted, other: Fitted, combine: typeof fitDifference): BenchmarkEstimate[] | Absence {
  const estimates: BenchmarkEstimate[] = [];
  for (const [benchmark, fit] of Object.entries(own.fits)) {
    const against = other.fits[benchmark];
    if (isAbsent(fit)) return fit;
    if (against === undefined || isAbsent(against)) return against ?? absence("no-price", `${other.unit.id} has no study on ${benchmark}.`);
    const combined = combine(fit, against);
    if (isAbsent(combined)) return combined;
    const window = studyWindow(combined, 0, 0);
    if (isAbsent(window)) return window;
    estimates.push({ ...window, benchmark });
  }
  return estimates;
}
