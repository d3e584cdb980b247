import type { Claim, Grade, Speaker } from "../../domain/article/article.ts";
import type { Direction } from "../../domain/article/claim-test.ts";
import type { ImpactReport, InstrumentReport } from "../../domain/report/report.ts";
import { claimHref } from "./links.ts";

/** A claim as a ticker page lists it; the number is the marker on the chart. */
export interface TickerClaim {
  number: number;
  claim: Claim;
  speaker: Speaker;
  grade: Grade;
  direction: Direction | null;
  reason: string;
  /** The group or basket the claim names, where it does not name this instrument itself. */
  through: string | null;
  href: string;
}

/** The claims about an instrument in article order: those that name it, then those about a group it is in. */
export function tickerClaims(report: ImpactReport, instrument: InstrumentReport): TickerClaim[] {
  const own = instrument.claims.map((id) => ({ id, symbol: instrument.instrument.symbol, through: null }));
  const grouped = instrument.claimsThroughGroup.map(({ claim, group }) => ({ id: claim, symbol: group, through: group }));
  return [...own, ...grouped].flatMap(({ id, symbol, through }, i) => {
    const claim = report.article.claims.find((c) => c.id === id);
    const speaker = report.article.speakers.find((s) => s.id === claim?.speaker);
    const exposure = claim?.exposures.find((e) => e.symbol === symbol);
    if (claim === undefined || speaker === undefined || exposure === undefined) return [];
    const { grade, direction, reason } = exposure;
    return [{ number: i + 1, claim, speaker, grade, direction, reason, through, href: claimHref(report.article.slug, claim.id) }];
  });
}
