import type { Claim, Exposure } from "../../domain/article/article.ts";
import type { ArticleVerdicts } from "../../domain/judgement/judge.ts";
import type { ClaimVerdict } from "../../domain/judgement/outcome.ts";
import type { ImpactReport } from "../../domain/report/report.ts";
import { eventMove, type EventMove } from "../words/event-move.ts";

/** The signature picture: claims down, instruments across; in a cell what was said and what came. */
export interface SaidDid {
  columns: { symbol: string; shortName: string; claims: number; event: EventMove }[];
  /** By speaker, in the article's order. */
  rows: {
    claim: Claim;
    /** What came of it, where it was judged. */
    verdict: ClaimVerdict | null;
    /** One per column; null where the claim does not touch the instrument. */
    cells: (Exposure | null)[];
    /** Instruments without any price, which have no column. */
    unlisted: string[];
  }[];
}

/**
 * Columns run from the most talked about to the least; ties keep the article's order. What the text
 * reaches only through a group it names has no column of its own: it stands in the group's.
 */
export function saidDid(report: ImpactReport, claims: Claim[], verdicts: ArticleVerdicts | null): SaidDid {
  const columns = exposedSymbols(claims).flatMap((symbol) => {
    const instrument = report.instruments[symbol];
    if (instrument === undefined || instrument.instrument.kind === "private") return [];
    if (isOnlyMember(claims, symbol, report)) return [];
    const count = claims.filter((claim) => exposureOf(claim, symbol) !== null).length;
    return [{ symbol, shortName: instrument.instrument.shortName, claims: count, event: eventMove(instrument) }];
  });
  columns.sort((a, b) => b.claims - a.claims);
  return {
    columns,
    rows: claims.map((claim) => ({
      claim,
      verdict: verdicts?.claims[claim.id] ?? null,
      cells: columns.map(({ symbol }) => exposureOf(claim, symbol)),
      unlisted: claim.exposures.map((e) => e.symbol).filter((symbol) => report.instruments[symbol]?.instrument.kind === "private"),
    })),
  };
}

function exposedSymbols(claims: Claim[]): string[] {
  return [...new Set(claims.flatMap((claim) => claim.exposures.map((e) => e.symbol)))];
}

function isOnlyMember(claims: Claim[], symbol: string, report: ImpactReport): boolean {
  const own = report.instruments[symbol]?.memberOf.map((m) => m.symbol) ?? [];
  return claims.every((claim) => {
    const exposure = exposureOf(claim, symbol);
    return exposure === null || (exposure.grade === "group" && own.some((group) => exposureOf(claim, group) !== null));
  });
}

function exposureOf(claim: Claim, symbol: string): Exposure | null {
  return claim.exposures.find((e) => e.symbol === symbol) ?? null;
}
