import type { Evidence } from "../domain/evidence.ts";
import type { ArticleVerdicts, ClaimVerdict } from "../domain/judge.ts";
import type { TestOutcome } from "../domain/outcome.ts";
import { isAbsent } from "../domain/series.ts";
import type { Strip } from "../domain/strip.ts";
import { rankingForest, unitForest } from "./forest-plot.ts";
import type { ForestPlot } from "./forest-plot.ts";
import { horizonLadders } from "./horizon-ladder.ts";
import type { HorizonLadders } from "./horizon-ladder.ts";
import { scatter } from "./scatter.ts";
import type { Scatter } from "./scatter.ts";
import { stripPlot } from "./strip-plot.ts";
import type { StripPlot } from "./strip-plot.ts";
import type { Names } from "./unit-name.ts";

/** Everything drawn for one test. */
export interface TestPictures {
  /** Shown at once: one unit's event day among its ordinary days. */
  strip: StripPlot | null;
  /** The same on the other benchmark, and of the other units. */
  moreStrips: StripPlot[];
  forest: { plot: ForestPlot; title: string; note: string } | null;
  scatter: Scatter | null;
  ladders: HorizonLadders | null;
}

const INTERVALS = "Beyond what each benchmark explains, with 95\u202F% intervals, unadjusted.";
const NONE: TestPictures = { strip: null, moreStrips: [], forest: null, scatter: null, ladders: null };

/** @param strips by unit, one per benchmark */
export function testPictures(outcome: TestOutcome, verdict: ClaimVerdict, verdicts: ArticleVerdicts, strips: Record<string, Strip[]>, names: Names): TestPictures {
  const around = verdict.units.flatMap((id) => verdicts.evidence[id] ?? []);
  switch (outcome.kind) {
    case "direction": {
      const units = [...new Set(outcome.findings.map(({ unit }) => unit))];
      const [first, ...others] = leadFirst(units, names).flatMap((unit) => strips[unit] ?? []);
      return {
        ...NONE,
        strip: first === undefined ? null : stripPlot(first, names),
        moreStrips: others.map((strip) => stripPlot(strip, names)),
        forest: forestOf(around.filter(({ unit }) => units.includes(unit.id) || isMember(unit.id, around, units)), "On the event day", INTERVALS, names),
      };
    }
    case "ranking": {
      const plot = rankingForest(outcome, names);
      return { ...NONE, forest: plot === null ? null : { plot, title: `${names[outcome.symbol]?.shortName ?? outcome.symbol} less each of the others`, note: INTERVALS } };
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

function forestOf(evidence: Evidence[], title: string, note: string, names: Names): TestPictures["forest"] {
  const plot = unitForest(evidence, names);
  return plot === null ? null : { plot, title, note };
}

/** A company the claim names is told of before the stand-ins of a basket. */
function leadFirst(units: string[], names: Names): string[] {
  const named = units.filter((unit) => names[unit]?.kind === "equity");
  return [...named, ...units.filter((unit) => !named.includes(unit))];
}

/** A member of a group under test stands beside it. */
function isMember(id: string, around: Evidence[], units: string[]): boolean {
  return around.some(({ unit }) => unit.kind === "group" && units.includes(unit.id) && unit.members.some(({ symbol }) => symbol === id));
}

function hasStudy({ studies }: Evidence): boolean {
  return Object.values(studies).some((study) => !isAbsent(study));
}
