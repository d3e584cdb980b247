import type { ExpectedPair, PairTest } from "../article/claim-test.ts";
import { fitDifference } from "../study/event-study.ts";
import { corrected, estimatesOn } from "./direction.ts";
import type { BenchmarkEstimate, DirectionEstimate } from "./direction.ts";
import { fitUnit, VERDICT_WINDOWS } from "./evidence.ts";
import type { Fitted, TestContext } from "./evidence.ts";
import { holm } from "../study/holm.ts";
import { pairAgainst } from "./horizon.ts";
import type { AbsentRung, Rung } from "./horizon.ts";
import { growthOf, testRelative } from "./ladder.ts";
import { judgePair, pairOf } from "./pair.ts";
import type { Pair } from "./pair.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Day } from "../market/series.ts";
import { combineParts, judged, judgedAbsent } from "./verdict.ts";
import type { Judged } from "./verdict.ts";

/** The event day's difference with one member of a group left out. Shown, never judged. */
export interface PairWithout {
  without: string;
  estimates: BenchmarkEstimate[];
  pair: Pair;
}

/** One that should come out above another, with what the difference of their returns did. */
export interface PairFinding {
  higher: string;
  lower: string;
  /** In the order of the windows that carry a word; p corrected over the claim's pairs. */
  windows: { from: number; to: number; judged: Judged; estimate: DirectionEstimate | Absence }[];
  /** Empty where neither side is a group. */
  dropOne: PairWithout[];
  /** The one held against the other from the close before, the other in the benchmark's place; empty where the test asks for no horizon. */
  held: (Rung | AbsentRung)[];
}

export interface PairOutcome {
  kind: "pair";
  /** The word of [0,0], and those of every worded window. */
  judged: Judged;
  windows: { from: number; to: number; judged: Judged }[];
  findings: PairFinding[];
}

/**
 * Is one above another? The difference of their returns is one portfolio, tested like any abnormal
 * return; Holm over the claim's pairs, per window. One that could not be tested keeps its place with
 * p = 1.
 *
 * @param speaking the unit of an instrument or a group; a basket, which has stand-ins and no price, is an absence
 * @param sessions of the benchmarks' exchange, ascending
 */
export function judgePairs(test: PairTest, speaking: (symbol: string) => Fitted | Absence, sessions: Day[], context: TestContext): PairOutcome {
  const pairs = test.expected.map(({ higher, lower }) => ({ higher: speaking(higher), lower: speaking(lower) }));
  const columns = VERDICT_WINDOWS.map(({ from, to }) =>
    corrected(
      pairs.map(({ higher, lower }) => differenceOn(higher, lower, from, to)),
      from,
      to,
    ),
  );
  const findings = test.expected.map((expected, i): PairFinding => {
    const { higher, lower } = pairs[i] ?? NOBODY;
    const windows = VERDICT_WINDOWS.map(({ from, to }, w) => {
      const estimate = columns[w]?.[i] ?? absence("not-judged", "This pair was not tested.");
      return { from, to, judged: isAbsent(estimate) ? judgedAbsent(estimate) : judgePair(estimate.pair, estimate.adjusted, "up"), estimate };
    });
    return { ...named(expected), windows, dropOne: dropOne(higher, lower, context), held: heldFor(higher, lower, test.horizons ?? [], sessions, context) };
  });
  const windows = VERDICT_WINDOWS.map(({ from, to }, w) => ({
    from,
    to,
    judged: combineParts(findings.flatMap((finding) => finding.windows[w]?.judged ?? [])),
  }));
  return { kind: "pair", judged: windows[0]?.judged ?? judged("not-testable", "not-judged"), windows, findings };
}

interface Sides {
  own: Fitted;
  other: Fitted;
}

const NOBODY_HELD = absence("not-judged", "No horizon is asked for.");
const NOBODY = { higher: absence("not-judged", "Nobody is named."), lower: absence("not-judged", "Nobody is named.") };

function named({ higher, lower }: ExpectedPair): ExpectedPair {
  return { higher, lower };
}

function differenceOn(higher: Fitted | Absence, lower: Fitted | Absence, from: number, to: number): BenchmarkEstimate[] | Absence {
  if (isAbsent(higher)) return higher;
  if (isAbsent(lower)) return lower;
  const fits = Object.entries(higher.fits).map(([benchmark, own]) => {
    const other = lower.fits[benchmark] ?? absence("no-price", `${lower.unit.id} has no study on ${benchmark}.`);
    return [benchmark, isAbsent(own) ? own : isAbsent(other) ? other : fitDifference(own, other)] as const;
  });
  return estimatesOn({ fits: Object.fromEntries(fits) }, from, to);
}

/** Each member of a group on either side left out in turn; nothing for a group of one, or where a rest has no study. */
function dropOne(higher: Fitted | Absence, lower: Fitted | Absence, context: TestContext): PairWithout[] {
  if (isAbsent(higher) || isAbsent(lower)) return [];
  return [
    ...rests(higher, context).map(({ without, rest }) => ({ without, estimates: differenceOn(rest, lower, 0, 0) })),
    ...rests(lower, context).map(({ without, rest }) => ({ without, estimates: differenceOn(higher, rest, 0, 0) })),
  ].flatMap(({ without, estimates }) =>
    isAbsent(estimates) ? [] : [{ without, estimates, pair: pairOf(estimates.map(({ car, p }) => ({ value: car, p }))) }],
  );
}

function rests({ unit }: Fitted, context: TestContext): { without: string; rest: Fitted }[] {
  if (unit.kind !== "group" || unit.members.length < 2) return [];
  return unit.members.map(({ symbol }) => {
    const members = unit.members.filter((member) => member.symbol !== symbol);
    return { without: symbol, rest: fitUnit({ ...unit, id: `${unit.id} without ${symbol}`, members }, context) };
  });
}

/** Both bought at the close before the event in equal amounts; Holm over the horizons. */
function heldFor(higher: Fitted | Absence, lower: Fitted | Absence, horizons: number[], sessions: Day[], context: TestContext): (Rung | AbsentRung)[] {
  const zero = sessions.indexOf(context.eventDay);
  const sides = horizons.length === 0 ? NOBODY_HELD : sidesOf(higher, lower, context);
  const found = horizons.map((horizon) => {
    const day = zero === -1 ? undefined : sessions[zero + horizon - 1];
    if (day === undefined) return absence("series-ends", `The data end before ${horizon} sessions are over.`);
    const against = isAbsent(sides) ? sides : heldUntil(day, horizon, sides, context);
    return isAbsent(against) ? against : { horizon, day, against, pair: pairAgainst(against) };
  });
  const adjusted = holm(found.map((rung) => (isAbsent(rung) || isAbsent(rung.pair) ? 1 : rung.pair.p)));
  return found.map((rung, i): Rung | AbsentRung => {
    if (isAbsent(rung)) return { horizon: horizons[i] ?? 0, ...rung, judged: judgedAbsent(rung) };
    const p = adjusted[i] ?? 1;
    return { ...rung, adjusted: p, judged: isAbsent(rung.pair) ? judgedAbsent(rung.pair) : judgePair(rung.pair, p, "up") };
  });
}

/** The one with the other in the benchmark's place: its estimation days say how far the two drift apart by chance. */
function sidesOf(higher: Fitted | Absence, lower: Fitted | Absence, context: TestContext): Sides | Absence {
  if (isAbsent(higher)) return higher;
  if (isAbsent(lower)) return lower;
  if (isAbsent(higher.index)) return higher.index;
  if (isAbsent(lower.index)) return lower.index;
  const fits = { [lower.unit.id]: context.fitStudy(higher.index, lower.index, context.eventDay, context.options) };
  return { own: { ...higher, fits }, other: lower };
}

function heldUntil(day: Day, horizon: number, { own, other }: Sides, context: TestContext): Rung["against"] | Absence {
  const growth = growthOf(own.unit.members, "close", day, context);
  if (isAbsent(growth)) return growth;
  const against = growthOf(other.unit.members, "close", day, context);
  if (isAbsent(against)) return against;
  const holding = {
    benchmark: other.unit.id,
    return: growth - 1,
    benchmarkReturn: against - 1,
    excess: growth - against,
    relative: growth / against - 1,
  };
  return [{ ...holding, test: testRelative(own, holding, horizon) }];
}
