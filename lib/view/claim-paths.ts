import type { Claim } from "../domain/article.ts";
import type { Base, Moves, Path } from "../domain/moves.ts";
import { rebasePath } from "../domain/rebase.ts";
import type { ImpactReport, InstrumentReport } from "../domain/report.ts";
import { type Absence, isAbsent } from "../domain/series.ts";
import type { NamedPath } from "./chart-model.ts";

/** More lines than this and nobody tells them apart; the rest stand in the table. */
const MOST_LINES = 5;

/** Lines that can be drawn on a base, and those that cannot, with the reason. */
export interface ChartPaths {
  paths: NamedPath[];
  missing: { id: string; why: string }[];
}

/** The lines of a claim's chart: its instruments in the claim's order, a basket by its judged proxies. */
export function claimPaths(report: ImpactReport, claim: Claim, base: Base): ChartPaths {
  const all = claim.exposures.map(({ symbol }) => instrumentPaths(report.instruments[symbol], base));
  return { paths: unique(all.flatMap((c) => c.paths)), missing: all.flatMap((c) => c.missing) };
}

/** The few lines a small chart can hold: one per instrument, a basket by its first judged proxy. */
export function fewPaths(report: ImpactReport, claim: Claim): NamedPath[] {
  return unique(
    claim.exposures.flatMap(({ symbol }) => {
      const instrument = report.instruments[symbol];
      const [first] = instrumentPaths(instrument, "close").paths;
      if (first === undefined) return [];
      return [instrument?.instrument.kind === "basket" ? { ...first, label: symbol } : first];
    }),
  ).slice(0, MOST_LINES);
}

/** An instrument's own line; for a basket, one per judged proxy; for a group, its portfolio. */
export function instrumentPaths(report: InstrumentReport | undefined, base: Base): ChartPaths {
  if (report === undefined || report.instrument.kind === "private") return { paths: [], missing: [] };
  const { symbol, kind } = report.instrument;
  if (kind !== "basket") return onBase([{ id: symbol, label: symbol, path: report.path, moves: report.moves }], base);
  const proxies = report.parts.filter((part) => part.role === "judged");
  return onBase(
    proxies.map((part) => ({ ...part, label: part.symbols.length === 1 ? part.id : `${symbol} list` })),
    base,
  );
}

/** The members of a group, faint behind its portfolio. */
export function memberPaths(report: InstrumentReport, base: Base): NamedPath[] {
  const members = report.parts.filter((part) => part.role === "member").map((part) => ({ ...part, label: part.id }));
  return onBase(members, base).paths.map((path) => ({ ...path, faint: true }));
}

function onBase(
  lines: { id: string; label: string; path: Path | Absence; moves: Moves | Absence }[],
  base: Base,
): ChartPaths {
  const paths: NamedPath[] = [];
  const missing: ChartPaths["missing"] = [];
  for (const { id, label, path, moves } of lines) {
    const rebased = isAbsent(path) ? path : rebasePath(path, moves, base);
    if (isAbsent(rebased)) missing.push({ id, why: rebased.why });
    else paths.push({ id, label, path: rebased });
  }
  return { paths, missing };
}

function unique(paths: NamedPath[]): NamedPath[] {
  return paths.filter((path, i) => paths.findIndex((other) => other.id === path.id) === i);
}
