import type { Base, BaseMove, Moves } from "../../domain/moves/moves.ts";
import type { InstrumentReport, Provenance } from "../../domain/report/report.ts";
import { quoteCurrency } from "../words/format.ts";
import { type Absence, type Day, isAbsent } from "../../domain/market/series.ts";

/** One row of a moves table: an instrument, or a proxy or member under it. */
export interface MoveRow {
  id: string;
  name: string;
  /** The ticker page, where there is one. */
  symbol: string | null;
  /** Under its basket or group. */
  under: boolean;
  note: string | null;
  move: BaseMove | Absence;
  provenance: Provenance | null;
  currency: string | null;
  /** What stands where a price cannot: only adjusted closes exist, or a portfolio has no price at all. */
  priceless: "adjusted" | "portfolio";
  /** The base day of its exchange, for asking a live source for the same days. */
  baseDay: Day | null;
}

/**
 * A basket's row says it has no quote and its proxies follow; a group's members follow its portfolio,
 * and one that is asked for beside its group is not listed twice.
 */
export function moveRows(reports: InstrumentReport[], base: Base, instruments: Record<string, InstrumentReport>): MoveRow[] {
  const grouped = new Set(reports.flatMap((report) => (report.instrument.kind === "group" ? report.parts.map((part) => part.id) : [])));
  return reports
    .filter((report) => !grouped.has(report.instrument.symbol))
    .flatMap((report) => [
      {
        id: report.instrument.symbol,
        name: report.instrument.name,
        symbol: report.instrument.symbol,
        under: false,
        note: null,
        move: onBase(report.moves, base),
        provenance: report.provenance,
        currency: quoteCurrency(report.instrument),
        priceless: pricelessOf(report),
        baseDay: baseDayOf(report),
      },
      ...report.parts.map((part) => {
        const own = part.symbols.length === 1 ? instruments[part.symbols[0] ?? ""] : undefined;
        return {
          id: `${report.instrument.symbol}/${part.id}`,
          name: part.name,
          symbol: own?.instrument.symbol ?? null,
          under: true,
          note: part.note ?? null,
          move: onBase(part.moves, base),
          provenance: own?.provenance ?? null,
          currency: own === undefined ? null : quoteCurrency(own.instrument),
          priceless: own === undefined ? ("portfolio" as const) : pricelessOf(own),
          baseDay: own === undefined ? null : baseDayOf(own),
        };
      }),
    ]);
}

function pricelessOf(report: InstrumentReport): MoveRow["priceless"] {
  return report.instrument.kind === "group" ? "portfolio" : "adjusted";
}

function baseDayOf(report: InstrumentReport): Day | null {
  return isAbsent(report.eventDay) ? null : report.eventDay.baseDay;
}

function onBase(moves: Moves | Absence, base: Base): BaseMove | Absence {
  return isAbsent(moves) ? moves : moves[base];
}
