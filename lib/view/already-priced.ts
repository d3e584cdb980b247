import type { InstrumentReport } from "../domain/report.ts";
import { isAbsent } from "../domain/series.ts";
import { formatInstant, formatMove } from "./format.ts";

/**
 * What part of the event day's move had happened when the article appeared, in one sentence; null where
 * no price of that minute is held. The two parts compound to the whole: (1 + before)(1 + after) = 1 + day.
 */
export function alreadyPriced(report: InstrumentReport): string | null {
  const { moves, eventDay, instrument } = report;
  if (isAbsent(moves) || isAbsent(eventDay) || isAbsent(moves.close) || isAbsent(moves.publication)) return null;
  const { baseAt } = moves.publication;
  if (baseAt === undefined) return null;
  const before = (1 + moves.close.move) / (1 + moves.publication.move) - 1;
  const after = moves.publication.move;
  return (
    `At ${formatInstant(baseAt, eventDay.timeZone)}, when the article appeared, ${instrument.shortName} stood at ${formatMove(before, 1)} ` +
    `from the close before; ${formatMove(after, 1)} came after, ${formatMove(moves.close.move, 1)} in all.`
  );
}

/** The most named instrument whose price at publication is held: the one line the head of a board carries. */
export function mostNamed(reports: InstrumentReport[]): InstrumentReport | null {
  const held = reports.filter((report) => alreadyPriced(report) !== null);
  return held.toSorted((a, b) => b.claims.length - a.claims.length)[0] ?? null;
}
