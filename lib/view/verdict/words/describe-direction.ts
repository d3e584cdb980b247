import type { DirectionOutcome } from "../../../domain/judgement/direction.ts";
import type { Direction } from "../../../domain/article/claim-test.ts";
import type { WindowStudy } from "../../../domain/study/event-study.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import type { Day } from "../../../domain/market/series.ts";
import { combineProxies } from "../../../domain/judgement/verdict.ts";
import type { Word } from "../../../domain/judgement/verdict.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { formatCount, formatDay, formatList, formatPoints, formatShare, formatSignedPoints } from "../../words/format.ts";
import { capitalised, groupName, subjectName } from "../../words/subject-name.ts";

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
export function describeDirection(outcome: DirectionOutcome, telling: SentenceContext): string {
  const [first = "", ...others] = telling.verdicts.benchmarks;
  const units = [...new Set(outcome.findings.map(({ unit }) => unit))];
  const days = units.flatMap((unit) => dayOn(unit, first, telling) ?? []);
  const [only] = days;
  if (only === undefined) return "Not judged: no study could be made.";
  if (days.length > 1) return describeSeveral(outcome, days, first, telling);
  const second = outcome.judged.word === "not-detectable" ? others.flatMap((benchmark) => beside(only.id, benchmark, telling)) : [];
  const predicted = [`${gap(only)} what its usual relation to ${first} predicts`, ...second];
  return `${capitalised(moved(only, telling))}, ${formatList(predicted)}; ${count(only)}.`;
}

/** "Semiconductors and AI Data Centres fell beyond what the market explains; the Magnificent Seven did not detectably." */
function describeSeveral({ findings }: DirectionOutcome, days: DayOf[], benchmark: string, telling: SentenceContext): string {
  const parts = [...new Set(findings.map(({ symbol }) => symbol))].map((symbol) => {
    const own = findings.filter((finding) => finding.symbol === symbol);
    const { word } = combineProxies(own.flatMap(({ windows }) => windows[0]?.judged ?? []));
    return { name: groupName(symbol, telling.names), came: cameOut(word, own[0]?.claimed ?? "down") };
  });
  const said = (["fell beyond what the market explains", "rose beyond what the market explains", "did not detectably", "came out split", "could not be tested"] as const).flatMap((came) => {
    const names = parts.filter((part) => part.came === came).map(({ name }) => name);
    return names.length === 0 ? [] : [`${formatList(names)} ${came}`];
  });
  const told = parts.some(({ came }) => came.includes("beyond"));
  const sentence = capitalised(said.join("; ").replace("did not detectably", told ? "did not detectably" : "did not detectably move beyond what the market explains"));
  const numbers = days.map((day, i) => `${subjectName(day.id, telling.names)} ${i === 0 ? formatSignedPoints(day.window.car) : formatSignedPoints(day.window.car).replace(" points", "")}`);
  return `${sentence}. Beyond what ${benchmark} explains: ${formatList(numbers)}${countOfAll(days)}.`;
}

function cameOut(word: Word, claimed: Direction) {
  if (word === "consistent" || word === "opposite") {
    return (claimed === "up") === (word === "consistent") ? "rose beyond what the market explains" : "fell beyond what the market explains";
  }
  if (word === "split") return "came out split";
  return word === "not-detectable" ? "did not detectably" : "could not be tested";
}

/** The event day's moves of a few instruments as one sentence, or null where none has one. */
export function describeMoves(symbols: string[], telling: SentenceContext): string | null {
  const [benchmark = ""] = telling.verdicts.benchmarks;
  const moves = symbols.flatMap((symbol) => {
    const day = dayOn(symbol, benchmark, telling);
    return day === null ? [] : [moved(day, telling)];
  });
  return moves.length === 0 ? null : `On ${formatDay(telling.verdicts.eventDay)} ${formatList(moves)}.`;
}

function beside(unit: string, benchmark: string, telling: SentenceContext): string[] {
  const day = dayOn(unit, benchmark, telling);
  return day === null ? [] : [`${gap(day)} what that to ${benchmark} predicts`];
}

function dayOn(id: string, benchmark: string, { verdicts }: SentenceContext): DayOf | null {
  const study = verdicts.evidence[id]?.studies[benchmark];
  if (study === undefined || isAbsent(study)) return null;
  const window = study.windows[0];
  return window === undefined || isAbsent(window) ? null : { id, window, from: study.estimation.from, to: study.estimation.to };
}

function moved({ id, window }: DayOf, telling: SentenceContext): string {
  return `${subjectName(id, telling.names)} ${moveWords(window.return)}`;
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
  return many === 0 ? `none ${days} was as ${word}` : `${formatCount(many, "", "").trim()} ${days} ${many === 1 ? "was" : "were"} as ${word}`;
}

/** Said only where it holds for every unit. */
function countOfAll(days: DayOf[]): string {
  const extreme = days.every(({ window }) => (window.car < 0 ? window.rank.asLow : window.rank.asHigh) === 0);
  return extreme ? "; no ordinary day of any of them went as far" : "";
}
