import type { PairFinding, PairOutcome } from "../../../domain/judgement/pairwise.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import { isConclusive } from "../../../domain/judgement/verdict.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { formatP, formatPoints } from "../../words/format.ts";
import { capitalised, subjectName } from "../../words/names.ts";

/** "Visa gained 1.3 points on Mastercard beyond what SPY explains, no more than chance allows (p = 0.21 after correction)." One sentence a pair. */
export function describePairs({ findings }: PairOutcome, context: SentenceContext): string {
  return findings.map((finding) => capitalised(said(finding, context))).join(" ");
}

function said({ higher, lower, windows: [day] }: PairFinding, { verdicts, names }: SentenceContext): string {
  const [one, other] = [subjectName(higher, names), subjectName(lower, names)];
  const estimate = day === undefined || isAbsent(day.estimate) ? null : day.estimate;
  const first = estimate?.estimates.find(({ benchmark }) => benchmark === verdicts.benchmarks[0]);
  if (day === undefined || estimate === null || first === undefined) return `${one} could not be set against ${other}.`;
  const came = first.car < 0 ? `lost ${formatPoints(-first.car)} to` : `gained ${formatPoints(first.car)} on`;
  const clear = isConclusive(day.judged) && day.judged.word !== "not-detectable" ? "more than chance allows" : "no more than chance allows";
  const p = estimate.pair.sign === 0 ? "the benchmarks differ on the sign" : `${formatP(estimate.adjusted)} after correction`;
  return `${one} ${came} ${other} beyond what ${first.benchmark} explains, ${clear} (${p}).`;
}
