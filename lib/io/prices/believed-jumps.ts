import type { InstrumentKind } from "../../domain/market/instruments.ts";
import type { Day, PriceSeries } from "../../domain/market/series.ts";
import { reasonFor } from "../data/known-days.ts";
import type { KnownDays } from "../data/known-days.ts";
import { jumpBound } from "../data/series-checks.ts";

/**
 * What becomes of a day's return beyond the bound of `series-checks`:
 *
 * - taken, with a note, where the answer itself bears it out;
 * - held back with all that comes after it, until there are more sessions to judge it by;
 * - left as it is, for the checks to refuse, where no market moves like that.
 */
export interface JumpsJudged {
  notes: { day: Day; note: string }[];
  /** Rows from here on wait; the length of the series where none does. */
  until: number;
}

type Rows = Pick<PriceSeries, "symbol" | "days" | "adjclose" | "volume" | "actions">;

/** Beyond these it is digits that slipped, not a market. */
const widest = { down: -0.9, up: 3 };
/** So many sessions on, Yahoo has mended what it mends: a level that still stands is one. */
const settledAfter = 5;
/** A split that nobody told of is told within two weeks. */
const splitSettledAfter = 10;
/** A move is borne out by trade of three times the median of the month before; one of the size of a split by eight times. */
const busy = 3;
const busyForSplit = 8;

export function judgeJumps(rows: Rows, kind: InstrumentKind, known: KnownDays): JumpsJudged {
  const notes: JumpsJudged["notes"] = [];
  for (const [at, day] of rows.days.entries()) {
    const [before, now] = [rows.adjclose[at - 1], rows.adjclose[at]];
    if (before === undefined || now === undefined) continue;
    const change = now / before - 1;
    if (Math.abs(change) <= jumpBound || reasonFor(known.jumps, rows.symbol, day) !== null) continue;
    if (change < widest.down || change > widest.up || isToldSplit(rows, at, change)) continue;
    const because = borneOut(rows, kind, at, Math.log(now / before));
    const moved = `It moved by ${change > 0 ? "+" : "−"}${Math.abs(change * 100).toFixed(1)} % in one session`;
    if (because === null) {
      notes.push({ day, note: `${moved}, which nothing bears out yet: held back until more sessions do.` });
      return { notes, until: at };
    }
    notes.push({ day, note: `${moved}; taken, for ${because} and no split is told.` });
  }
  return { notes, until: rows.days.length };
}

/** A price of a session still running that is a jump from the last close: it waits for the close. One no market makes is left to the checks. */
export function isLateJump(price: number, last: number): boolean {
  const change = price / last - 1;
  return Math.abs(change) > jumpBound && change >= widest.down && change <= widest.up;
}

/** Why a jump is believed, or null: not yet. */
function borneOut({ days, adjclose, volume }: Rows, kind: InstrumentKind, at: number, move: number): string | null {
  const later = days.length - 1 - at;
  const splitLike = kind !== "index" && isSplitLike(move);
  if (later >= (splitLike ? splitSettledAfter : settledAfter)) return `it stood after ${later} sessions`;
  const turnover = kind === "index" ? null : timesMedian(volume, at);
  if (turnover !== null && turnover >= (splitLike ? busyForSplit : busy)) return `${turnover.toFixed(0)} times the usual number of shares were dealt`;
  const [start, next] = [adjclose[at - 1], adjclose[at + 1]];
  const kept = start === undefined || next === undefined ? 0 : Math.log(next / start) / move;
  return !splitLike && kept >= 0.25 ? "the next session held to it" : null;
}

/** 2:1, 3:1, … and the reverse, to 4 %: a split that was neither told nor done looks like that. */
function isSplitLike(move: number): boolean {
  const ratio = Math.exp(Math.abs(move));
  const nearest = Math.round(ratio);
  return nearest >= 2 && Math.abs(ratio / nearest - 1) < 0.04;
}

/** A split told within two weeks of the day, whichever way it was or was not done. */
function isToldSplit({ days, actions = [] }: Rows, at: number, change: number): boolean {
  const [first, last] = [days[Math.max(0, at - splitSettledAfter)] ?? "", days[at + splitSettledAfter] ?? "9999"];
  const move = Math.abs(Math.log(1 + change));
  return actions.some(
    (action) => action.kind === "split" && first <= action.day && action.day <= last && Math.abs(Math.abs(Math.log(action.ratio)) - move) < move / 4,
  );
}

function timesMedian(volume: PriceSeries["volume"], at: number): number | null {
  const usual = volume
    .slice(Math.max(0, at - 20), at)
    .filter((count) => count !== null && count > 0)
    .toSorted((a, b) => (a ?? 0) - (b ?? 0));
  const [middle, now] = [usual[Math.floor(usual.length / 2)] ?? null, volume[at] ?? null];
  return usual.length < 5 || middle === null || now === null ? null : now / middle;
}
