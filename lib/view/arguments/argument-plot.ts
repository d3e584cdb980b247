import type { Claim } from "../../domain/article/article.ts";
import type { ImpactReport } from "../../domain/report/report.ts";
import { type ArgumentMove, type ArgumentMoves, argumentMoves } from "./argument-moves.ts";
import { percentScale } from "../words/percent-scale.ts";
import type { PercentScale, Tick } from "../words/percent-scale.ts";
import { formatAxisMove, formatMove } from "../words/format.ts";

/** One move on the common scale. X in percent of the width. */
interface ArgumentRow {
  id: string;
  label: string;
  said: string | null;
  /** "−16.97 %" */
  value: string;
  at: number;
  /** A group's members, faint on the same line. */
  members: number[];
}

/** The moves of one claim, on the scale of all the claims it stands beside. */
export interface ArgumentPlot {
  claim: string;
  /** Where the claims meet first, in the same order in every column. */
  rows: ArgumentRow[];
  zero: number;
  ticks: Tick[];
  /** "Behind Magnificent Seven: Apple +3.18 %, …", one sentence per group. */
  behind: string[];
  missing: string[];
  description: string;
}

/**
 * One plot per claim, in the order given, all on one scale: a length in one column means what it means in
 * the next, whatever each column's own numbers are.
 *
 * @param page all claims that stand on the page with them: the scale is theirs too
 */
export function argumentPlots(report: ImpactReport, claims: Claim[], page: Claim[] = claims): ArgumentPlot[] {
  const columns = claims.map((claim) => ({ claim, ...argumentMoves(report, claim) }));
  const { at, zero, ticks } = scaleOf(page.flatMap((claim) => argumentMoves(report, claim).moves));
  const shared = meetingPoints(columns);
  return columns.map(({ claim, moves, missing }) => ({
    claim: claim.id,
    rows: moves
      .toSorted((a, b) => columnRank(a, shared) - columnRank(b, shared))
      .map(({ id, label, said, move, members }) => ({
        id,
        label,
        said,
        value: formatMove(move),
        at: at(move),
        members: members.map((member) => at(member.move)),
      })),
    zero,
    ticks,
    behind: moves.filter(({ members }) => members.length > 0).map(({ label, members }) => `Behind ${label}: ${members.map(named).join(", ")}.`),
    missing,
    description: describe(claim, moves),
  }));
}

/** No price anywhere: a scale all the same, with nothing on it. */
function scaleOf(moves: ArgumentMove[]): PercentScale {
  const all = moves.flatMap(({ move, members }) => [move, ...members.map((member) => member.move)]);
  return percentScale(all, { range: [3, 97], count: 4, label: formatAxisMove });
}

/** Symbols that stand in more than one column. */
function meetingPoints(columns: ArgumentMoves[]): string[] {
  const symbols = columns.map(({ moves }) => [...new Set(moves.map(({ symbol }) => symbol))]);
  const all = [...new Set(symbols.flat())];
  return all.filter((symbol) => symbols.filter((column) => column.includes(symbol)).length > 1);
}

/** A stable sort keeps the claim's own order among the rest. */
function columnRank({ symbol }: ArgumentMove, shared: string[]): number {
  const at = shared.indexOf(symbol);
  return at === -1 ? shared.length : at;
}

function describe(claim: Claim, moves: ArgumentMove[]): string {
  if (moves.length === 0) return `“${claim.label}” has no move to draw.`;
  const told = moves.map((move) => `${named(move)}${move.said === null ? "" : `, ${move.said}`}`);
  return `Event-day moves beside “${claim.label}”: ${told.join("; ")}.`;
}

function named({ label, move }: { label: string; move: number }): string {
  return `${label} ${formatMove(move)}`;
}
