import type { Direction, HorizonTest } from "../article/claim-test.ts";
import type { Fitted, TestContext } from "./evidence.ts";
import { holm } from "../study/holm.ts";
import { holdingOf, lastCommonDay, testRelative } from "./ladder.ts";
import type { Holding, LadderBase, RelativeTest } from "./ladder.ts";
import { judgePair, pairOf } from "./pair.ts";
import type { Pair } from "./pair.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Day } from "../market/series.ts";
import { combineParts, combineProxies, judgedAbsent } from "./verdict.ts";
import type { Judged } from "./verdict.ts";

/** One rung: the holding after h sessions, against each benchmark of the ladder. */
export interface Rung {
  horizon: number;
  /** Its close ends the horizon: the session of offset h − 1. */
  day: Day;
  against: (Holding & { test: RelativeTest | Absence })[];
  /** Over the ladder's benchmarks; absent where one of them gives no test. */
  pair: Pair | Absence;
  /** The pair's p after Holm over the horizons of this unit. */
  adjusted: number;
  judged: Judged;
}

export interface AbsentRung extends Absence {
  horizon: number;
  judged: Judged;
}

/** One unit's holdings from one base. */
export interface Ladder {
  symbol: string;
  unit: string;
  role: "judged" | "shown";
  claimed: Direction;
  base: LadderBase;
  /** SPY alone for the ladder from the open: RSP has no opening price here. */
  benchmarks: string[];
  rungs: (Rung | AbsentRung)[];
  /** To the last day all have a price: shown, never judged. */
  latest: { day: Day; against: Holding[] } | Absence;
}

export interface HorizonOutcome {
  kind: "horizon";
  judged: Judged;
  /** Per exposure and horizon, the word of its judged stand-ins on the chip's ladder. */
  words: { symbol: string; horizon: number; judged: Judged }[];
  /** The chip's ladder: from the event day's open, against the first benchmark. */
  fromOpen: Ladder[];
  /** The second: from the close before, against every benchmark. */
  fromClose: Ladder[];
}

/**
 * Did following the advice pay, at every horizon? Stand-ins of a basket are compared at one horizon of
 * one ladder; then the horizons, then the exposures are put together.
 *
 * @param speaking the units of an exposure, judged and shown
 * @param sessions of the benchmarks' exchange, ascending
 */
export function judgeHorizon(test: HorizonTest, speaking: (symbol: string) => Fitted[], sessions: Day[], context: TestContext): HorizonOutcome {
  const ladders = (base: LadderBase, benchmarks: string[]) =>
    test.expected.flatMap(({ symbol, direction }) =>
      speaking(symbol).map((fitted) => ladderOf(fitted, symbol, direction, base, benchmarks, test.horizons, sessions, context)),
    );
  const fromOpen = ladders("open", context.benchmarks.slice(0, 1));
  const words = test.expected.flatMap(({ symbol }) => {
    const judging = fromOpen.filter((ladder) => ladder.symbol === symbol && ladder.role === "judged");
    return test.horizons.map((horizon, i) => ({ symbol, horizon, judged: combineProxies(judging.flatMap((ladder) => ladder.rungs[i]?.judged ?? [])) }));
  });
  const perExposure = test.expected.map(({ symbol }) => combineParts(words.filter((word) => word.symbol === symbol).map((word) => word.judged)));
  return { kind: "horizon", judged: combineParts(perExposure), words, fromOpen, fromClose: ladders("close", context.benchmarks) };
}

function ladderOf(
  fitted: Fitted,
  symbol: string,
  claimed: Direction,
  base: LadderBase,
  benchmarks: string[],
  horizons: number[],
  sessions: Day[],
  context: TestContext,
): Ladder {
  const { id, role, members } = fitted.unit;
  const zero = sessions.indexOf(context.eventDay);
  const found = horizons.map((horizon) => {
    const day = zero === -1 ? undefined : sessions[zero + horizon - 1];
    if (day === undefined) return absence("series-ends", `The data end before ${horizon} sessions are over.`);
    const against = heldAgainst(fitted, benchmarks, base, day, horizon, context);
    return isAbsent(against) ? against : { horizon, day, against, pair: pairAgainst(against) };
  });
  const adjusted = holm(found.map((rung) => (isAbsent(rung) || isAbsent(rung.pair) ? 1 : rung.pair.p)));
  const rungs = found.map((rung, i): Rung | AbsentRung => {
    if (isAbsent(rung)) return { horizon: horizons[i] ?? 0, ...rung, judged: judgedAbsent(rung) };
    const p = adjusted[i] ?? 1;
    return { ...rung, adjusted: p, judged: isAbsent(rung.pair) ? judgedAbsent(rung.pair) : judgePair(rung.pair, p, claimed) };
  });
  return { symbol, unit: id, role, claimed, base, benchmarks, rungs, latest: latestOf(members, benchmarks, base, context) };
}

function heldAgainst(fitted: Fitted, benchmarks: string[], base: LadderBase, day: Day, horizon: number, context: TestContext): Rung["against"] | Absence {
  if (isAbsent(fitted.index)) return fitted.index;
  const against: Rung["against"] = [];
  for (const benchmark of benchmarks) {
    const holding = holdingOf(fitted.unit.members, benchmark, base, day, context);
    if (isAbsent(holding)) return holding;
    against.push({ ...holding, test: testRelative(fitted, holding, horizon) });
  }
  return against;
}

export function pairAgainst(against: Rung["against"]): Pair | Absence {
  const tests: { value: number; p: number }[] = [];
  for (const { test } of against) {
    if (isAbsent(test)) return test;
    tests.push({ value: test.z, p: test.p });
  }
  return pairOf(tests);
}

function latestOf(members: { symbol: string }[], benchmarks: string[], base: LadderBase, context: TestContext): Ladder["latest"] {
  const day = lastCommonDay(members, benchmarks, context);
  if (day === null || day < context.eventDay) return absence("series-ends", "The prices end before the event.");
  const against: Holding[] = [];
  for (const benchmark of benchmarks) {
    const holding = holdingOf(members, benchmark, base, day, context);
    if (isAbsent(holding)) return holding;
    against.push(holding);
  }
  return { day, against };
}
