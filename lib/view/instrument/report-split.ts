import { daySplit, portfolioSplit } from "../../domain/moves/day-split.ts";
import type { DaySplit } from "../../domain/moves/day-split.ts";
import type { InstrumentReport, PartReport } from "../../domain/report/report.ts";
import { absence } from "../../domain/market/series.ts";
import type { Absence } from "../../domain/market/series.ts";

/** The split of an instrument's event day; a group's from its members. */
export function splitOf({ instrument, moves, eventDay, parts }: InstrumentReport): DaySplit | Absence {
  if (instrument.kind !== "group") return daySplit(moves, eventDay);
  return portfolioSplit(parts.filter(({ role }) => role === "member").map((part) => daySplit(part.moves, eventDay)));
}

/** The split of a stand-in or member: a fund's or company's own, a list's from its members. */
export function partSplit({ symbols }: PartReport, instruments: Record<string, InstrumentReport>): DaySplit | Absence {
  const [own, ...others] = symbols.map((symbol) => {
    const report = instruments[symbol];
    return report === undefined ? absence("no-price", `There are no prices of ${symbol} in the data.`) : splitOf(report);
  });
  return own !== undefined && others.length === 0 ? own : portfolioSplit([own, ...others].flatMap((one) => one ?? []));
}
