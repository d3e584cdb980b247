import { dropOneRange } from "../../domain/moves/drop-one.ts";
import type { DropOneRange, Dropped } from "../../domain/moves/drop-one.ts";
import type { InstrumentReport, PartReport } from "../../domain/report/report.ts";
import { absence, isAbsent } from "../../domain/market/series.ts";
import type { Absence } from "../../domain/market/series.ts";
import { percentScale } from "../words/percent-scale.ts";
import type { Tick } from "../words/percent-scale.ts";
import { closeMove } from "../words/event-move.ts";
import { formatAxisMove, formatDay, formatMove, formatMoveRange } from "../words/format.ts";
import { capitalised, unitName, namesIn } from "../words/names.ts";
import type { Names } from "../words/names.ts";

/** One stand-in, portfolio or member on the event day. X in percent of the width. */
export interface StandInRow {
  id: string;
  name: string;
  /** The ticker page, where there is one. */
  symbol: string | null;
  /** What it is, in few words: "fund, judged". */
  kind: string;
  /** Shown beside and not judged, or a member of what stands above: a lighter mark. */
  light: boolean;
  at: number | null;
  move: string;
  why: string | null;
  /** Each member left out in turn: the ends of the range, and who is behind each. */
  range: { low: number; high: number; text: string; sentence: string } | null;
}

/** What stands in for a basket, or is in a group, as dots on one scale, with what others reported as a line. */
export interface StandInPlot {
  rows: StandInRow[];
  references: { at: number; label: string }[];
  zero: number;
  ticks: Tick[];
  /** "Friday’s close to Monday’s". */
  stretch: string;
  /** What filled and hollow dots and bars are. */
  key: string;
  description: string;
}

interface Found {
  row: Omit<StandInRow, "at" | "move" | "why" | "range">;
  move: number | Absence;
  range: DropOneRange | null;
}

/** @returns null for an instrument with nothing behind it, and where nothing behind it has a move */
export function standInPlot(report: InstrumentReport, instruments: Record<string, InstrumentReport>): StandInPlot | null {
  const { composition, eventDay } = report;
  if (composition === null || isAbsent(eventDay)) return null;
  const names = namesIn(instruments);
  const found = [
    ...(composition.kind === "group" ? [portfolioOf(report, instruments, names)] : []),
    ...report.parts.map((part) => partOf(part, instruments, names)),
  ];
  const reported = composition.kind === "basket" ? composition.reported.filter(({ day }) => day === eventDay.eventDay) : [];
  const values = found.flatMap(({ move, range }) => [isAbsent(move) ? [] : [move], range === null ? [] : [range.lowest.move, range.highest.move]].flat());
  if (values.length === 0) return null;
  const { at, zero, ticks } = percentScale([...values, ...reported.map(({ move }) => move)], { range: [4, 96], count: 4, label: formatAxisMove, halved: true });
  const rows = found.map(({ row, move, range }): StandInRow => ({
    ...row,
    at: isAbsent(move) ? null : at(move),
    move: isAbsent(move) ? "" : formatMove(move),
    why: isAbsent(move) ? move.why : null,
    range: range === null ? null : { low: at(range.lowest.move), high: at(range.highest.move), ...rangeText(row.name, range, names) },
  }));
  const references = reported.map(({ move, publisher }) => ({ at: at(move), label: `${publisher} reported ${formatMove(move, 1)}` }));
  const said = rows
    .filter((one) => one.why === null)
    .map(({ name, move, range }) => `${name} ${move}${range === null ? "" : `, ${range.text} with any one left out`}`);
  return {
    rows,
    references,
    zero,
    ticks,
    stretch: `${formatDay(eventDay.baseDay, "weekday")}’s close to ${formatDay(eventDay.eventDay, "weekday")}’s`,
    key: keyOf(composition.kind, rows),
    description: `${[...said, ...references.map(({ label }) => label)].join("; ")}.`,
  };
}

function keyOf(kind: "basket" | "group", rows: StandInRow[]): string {
  const [filled, hollow] = kind === "group" ? ["the portfolio", "a member"] : ["judged", "shown beside, not judged"];
  const parts = [`filled is ${filled}`, ...(rows.some(({ light }) => light) ? [`hollow ${hollow}`] : [])];
  const bar = rows.some(({ range }) => range !== null) ? ["the bar is where it lies when any one member is left out"] : [];
  return `${capitalised([...parts, ...bar].join("; "))}.`;
}

function rangeText(name: string, { each, whole, lowest, highest }: DropOneRange, names: Names): { text: string; sentence: string } {
  const end = ({ without, move }: Dropped) => `${formatMove(move, 1)} without ${unitName(without, names)}`;
  return {
    text: formatMoveRange(lowest.move, highest.move, 1),
    sentence: `${name}: ${formatMove(whole, 1)} with all ${each.length}. Leave any one out, the rest in equal parts, and it lies between ${end(lowest)} and ${end(highest)}.`,
  };
}

function portfolioOf(report: InstrumentReport, instruments: Record<string, InstrumentReport>, names: Names): Found {
  const { symbol } = report.instrument;
  const move = closeMove(report.moves);
  const members = report.parts.filter(({ role }) => role === "member").map(({ id }) => id);
  return {
    row: { id: symbol, name: unitName(symbol, names), symbol: null, kind: "equal parts", light: false },
    move: isAbsent(move) ? move : move.move,
    range: isAbsent(move) ? null : rangeOf(members, instruments),
  };
}

const kinds: Record<PartReport["role"], string> = { judged: "judged", shown: "shown, not judged", member: "member", apart: "apart, not in it" };

function partOf({ id, role, symbols, moves }: PartReport, instruments: Record<string, InstrumentReport>, names: Names): Found {
  const own = names[id];
  const move = closeMove(moves);
  const whose = own === undefined ? "our list" : own.kind === "etf" ? "fund" : "";
  return {
    row: { id, name: unitName(id, names), symbol: own?.symbol ?? null, kind: [whose, kinds[role]].filter(Boolean).join(", "), light: role !== "judged" },
    move: isAbsent(move) ? move : move.move,
    range: symbols.length > 1 && !isAbsent(move) ? rangeOf(symbols, instruments) : null,
  };
}

function rangeOf(symbols: string[], instruments: Record<string, InstrumentReport>): DropOneRange | null {
  const range = dropOneRange(
    symbols.map((symbol) => {
      const report = instruments[symbol];
      return { symbol, leg: report === undefined ? absence("no-price", `There are no prices of ${symbol} in the data.`) : closeMove(report.moves) };
    }),
  );
  return isAbsent(range) ? null : range;
}
