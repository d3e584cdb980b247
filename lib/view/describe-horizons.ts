import type { HorizonOutcome, Ladder } from "../domain/horizon.ts";
import { isAbsent } from "../domain/series.ts";
import type { Judged } from "../domain/verdict.ts";
import type { Telling } from "./describe-verdict.ts";
import { formatCount, formatList, formatMove, formatMoveRange } from "./format.ts";
import { capitalised } from "./subject-name.ts";
import { unitName } from "./unit-name.ts";
import { wordLabels } from "./verdict-word.ts";

/** The first and the last rung of every exposure, then how the rungs were judged. */
export function describeHorizons(outcome: HorizonOutcome, telling: Telling): string {
  const judging = outcome.fromOpen.filter(({ role }) => role === "judged");
  const symbols = [...new Set(judging.map(({ symbol }) => symbol))];
  const benchmark = judging[0]?.benchmarks[0] ?? "the market";
  const said = symbols.flatMap((symbol) => exposure(symbol, judging.filter((ladder) => ladder.symbol === symbol), telling));
  if (said.length === 0) return "Not judged: no stand-in has an opening price.";
  const several = judging.length > symbols.length ? " (range over the stand-ins)" : "";
  return `Held from the event day's open, relative to ${benchmark}${several}: ${said.join("; ")}; of ${formatCount(outcome.words.length, "word")}, one per ${symbols.length > 1 ? "basket and " : ""}horizon, ${wordCounts(outcome.words.map(({ judged }) => judged))}.`;
}

function exposure(symbol: string, ladders: Ladder[], telling: Telling): string[] {
  const horizons = ladders[0]?.rungs.map(({ horizon }) => horizon) ?? [];
  const ends = [horizons[0], horizons.at(-1)].flatMap((horizon) => {
    const values = horizon === undefined ? [] : relatives(ladders, horizon);
    return values.length === 0 || horizon === undefined ? [] : [`${span(values)} after ${formatCount(horizon, "session")}`];
  });
  return ends.length === 0 ? [] : [`${capitalised(unitName(symbol, telling.names))} ${formatList(ends)}`];
}

function relatives(ladders: Ladder[], horizon: number): number[] {
  return ladders.flatMap(({ rungs }) => {
    const rung = rungs.find((one) => one.horizon === horizon);
    return rung === undefined || isAbsent(rung) ? [] : rung.against.slice(0, 1).map(({ relative }) => relative);
  });
}

function span(values: number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return formatMove(low, 1) === formatMove(high, 1) ? formatMove(low, 1) : formatMoveRange(low, high, 1);
}

function wordCounts(words: Judged[]): string {
  const distinct = [...new Set(words.map(({ word }) => word))];
  return formatList(distinct.map((word) => formatCount(words.filter((one) => one.word === word).length, wordLabels[word], wordLabels[word])));
}
