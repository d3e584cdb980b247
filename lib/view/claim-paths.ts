import type { Claim } from "../domain/article.ts";
import type { ImpactReport, InstrumentReport } from "../domain/report.ts";
import { isAbsent } from "../domain/series.ts";
import type { NamedPath } from "./chart-model.ts";

/** More lines than this and nobody tells them apart; the rest stand in the table. */
const MOST_LINES = 5;

/** The lines of a claim's chart: its instruments in the claim's order, a basket by its judged proxies. */
export function claimPaths(report: ImpactReport, claim: Claim): NamedPath[] {
  return unique(claim.exposures.flatMap(({ symbol }) => instrumentPaths(report.instruments[symbol])));
}

/** The few lines a small chart can hold: one per instrument, a basket by its first judged proxy. */
export function fewPaths(report: ImpactReport, claim: Claim): NamedPath[] {
  return unique(
    claim.exposures.flatMap(({ symbol }) => {
      const instrument = report.instruments[symbol];
      const [first] = instrumentPaths(instrument);
      if (first === undefined) return [];
      return [instrument?.instrument.kind === "basket" ? { ...first, label: symbol } : first];
    }),
  ).slice(0, MOST_LINES);
}

/** An instrument's own line; for a basket, one per judged proxy; for a group, its portfolio. */
export function instrumentPaths(report: InstrumentReport | undefined): NamedPath[] {
  if (report === undefined) return [];
  const { symbol } = report.instrument;
  if (report.instrument.kind === "basket") {
    return report.parts.flatMap((part) =>
      part.role === "judged" && !isAbsent(part.path) ? [{ id: part.id, label: part.name, path: part.path }] : [],
    );
  }
  return isAbsent(report.path) ? [] : [{ id: symbol, label: symbol, path: report.path }];
}

/** The members of a group, faint behind its portfolio. */
export function memberPaths(report: InstrumentReport): NamedPath[] {
  return report.parts.flatMap((part) =>
    part.role === "member" && !isAbsent(part.path) ? [{ id: part.id, label: part.id, path: part.path, faint: true }] : [],
  );
}

function unique(paths: NamedPath[]): NamedPath[] {
  return paths.filter((path, i) => paths.findIndex((other) => other.id === path.id) === i);
}
