import type { DirectionOutcome } from "../../../domain/judgement/direction.ts";
import type { Direction } from "../../../domain/article/claim-test.ts";
import type { WindowStudy } from "../../../domain/study/event-study.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import type { Day } from "../../../domain/market/series.ts";
import { combineProxies } from "../../../domain/judgement/verdict.ts";
import type { Word } from "../../../domain/judgement/verdict.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { countWord, barePoints, formatDay, formatList, formatPoints, formatShare, formatSignedPoints } from "../../words/format.ts";
import { capitalised, groupName, subjectName } from "../../words/names.ts";
import type { Names } from "../../words/names.ts";

/** One unit's event day on one benchmark, with the days it is set among. */
interface DayOf {
  id: string;
  window: WindowStudy;
  from: Day;
  to: Day;
}

/**
 * "Nvidia fell 17.0 %, 13.4 points below what its usual relation to SPY predicts; none of the 250
 * estimation days, 11 January 2024 to 8 January 2025, was as low." Where no word was reached the
 * second benchmark is named too. Of several, which came out how and then the numbers.
 */
export function describeDirection(outcome: DirectionOutcome, context: SentenceContext): string {
  const [first = "", ...others] = context.verdicts.benchmarks;
  const units = [...new Set(outcome.findings.map(({ unit }) => unit))];
  const days = units.flatMap((unit) => dayOn(unit, first, context) ?? []);
  const [only] = days;
  if (only === undefined) return "Not judged: no study could be made.";
  if (days.length > 1) return describeSeveral(outcome, days, first, context);
  const second = outcome.judged.word === "not-detectable" ? others.flatMap((benchmark) => beside(only.id, benchmark, context)) : [];
  const predicted = [`${gap(only)} what its usual relation to ${first} predicts`, ...second];
  return `${capitalised(moved(only, context))}, ${formatList(predicted)}; ${count(only)}.`;
}

/** "Semiconductors and AI Data Centres fell beyond what the market explains; the Magnificent Seven did not detectably." */
function describeSeveral({ findings }: DirectionOutcome, days: DayOf[], benchmark: string, context: SentenceContext): string {
  const parts = [...new Set(findings.map(({ symbol }) => symbol))].map((symbol) => {
    const own = findings.filter((finding) => finding.symbol === symbol);
    const { word } = combineProxies(own.flatMap(({ windows }) => windows[0]?.judged ?? []));
    return { name: groupName(symbol, context.names), result: resultOf(word, own[0]?.claimed ?? "down") };
  });
  const moved = parts.some(({ result }) => result === "fell" || result === "rose");
  const said = RESULTS.flatMap((result) => {
    const names = parts.filter((part) => part.result === result).map(({ name }) => name);
    return names.length === 0 ? [] : [`${formatList(names)} ${resultText(result, moved)}`];
  });
  const numbers = days.map((day, i) => `${subjectName(day.id, context.names)} ${i === 0 ? formatSignedPoints(day.window.car) : barePoints(day.window.car, 1)}`);
  return `${capitalised(said.join("; "))}. Beyond what ${benchmark} explains: ${formatList(numbers)}${countOfAll(days)}.`;
}

/** How one part of several came out, in the order they are told. */
const RESULTS = ["fell", "rose", "undetected", "split", "untested"] as const;
type Result = (typeof RESULTS)[number];

function resultOf(word: Word, claimed: Direction): Result {
  if (word === "consistent" || word === "opposite") return (claimed === "up") === (word === "consistent") ? "rose" : "fell";
  if (word === "split") return "split";
  return word === "not-detectable" ? "undetected" : "untested";
}

/** @param moved another part moved, so that the sentence has said already what beyond */
function resultText(result: Result, moved: boolean): string {
  switch (result) {
    case "fell":
    case "rose":
      return `${result} beyond what the market explains`;
    case "undetected":
      return moved ? "did not detectably" : "did not detectably move beyond what the market explains";
    case "split":
      return "came out split";
    case "untested":
      return "could not be tested";
  }
}

/** The event day's moves of a few instruments as one sentence, or null where none has one. */
export function describeMoves(symbols: string[], context: SentenceContext): string | null {
  const [benchmark = ""] = context.verdicts.benchmarks;
  const moves = symbols.flatMap((symbol) => {
    const day = dayOn(symbol, benchmark, context);
    return day === null ? [] : [moved(day, context)];
  });
  return moves.length === 0 ? null : `On ${formatDay(context.verdicts.eventDay)} ${formatList(moves)}.`;
}

function beside(unit: string, benchmark: string, context: SentenceContext): string[] {
  const day = dayOn(unit, benchmark, context);
  return day === null ? [] : [`${gap(day)} what that to ${benchmark} predicts`];
}

function dayOn(id: string, benchmark: string, { verdicts }: SentenceContext): DayOf | null {
  const study = verdicts.evidence[id]?.studies[benchmark];
  if (study === undefined || isAbsent(study)) return null;
  const window = study.windows[0];
  return window === undefined || isAbsent(window) ? null : { id, window, from: study.estimation.from, to: study.estimation.to };
}

function moved({ id, window }: DayOf, context: SentenceContext): string {
  return `${subjectName(id, context.names)} ${moveWords(window.return)}`;
}

/** "fell 17.0 %", "rose 3.2 %", and for what rounds to nothing "did not move". */
export function moveWords(fraction: number, digits = 1): string {
  const size = formatShare(Math.abs(fraction), digits);
  if (size === formatShare(0, digits)) return "did not move";
  return `${fraction < 0 ? "fell" : "rose"} ${size}`;
}

function gap({ window }: DayOf): string {
  const size = formatPoints(Math.abs(window.car));
  return size === formatPoints(0) ? "0.0 points from" : `${size} ${window.car < 0 ? "below" : "above"}`;
}

function count({ window, from, to }: DayOf): string {
  const { n, asLow, asHigh } = window.rank;
  const [many, word] = window.car < 0 ? [asLow, "low"] : [asHigh, "high"];
  const days = `of the ${n} estimation days, ${formatDay(from)} to ${formatDay(to)},`;
  return many === 0 ? `none ${days} was as ${word}` : `${countWord(many)} ${days} ${many === 1 ? "was" : "were"} as ${word}`;
}

/** Said only where it holds for every unit. */
function countOfAll(days: DayOf[]): string {
  const extreme = days.every(({ window }) => (window.car < 0 ? window.rank.asLow : window.rank.asHigh) === 0);
  return extreme ? "; no ordinary day of any of them went as far" : "";
}

/** Where the rank among the ordinary days and Student's t do not agree about 5 %, a sentence each. */
export function describeRankDisagreements(outcome: DirectionOutcome, names: Names): string[] {
  return outcome.findings.flatMap(({ unit, windows }) =>
    windows.flatMap(({ to, estimate }) => {
      if (isAbsent(estimate) || estimate.rankDisagrees.length === 0) return [];
      const when = to === 0 ? "On the event day" : "With the next session added";
      const which = estimate.estimates
        .filter(({ benchmark }) => estimate.rankDisagrees.includes(benchmark))
        .map(({ benchmark, p }) => `${p <= 0.05 ? "t but not the rank" : "the rank but not t"} against ${benchmark}`);
      return [`${capitalised(when)}, ${formatList(which)} passes 5 % for ${subjectName(unit, names)}.`];
    }),
  );
}
