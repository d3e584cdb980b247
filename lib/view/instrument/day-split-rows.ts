import { daySplit, portfolioSplit } from "../../domain/moves/day-split.ts";
import type { DayPart, DaySplit, DayStep } from "../../domain/moves/day-split.ts";
import type { InstrumentReport, PartReport } from "../../domain/report/report.ts";
import { isAbsent, absence } from "../../domain/market/series.ts";
import type { Absence } from "../../domain/market/series.ts";
import { percentScale } from "../words/percent-scale.ts";
import type { Tick } from "../words/percent-scale.ts";
import { formatAxisMove, formatDay, formatList, formatMove } from "../words/format.ts";
import { namesIn, unitName } from "../words/names.ts";

/** One part of the day, drawn from where the one before it ended. X in percent of the width. */
export interface DaySplitStep {
  part: DayPart;
  label: string;
  from: number;
  to: number;
  /** "−12.7 %", of this part alone. */
  move: string;
  /** "−12.7 %": the change since the close before, at its end. */
  reached: string;
  /** "of the −17.0 %", where it is a share of the day: the day went on the same way. */
  share: string | null;
}

export interface DaySplitRow {
  id: string;
  name: string;
  /** The ticker page, where there is one. */
  symbol: string | null;
  /** Under its basket or group. */
  under: boolean;
  /** "−17.0 %", or null where there is no split. */
  day: string | null;
  steps: DaySplitStep[];
  why: string | null;
}

export interface DaySplitTable {
  rows: DaySplitRow[];
  zero: number;
  ticks: Tick[];
  /** Where the changes count from: "Friday’s close". */
  since: string;
  notes: string[];
}

interface Named {
  id: string;
  name: string;
  symbol: string | null;
  under: boolean;
  group: boolean;
  split: DaySplit | Absence;
}

/**
 * The event day of these instruments in parts, on one scale. A basket is shown by its stand-ins, a group
 * before its members, each once; what has no move at all has its reason in the table of moves.
 *
 * @param instruments all of the report, for the members behind lists
 * @returns null where nothing has a move
 */
export function daySplitTable(reports: InstrumentReport[], instruments: Record<string, InstrumentReport>): DaySplitTable | null {
  const rows = uniqueRows(reports.flatMap((report) => rowsOf(report, instruments)));
  const splits = rows.flatMap(({ split }) => (isAbsent(split) ? [] : [split]));
  const clock = reports.flatMap(({ eventDay }) => (isAbsent(eventDay) ? [] : [eventDay]))[0];
  if (rows.length === 0 || clock === undefined) return null;
  const reached = splits.flatMap(({ steps }) => steps.map((step) => step.reached));
  const { at, zero, ticks } = percentScale(reached, { range: [3, 97], count: 4, label: formatAxisMove, halved: true });
  const oneBase = splits.every(({ baseDay }) => baseDay === clock.baseDay);
  return {
    rows: rows.map(({ split, group: _, ...row }) => ({
      ...row,
      day: isAbsent(split) ? null : formatMove(split.day, 1),
      why: isAbsent(split) ? split.why : null,
      steps: isAbsent(split)
        ? []
        : split.steps.map((one, i) => ({
            part: one.part,
            label: partLabels(clock.publishedTime)[one.part],
            from: at(split.steps[i - 1]?.reached ?? 0),
            to: at(one.reached),
            move: formatMove(one.move, 1),
            reached: formatMove(one.reached, 1),
            share: isShare(one, split.day) ? `of the ${formatMove(split.day, 1)}` : null,
          })),
    })),
    zero,
    ticks: splits.length === 0 ? [] : ticks,
    since: oneBase ? `${formatDay(clock.baseDay, "weekday")}’s close` : "the close before",
    notes: notesOf(rows),
  };
}

function rowsOf(report: InstrumentReport, instruments: Record<string, InstrumentReport>): Named[] {
  const { symbol, kind } = report.instrument;
  const names = namesIn(instruments);
  const own: Named = { id: symbol, name: unitName(symbol, names), symbol, under: false, group: kind === "group", split: splitOf(report) };
  const parts = report.parts.map((part): Named => ({
    id: part.id,
    name: unitName(part.id, names),
    symbol: names[part.id]?.symbol ?? null,
    under: kind === "group",
    group: part.symbols.length > 1,
    split: partSplit(part, instruments),
  }));
  return [...(isAbsent(report.moves) ? [] : [own]), ...parts];
}

/** A member named beside its group stands under the group alone. */
function uniqueRows(rows: Named[]): Named[] {
  const last = new Map(rows.map((row, i) => [row.id, i]));
  const under = new Set(rows.filter((row) => row.under).map(({ id }) => id));
  return rows.filter((row, i) => (under.has(row.id) ? row.under : true) && last.get(row.id) === i);
}

function partLabels(published: string): Record<DayPart, string> {
  return {
    before: `before the article, to ${published}`,
    "to-open": `${published} to the open`,
    overnight: "overnight, to the open",
    session: "in the session",
  };
}

function isShare({ part, reached }: DayStep, day: number): boolean {
  return part !== "session" && Math.sign(reached) === Math.sign(day) && Math.abs(reached) <= Math.abs(day);
}

function notesOf(rows: Named[]): string[] {
  const splits = rows.flatMap(({ split, name, group }) => (isAbsent(split) ? [] : [{ split, name, group }]));
  const three = splits.filter(({ split }) => split.undivided === null);
  const without = splits.filter(({ split }) => split.undivided?.absent === "no-intraday").map(({ name }) => name);
  const others = splits.flatMap(({ split }) => (split.undivided === null || split.undivided.absent === "no-intraday" ? [] : [split.undivided.why]));
  if (splits.length === 0) return [];
  return [
    `Each part is a simple return and starts where the one before it ended: they compound, ${three.length > 0 ? "(1 + a)(1 + b)(1 + c)" : "(1 + a)(1 + b)"} = 1 + the day. The open is the official one.`,
    ...(three.length > 0 ? ["Before the open only closes of 5-minute bars are used: a single trade outside the session can be far off."] : []),
    ...(without.length > 0
      ? [`No 5-minute prices are held for ${formatList(without)}, so the night is one part; bars of that day can no longer be fetched.`]
      : []),
    ...(splits.some(({ group }) => group)
      ? [
          "A portfolio or list holds its members in equal parts from the close before, through the day; measured from the open or the publication its parts would start equal there, so those moves differ a little.",
        ]
      : []),
    ...new Set(others),
  ];
}

/** The split of an instrument's event day; a group's from its members. */
export function splitOf({ instrument, moves, eventDay, parts }: InstrumentReport): DaySplit | Absence {
  if (instrument.kind !== "group") return daySplit(moves, eventDay);
  return portfolioSplit(parts.filter(({ role }) => role === "member").map((part) => daySplit(part.moves, eventDay)));
}

/** The split of a stand-in or member: a fund's or company's own, a list's from its members. */
function partSplit({ symbols }: PartReport, instruments: Record<string, InstrumentReport>): DaySplit | Absence {
  const [own, ...others] = symbols.map((symbol) => {
    const report = instruments[symbol];
    return report === undefined ? absence("no-price", `There are no prices of ${symbol} in the data.`) : splitOf(report);
  });
  return own !== undefined && others.length === 0 ? own : portfolioSplit([own, ...others].flatMap((one) => one ?? []));
}
