import type { RankingTest } from "../article/claim-test.ts";
import { fitDifference } from "../study/difference.ts";
import type { BenchmarkEstimate } from "./direction.ts";
import { studyWindow } from "../study/event-study.ts";
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
  pair: Pair;
  /** Holm over the differences: what `opposite` asks for. */
  adjusted: number;
  /** The common sign is the claimed one. */
  claimedWay: boolean;
}

export interface RankingOutcome {
  kind: "ranking";
  judged: Judged;
  symbol: string;
  claimed: RankingTest["claimed"];
  differences: DifferenceFinding[];
  ranks: HeldRank[];
}

/**
 * Is the instrument at one end of its group? Each difference to another member is tested like an
 * abnormal return. `consistent` asks that all point the claim's way and the *largest* p is at most
 * 5 %: every one must reject, so nothing is to be corrected (intersection-union; Berger 1982).
 * `opposite` asks only that one points the other way, so it is corrected over all of them.
 *
 * @param members all of the group with their fits, the instrument among them
 */
export function judgeRanking(test: RankingTest, members: Fitted[]): RankingOutcome {
  const { symbol, claimed } = test;
  const own = members.find((member) => member.unit.id === symbol);
  const found = own === undefined ? absence("not-judged", `${symbol} is no member of ${test.among}.`) : differencesOf(own, members, claimed);
  if (isAbsent(found) || own === undefined) {
    const why = isAbsent(found) ? judgedAbsent(found) : judged("not-testable", "not-judged");
    return { kind: "ranking", judged: why, symbol, claimed, differences: [], ranks: [] };
  }
  return { kind: "ranking", judged: judgeDifferences(found), symbol, claimed, differences: found, ranks: heldRanks(own, members, claimed) };
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

function differencesOf(own: Fitted, members: Fitted[], claimed: RankingTest["claimed"]): DifferenceFinding[] | Absence {
  const others = members.filter((member) => member !== own);
  const wanted = claimed === "highest" ? 1 : -1;
  const found: Omit<DifferenceFinding, "adjusted">[] = [];
  for (const other of others) {
    const estimates = differenceEstimates(own, other);
    if (isAbsent(estimates)) return estimates;
    const pair = pairOf(estimates.map(({ car, p }) => ({ value: car, p })));
    found.push({ other: other.unit.id, estimates, pair, claimedWay: pair.sign === wanted });
  }
  const adjusted = holm(found.map(({ pair }) => pair.p));
  return found.map((difference, i) => ({ ...difference, adjusted: adjusted[i] ?? 1 }));
}

function differenceEstimates(own: Fitted, other: Fitted): BenchmarkEstimate[] | Absence {
  const estimates: BenchmarkEstimate[] = [];
  for (const [benchmark, fit] of Object.entries(own.fits)) {
    const against = other.fits[benchmark];
    if (isAbsent(fit)) return fit;
    if (against === undefined || isAbsent(against)) return against ?? absence("no-price", `${other.unit.id} has no study on ${benchmark}.`);
    const difference = fitDifference(fit, against);
    if (isAbsent(difference)) return difference;
    const window = studyWindow(difference, 0, 0);
    if (isAbsent(window)) return window;
    estimates.push({ ...window, benchmark });
  }
  return estimates;
}
