import type { Claim, Exposure } from "../../domain/article/article.ts";
import type { Direction } from "../../domain/article/claim-test.ts";
import type { ImpactReport, InstrumentReport } from "../../domain/report/report.ts";
import { isAbsent } from "../../domain/market/series.ts";
import { saidText } from "../words/labels.ts";
import { closeMove } from "../words/event-move.ts";
import { formatDay } from "../words/format.ts";
import { marketEventDay } from "../../domain/report/market-event-day.ts";
import { namesIn, unitName } from "../words/names.ts";

/** One event-day move of a claim, from the base close. Fractions. */
export interface ArgumentMove {
  id: string;
  /** The instrument the claim names or touches; a stand-in carries its basket's. */
  symbol: string;
  label: string;
  move: number;
  /** "said down", "read as up"; null where the claim gives no direction. */
  said: string | null;
  direction: Direction | null;
  /** The other members' moves behind a group's portfolio, from the highest. */
  members: { label: string; move: number }[];
}

export interface ArgumentMoves {
  moves: ArgumentMove[];
  /** What has no move, by reason: "DeepSeek is a private company: no exchange quotes it." */
  missing: string[];
}

/** What the instruments of a claim did: a basket by its judged stand-ins, a group by its portfolio with its members behind it. */
export function argumentMoves(report: ImpactReport, claim: Claim): ArgumentMoves {
  const found = claim.exposures.map((exposure) => ofExposure(report, claim, exposure));
  return { moves: found.flatMap((one) => one.moves), missing: [...new Set(found.flatMap((one) => one.missing))] };
}

function ofExposure(report: ImpactReport, claim: Claim, exposure: Exposure): ArgumentMoves {
  const { symbol, direction } = exposure;
  const row = report.instruments[symbol];
  if (row === undefined) return { moves: [], missing: [] };
  const said = direction === null ? null : saidText(exposure);
  const parts = row.instrument.kind === "basket" ? row.parts.filter(({ role }) => role === "judged") : null;
  const own = parts ?? [{ id: symbol, moves: row.moves }];
  return {
    moves: own.flatMap(({ id, moves }) => {
      const move = closeMove(moves);
      if (isAbsent(move)) return [];
      const label = `${labelOf(id, row, report)}${anotherDay(move.eventDay, report)}`;
      return [{ id: `${symbol}/${id}`, symbol, label, move: move.move, said, direction, members: membersBehind(row, claim, report) }];
    }),
    missing: own.flatMap(({ moves }) => {
      const move = closeMove(moves);
      return isAbsent(move) ? [move.why] : [];
    }),
  };
}

/** "Nvidia"; a stand-in with what it stands for: "DTCR for AI Data Centres", "List for AI Data Centres". */
function labelOf(id: string, row: InstrumentReport, report: ImpactReport): string {
  const names = namesIn(report.instruments);
  if (row.instrument.kind !== "basket") return unitName(id, names);
  return `${names[id] === undefined ? "List" : unitName(id, names)} for ${row.instrument.shortName}`;
}

/** An exchange that had closed counts to a later day than the page does, and its move says so. */
function anotherDay(day: string, report: ImpactReport): string {
  const market = marketEventDay(report);
  return isAbsent(market) || market.eventDay === day ? "" : `, to ${formatDay(day, "short")}`;
}

/** Those the claim does not expose itself: they would stand there twice. */
function membersBehind(row: InstrumentReport, claim: Claim, report: ImpactReport): ArgumentMove["members"] {
  if (row.instrument.kind !== "group") return [];
  const exposed = new Set(claim.exposures.map(({ symbol }) => symbol));
  return row.parts
    .filter(({ id, role }) => role === "member" && !exposed.has(id))
    .flatMap(({ id, moves }) => {
      const move = closeMove(moves);
      return isAbsent(move) ? [] : [{ label: unitName(id, namesIn(report.instruments)), move: move.move }];
    })
    .toSorted((a, b) => b.move - a.move);
}
