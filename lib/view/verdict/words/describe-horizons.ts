import type { HorizonOutcome } from "../../../domain/judgement/horizon.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import type { Judged } from "../../../domain/judgement/verdict.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { formatCount, formatList } from "../../words/format.ts";
import { groupName, capitalised } from "../../words/names.ts";

type Judgement = HorizonOutcome["words"][number];

/**
 * What could be told from chance and at which horizons; the numbers stand in the ladder. "On the first
 * day Power Up America and AI Data Centres fell further against SPY than chance explains; at 5 to 250
 * sessions nothing can be told from chance."
 */
export function describeHorizons(outcome: HorizonOutcome, context: SentenceContext): string {
  const judging = outcome.fromOpen.filter(({ role }) => role === "judged");
  const benchmark = judging[0]?.benchmarks[0] ?? "the market";
  const spoken = outcome.words.filter(({ judged: { word } }) => word !== "not-testable" && word !== "no-price");
  const horizons = [...new Set(spoken.map(({ horizon }) => horizon))];
  if (horizons.length === 0) return "Not judged: no stand-in has an opening price.";
  const told = spoken.filter(({ judged }) => judged.word !== "not-detectable");
  const symbols = [...new Set(spoken.map(({ symbol }) => symbol))];
  if (told.length === 0) {
    const who = formatList(symbols.map((symbol) => groupName(symbol, context.names)));
    return `Bought at the event day’s open, ${who} ${symbols.length === 1 ? "does" : "do"} not part from ${benchmark} by more than chance explains, ${at(horizons, horizons)}${alone(outcome)}.`;
  }
  const clauses = [...new Set(told.map(({ horizon }) => horizon))].map((horizon) => clauseAt(horizon, told, outcome, benchmark, context));
  const silent = horizons.filter((horizon) => told.every((word) => word.horizon !== horizon));
  const rest = silent.length > 0 && told.length === symbols.length * (horizons.length - silent.length) ? `${at(silent, horizons)} nothing` : "nothing else";
  return `${capitalised(clauses.join("; "))}; ${rest} ${rest === "nothing else" ? `${at(horizons, horizons)} ` : ""}can be told from chance.`;
}

function clauseAt(horizon: number, told: Judgement[], outcome: HorizonOutcome, benchmark: string, context: SentenceContext): string {
  const here = told.filter((word) => word.horizon === horizon);
  const named = (keep: (word: Judgement) => boolean) => here.filter(keep).map(({ symbol }) => groupName(symbol, context.names));
  const moved = [
    { names: named((word) => wayOf(word, outcome) === "down"), says: `fell further against ${benchmark} than chance explains` },
    { names: named((word) => wayOf(word, outcome) === "up"), says: `rose further against ${benchmark} than chance explains` },
  ];
  const said = moved.filter(({ names }) => names.length > 0).map(({ names, says }) => `${formatList(names)} ${says}`);
  const split = named(({ judged }) => judged.word === "split");
  const disagreeing = split.length === 0 ? [] : [`the stand-ins for ${formatList(split)} disagree`];
  return `${horizon === 1 ? "on the first day" : `after ${formatCount(horizon, "session")}`} ${[...said, ...disagreeing].join("; ")}`;
}

/** Consistent is the claimed way, opposite the other. */
function wayOf({ symbol, judged }: Judgement, { fromOpen }: HorizonOutcome): "up" | "down" | null {
  const up = fromOpen.find((ladder) => ladder.symbol === symbol)?.claimed === "up";
  if (judged.word === "consistent") return up ? "up" : "down";
  return judged.word === "opposite" ? (up ? "down" : "up") : null;
}

/** "at 5 to 250 sessions" where nothing between is left out, else each of them. */
function at(some: number[], all: number[]): string {
  const [first, last] = [some[0] ?? 0, some.at(-1) ?? 0];
  const between = all.filter((horizon) => horizon >= first && horizon <= last);
  const run = some.length > 2 && between.length === some.length ? `${first} to ${last}` : formatList(some.map(String));
  return `at ${run} ${last === 1 ? "session" : "sessions"}`;
}

/** Of one holding: which horizons would have had a word were they the only one. */
function alone({ fromOpen }: HorizonOutcome): string {
  const judging = fromOpen.filter(({ role }) => role === "judged");
  const [only] = judging;
  if (only === undefined || judging.length > 1) return "";
  const close = only.rungs.flatMap((rung) => (!isAbsent(rung) && corrected(rung.judged) ? [rung.horizon] : []));
  if (close.length === 0) return "";
  const when = formatList(close.map((horizon) => (horizon === 1 ? "the first day" : formatCount(horizon, "session"))));
  return `; ${when} would, were it not one of ${formatCount(only.rungs.length, "horizon")}`;
}

function corrected({ reasons }: Judged): boolean {
  return reasons.includes("multiplicity");
}
