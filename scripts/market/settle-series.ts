import type { LevelKind } from "../../lib/domain/market/instruments.ts";
import type { MarketCorrections, MarketKind, MarketSeries } from "../../lib/io/data/market-schema.ts";
import { sixDigits } from "../../lib/io/data/six-digits.ts";
import type { SourceLevels, SourceSeries } from "./source-figures.ts";

/** What is kept of a symbol: its line of the index and its rows. */
export interface SettledSeries {
  facts: MarketSeries;
  days: string[];
  open: (number | null)[];
  close: (number | null)[];
  adjclose: number[];
  volume: (number | null)[];
}

/**
 * One symbol as it is kept. Adjusted closes come from the wide figures, levels and volume from the second
 * taking; what the corrections say is done and goes into the note. Throws where no row is left.
 */
export function settleSeries(source: SourceSeries, levels: SourceLevels | undefined, corrections: MarketCorrections): SettledSeries {
  const notes: string[] = [];
  let rows = source.days.map((day, at) => ({ day, adjclose: source.adjclose[at] ?? NaN }));

  const { unfinished } = corrections;
  const suspect = source.sources.includes(unfinished.source) && !source.sources.includes(unfinished.confirmedBy);
  const at = rows.findIndex(({ day }) => day === unfinished.day);
  if (suspect && at > 0) {
    const second = levels === undefined ? null : returnOn(levels, unfinished.day);
    const [before, now] = [rows[at - 1]?.adjclose ?? NaN, rows[at]?.adjclose ?? NaN];
    if (second === null) {
      rows = rows.slice(0, at);
      notes.push(`Ends before ${written(unfinished.day)}: its source took the row of that day during the session.`);
    } else {
      const factor = ((1 + second) * before) / now;
      rows = rows.map((row, i) => (i < at ? row : { ...row, adjclose: sixDigits(row.adjclose * factor) }));
      notes.push(`The return of ${written(unfinished.day)} is that of a second taking: the first took its row during the session.`);
    }
  }
  for (const { from = "", until = "9999", reason } of corrections.cuts.filter(({ symbol }) => symbol === source.symbol)) {
    rows = rows.filter(({ day }) => from <= day && day <= until);
    notes.push(reason);
  }
  for (const { day, what } of corrections.spinOffs.filter(({ symbol }) => symbol === source.symbol)) {
    const i = rows.findIndex((row) => row.day === day);
    if (i < 1) throw new Error(`corrections.json: ${source.symbol} has no return on ${day}, the day of a spin-off`);
    const move = (rows[i]?.adjclose ?? NaN) / (rows[i - 1]?.adjclose ?? NaN) - 1;
    notes.push(
      `Traded without ${what}, which it spun off, from ${written(day)} on. The return of that day (${percent(move)}) is as the source has it: how far it allows for what shareholders received is not known.`,
    );
  }
  const [first, last] = [rows[0]?.day, rows.at(-1)?.day];
  if (first === undefined || last === undefined) throw new Error(`${source.symbol}: no row is left`);

  const split = corrections.splits.find(({ symbol }) => symbol === source.symbol);
  const cut = corrections.levelCuts.find(({ symbol }) => symbol === source.symbol);
  if (cut !== undefined) notes.push(cut.reason);
  const index = new Map(levels?.days.flatMap((day, i) => (day <= (cut?.until ?? day) ? [[day, i] as const] : [])));
  const level = (column: "open" | "close" | "volume") => rows.map(({ day }) => levels?.[column][index.get(day) ?? -1] ?? null);
  const close = level("close");
  const levelsUntil = rows.findLast((_, i) => close[i] !== null)?.day ?? null;
  const kind: LevelKind = levelsUntil === null ? "adjusted-only" : split === undefined ? "market" : "split-adjusted";
  if (levelsUntil !== null && split !== undefined) notes.push(`Levels are divided by a later split: ${split.reason}`);
  return {
    facts: {
      symbol: source.symbol,
      kind: corrections.kinds.find(({ symbol }) => symbol === source.symbol)?.kind ?? kindOf(source),
      first,
      last,
      levels: kind,
      levelsUntil,
      sources: source.sources,
      note: [...corrections.kinds.filter(({ symbol }) => symbol === source.symbol).map(({ reason }) => reason), ...notes].join(" ") || null,
    },
    days: rows.map(({ day }) => day),
    open: level("open"),
    close,
    adjclose: rows.map(({ adjclose }) => adjclose),
    volume: level("volume"),
  };
}

/** The return of a day in a second taking that goes on after it: one that ends there is the same taking. */
function returnOn(levels: SourceLevels, day: string): number | null {
  const at = levels.days.indexOf(day);
  if (at < 1 || at === levels.days.length - 1) return null;
  return (levels.adjclose[at] ?? NaN) / (levels.adjclose[at - 1] ?? NaN) - 1;
}

function kindOf({ symbol, kind }: SourceSeries): MarketKind {
  if (kind === "stock") return "share";
  if (kind === "etf") return "fund";
  if (kind === "index") return "index";
  throw new Error(`${symbol}: kind "${kind}" is none of stock, etf, index`);
}

const months = "January February March April May June July August September October November December".split(" ");
const written = (day: string): string => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
const percent = (fraction: number): string => `${fraction < 0 ? "−" : "+"}${Math.abs(fraction * 100).toFixed(1)} %`;
