import type { DirectionOutcome } from "../../../domain/judgement/direction.ts";
import type { Evidence } from "../../../domain/judgement/evidence.ts";
import type { ArticleVerdicts } from "../../../domain/judgement/judge.ts";
import type { ClaimVerdict, TestOutcome } from "../../../domain/judgement/outcome.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import { judged } from "../../../domain/judgement/verdict.ts";
import type { Judged } from "../../../domain/judgement/verdict.ts";
import type { Strip } from "../../../domain/judgement/strip.ts";
import { pairForest, rankingForest, unitForest } from "./forest-plot.ts";
import type { ForestPlot } from "./forest-plot.ts";
import { horizonLadders } from "./horizon-ladder.ts";
import type { HorizonLadders } from "./horizon-ladder.ts";
import { scatter } from "./scatter.ts";
import type { Scatter } from "./scatter.ts";
import { stripPlot } from "./strip-plot.ts";
import type { StripPlot } from "./strip-plot.ts";
import type { Names } from "../../words/names.ts";

/** Everything drawn for one test. */
export interface TestPictures {
  /**
   * Shown at once: a unit's event day among its ordinary days. Where units came out differently, one of
   * each, so that a reader sees the failure beside the success.
   */
  strips: StripPlot[];
  /** The same on the other benchmark, and of the other units. */
  moreStrips: StripPlot[];
  forest: { plot: ForestPlot; title: string; note: string } | null;
  scatter: Scatter | null;
  ladders: HorizonLadders | null;
}

const INTERVALS = "Points beyond what each benchmark explains, with 95\u202F% intervals, unadjusted.";
const NONE: TestPictures = { strips: [], moreStrips: [], forest: null, scatter: null, ladders: null };

/** @param strips by unit, one per benchmark */
export function testPictures(
  outcome: TestOutcome,
  verdict: ClaimVerdict,
  verdicts: ArticleVerdicts,
  strips: Record<string, Strip[]>,
  names: Names,
): TestPictures {
  const around = verdict.units.flatMap((id) => verdicts.evidence[id] ?? []);
  switch (outcome.kind) {
    case "direction": {
      const words = judgedUnits(outcome);
      const leading = leaders(outcome, verdicts.benchmarks[0] ?? "", names);
      const all = Object.keys(words).flatMap((unit) => strips[unit] ?? []);
      const first = leading.flatMap((unit) => strips[unit]?.slice(0, 1) ?? []);
      const beside = around.filter(({ unit }) => unit.id in words || isMember(unit.id, around, Object.keys(words)));
      return {
        ...NONE,
        strips: first.map((strip) => stripPlot(strip, names)),
        moreStrips: all.filter((strip) => !first.includes(strip)).map((strip) => stripPlot(strip, names)),
        forest: forestOf(beside, "On the event day", INTERVALS, names, words),
      };
    }
    case "ranking": {
      const plot = rankingForest(outcome, names);
      return {
        ...NONE,
        forest: plot === null ? null : { plot, title: `${names[outcome.symbol]?.shortName ?? outcome.symbol} minus each of the others`, note: INTERVALS },
      };
    }
    case "pair": {
      const plot = pairForest(outcome, names);
      return { ...NONE, forest: plot === null ? null : { plot, title: "One minus the other", note: INTERVALS } };
    }
    case "relation":
      return { ...NONE, scatter: scatter(outcome, names) };
    case "horizon":
      return { ...NONE, ladders: horizonLadders(outcome, names) };
    case "none":
      return { ...NONE, forest: forestOf(around.filter(hasStudy), "What its instruments did: shown, not judged", INTERVALS, names) };
    case "volatility":
    case "figure":
      return NONE;
  }
}

function forestOf(evidence: Evidence[], title: string, note: string, names: Names, words: Record<string, Judged> = {}): TestPictures["forest"] {
  const plot = unitForest(evidence, names, words);
  return plot === null ? null : { plot, title, note };
}

/** The word of every unit under test over the window that gives the chip. */
function judgedUnits({ findings }: DirectionOutcome): Record<string, Judged> {
  return Object.fromEntries(findings.map(({ unit, windows }) => [unit, windows[0]?.judged ?? judged("not-testable", "not-judged")]));
}

/** Of each word the unit that went farthest beside its noise, a company the claim names before a stand-in. */
function leaders({ findings }: DirectionOutcome, benchmark: string, names: Names): string[] {
  const far = findings.map(({ unit, windows: [window] }) => {
    const estimate = window === undefined || isAbsent(window.estimate) ? undefined : window.estimate.estimates.find((one) => one.benchmark === benchmark);
    return { unit, word: window?.judged.word, named: names[unit]?.kind === "equity", t: Math.abs(estimate?.t ?? 0) };
  });
  const sorted = far.toSorted((a, b) => Number(b.named) - Number(a.named) || b.t - a.t);
  return sorted.filter(({ word }, i) => sorted.findIndex((other) => other.word === word) === i).map(({ unit }) => unit);
}

/** A member of a group under test stands beside it. */
function isMember(id: string, around: Evidence[], units: string[]): boolean {
  return around.some(({ unit }) => unit.kind === "group" && units.includes(unit.id) && unit.members.some(({ symbol }) => symbol === id));
}

function hasStudy({ studies }: Evidence): boolean {
  return Object.values(studies).some((study) => !isAbsent(study));
}
