import type { Member } from "../../domain/market/instruments.ts";
import type { InstrumentReport } from "../../domain/report/report.ts";
import { isAbsent } from "../../domain/market/series.ts";
import { closeMove } from "../words/event-move.ts";
import { formatMove } from "../words/format.ts";

/** A member with its reason and its event-day move, where it has one. */
export interface MemberRow {
  symbol: string;
  reason: string;
  move: string | null;
}

export function memberRows(members: Member[], instruments: Record<string, InstrumentReport>): MemberRow[] {
  return members.map(({ symbol, reason }) => {
    const report = instruments[symbol];
    const close = report === undefined ? null : closeMove(report.moves);
    return { symbol, reason, move: close === null || isAbsent(close) ? null : formatMove(close.move, 1) };
  });
}
