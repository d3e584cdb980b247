import { stepAt } from "../../domain/moves/day-split.ts";
import type { InstrumentReport } from "../../domain/report/report.ts";
import { isAbsent } from "../../domain/market/series.ts";
import { formatList, formatMove, formatTime } from "../words/format.ts";
import { splitOf } from "./day-split-rows.ts";

/** The two parts of an event day's move; they compound to the whole: (1 + before)(1 + after) = 1 + day. */
interface Parts {
  name: string;
  /** When the article appeared, on the exchange's clock. */
  at: string;
  before: number;
  after: number;
}

/**
 * What part of the event day's move had happened when the article appeared, in one sentence for all
 * instruments whose price of that minute is held; null where none is.
 */
export function alreadyPriced(reports: InstrumentReport[]): string | null {
  const parts = reports.flatMap((report) => partsOf(report) ?? []);
  const [first] = parts;
  if (first === undefined) return null;
  const said = parts.map(({ name, before, after }) => `${name} ${formatMove(before, 1)} (${formatMove(after, 1)} after)`);
  return `Already in the price at ${first.at}, when the article appeared: ${formatList(said)}.`;
}

/** The most named instrument whose price at publication is held: the one that the head of a board speaks of. */
export function mostNamed(reports: InstrumentReport[]): InstrumentReport[] {
  return reports
    .filter((report) => partsOf(report) !== null)
    .toSorted((a, b) => b.claims.length - a.claims.length)
    .slice(0, 1);
}

function partsOf(report: InstrumentReport): Parts | null {
  const { instrument, eventDay } = report;
  const split = splitOf(report);
  const before = isAbsent(split) ? undefined : stepAt(split, "before");
  if (isAbsent(eventDay) || before === undefined) return null;
  return { name: instrument.shortName, at: formatTime(eventDay.publishedTime, eventDay.timeZone), before: before.reached, after: before.rest };
}
