import type { Direction, DirectionTest } from "../article/claim-test.ts";
import { VERDICT_WINDOWS } from "./evidence.ts";
import type { Fitted } from "./evidence.ts";
import { studyWindow } from "../study/event-study.ts";
import type { WindowStudy } from "../study/event-study.ts";
import { holm } from "../study/holm.ts";
import { judgePair, pairOf } from "./pair.ts";
import type { Pair } from "./pair.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence } from "../market/series.ts";
import { SIGNIFICANCE } from "../study/stats.ts";
import { combineParts, combineProxies, judged, judgedAbsent } from "./verdict.ts";
import type { Judged } from "./verdict.ts";

export type BenchmarkEstimate = WindowStudy & { benchmark: string };

/** One unit over one window, on every benchmark, with the family's correction. */
export interface DirectionEstimate {
  from: number;
  to: number;
  /** By benchmark; intervals unadjusted. */
  estimates: BenchmarkEstimate[];
  pair: Pair;
  /** The pair's p after Holm over the family. */
  adjusted: number;
  /** Benchmarks on which the rank and Student's t fall on different sides of 5 %. */
  rankDisagrees: string[];
}

interface FamilyMember {
  unit: string;
  windows: (DirectionEstimate | Absence)[];
}

/** Every unit whose direction the article's claims are held to, each once, corrected together per window. */
export type DirectionFamily = FamilyMember[];

export interface DirectionFinding {
  symbol: string;
  unit: string;
  claimed: Direction;
  /** In the order of the windows that carry a word. */
  windows: { from: number; to: number; judged: Judged; estimate: DirectionEstimate | Absence }[];
}

export interface DirectionOutcome {
  kind: "direction";
  /** The word of [0,0], and those of every worded window. */
  judged: Judged;
  windows: { from: number; to: number; judged: Judged }[];
  /** How many tests were corrected together. */
  family: number;
  findings: DirectionFinding[];
}

/**
 * Tests the abnormal return of each unit against zero and corrects over all of them, per window.
 * Two claims held to the same unit ask the same question, so it counts once; a unit that could not be
 * tested keeps its place with p = 1, because the family was fixed before the data were looked at.
 */
export function directionFamily(units: Fitted[]): DirectionFamily {
  const distinct = [...new Map(units.map((fitted) => [fitted.unit.id, fitted])).values()];
  const windows = VERDICT_WINDOWS.map(({ from, to }) =>
    corrected(
      distinct.map((fitted) => estimatesOn(fitted, from, to)),
      from,
      to,
    ),
  );
  return distinct.map(({ unit }, i) => ({ unit: unit.id, windows: windows.flatMap((column) => column[i] ?? []) }));
}

/**
 * A claim's direction test: each exposure's word is that of its judged stand-ins, the claim's that of
 * its exposures.
 *
 * @param speaking the judged units of an exposure
 */
export function judgeDirection(test: DirectionTest, speaking: (symbol: string) => string[], family: DirectionFamily): DirectionOutcome {
  const findings = test.expected.flatMap(({ symbol, direction }) =>
    speaking(symbol).map((unit): DirectionFinding => {
      const windows = family.find((member) => member.unit === unit)?.windows ?? [];
      return {
        symbol,
        unit,
        claimed: direction,
        windows: VERDICT_WINDOWS.map(({ from, to }, i) => {
          const estimate = windows[i] ?? absence("not-judged", `${unit} is in no family of tests.`);
          return { from, to, judged: wordOf(estimate, direction), estimate };
        }),
      };
    }),
  );
  const windows = VERDICT_WINDOWS.map(({ from, to }, i) => {
    const words = test.expected.map(({ symbol }) =>
      combineProxies(findings.filter((finding) => finding.symbol === symbol).flatMap((finding) => finding.windows[i]?.judged ?? [])),
    );
    return { from, to, judged: combineParts(words) };
  });
  return { kind: "direction", judged: windows[0]?.judged ?? judged("not-testable", "not-judged"), windows, family: family.length, findings };
}

function wordOf(estimate: DirectionEstimate | Absence, claimed: Direction): Judged {
  return isAbsent(estimate) ? judgedAbsent(estimate) : judgePair(estimate.pair, estimate.adjusted, claimed);
}

/** The window on every benchmark, or the first reason why one of them has none: a pair needs both. */
export function estimatesOn({ fits }: Pick<Fitted, "fits">, from: number, to: number): BenchmarkEstimate[] | Absence {
  const found: BenchmarkEstimate[] = [];
  for (const [benchmark, fit] of Object.entries(fits)) {
    if (isAbsent(fit)) return fit;
    const window = studyWindow(fit, from, to);
    if (isAbsent(window)) return window;
    found.push({ ...window, benchmark });
  }
  return found;
}

/** Pairs each one's benchmarks and corrects over the family. */
export function corrected(family: (BenchmarkEstimate[] | Absence)[], from: number, to: number): (DirectionEstimate | Absence)[] {
  const paired = family.map((found) => (isAbsent(found) ? found : { estimates: found, pair: pairOf(found.map(({ car, p }) => ({ value: car, p }))) }));
  const adjusted = holm(paired.map((found) => (isAbsent(found) ? 1 : found.pair.p)));
  return paired.map((found, i) =>
    isAbsent(found) ? found : { from, to, ...found, adjusted: adjusted[i] ?? 1, rankDisagrees: disagreements(found.estimates) },
  );
}

/** Benchmarks on which the rank and Student's t fall on different sides of 5 %. */
export function disagreements(found: BenchmarkEstimate[]): string[] {
  return found.filter(({ p, rank }) => p <= SIGNIFICANCE !== rank.p <= SIGNIFICANCE).map(({ benchmark }) => benchmark);
}
