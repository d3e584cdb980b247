import type { Claim } from "../domain/article.ts";
import type { Base, Moves, Path } from "../domain/moves.ts";
import { rebasePath } from "../domain/rebase.ts";
import type { ImpactReport, InstrumentReport } from "../domain/report.ts";
import { type Absence, isAbsent } from "../domain/series.ts";
import type { NamedPath } from "./chart-model.ts";

/** Lines that can be drawn on a base, and those that cannot, with the reason. */
export interface ChartPaths {
  paths: NamedPath[];
  missing: { id: string; why: string }[];
}

/**
 * The lines of a claim's chart, what it is held to first: a basket by its judged stand-ins, a ranked
 * instrument among its rivals.
 */
export function claimPaths(report: ImpactReport, claim: Claim, base: Base): ChartPaths {
  const subjects = subjectsOf(claim);
  const place = (symbol: string) => {
    if (subjects.includes(symbol)) return 0;
    return report.instruments[symbol]?.instrument.kind === "group" ? 2 : 1;
  };
  const symbols = claim.exposures.map((e) => e.symbol).toSorted((a, b) => place(a) - place(b));
  const own = symbols.map((symbol) => instrumentPaths(report.instruments[symbol], base));
  const rivals = claim.tests.flatMap((test) => {
    const group = test.kind === "ranking" ? report.instruments[test.among] : undefined;
    return group === undefined ? [] : memberPaths(group, base);
  });
  return { paths: unique([...own.flatMap((c) => c.paths), ...rivals]), missing: own.flatMap((c) => c.missing) };
}

/** The instruments a claim's tests speak of. */
function subjectsOf(claim: Claim): string[] {
  return claim.tests.flatMap((test) => {
    switch (test.kind) {
      case "direction":
      case "horizon":
        return test.expected.map((e) => e.symbol);
      case "ranking":
        return [test.symbol];
      case "volatility":
        return [test.index];
      default:
        return [];
    }
  });
}

/** An instrument's own line; for a basket, one per judged stand-in; for a group, its portfolio. */
export function instrumentPaths(report: InstrumentReport | undefined, base: Base): ChartPaths {
  if (report === undefined || report.instrument.kind === "private") return { paths: [], missing: [] };
  const { symbol, kind } = report.instrument;
  if (kind !== "basket") return onBase([{ id: symbol, label: symbol, path: report.path, moves: report.moves }], base);
  const standIns = report.parts.filter((part) => part.role === "judged");
  return onBase(
    standIns.map((part) => ({ ...part, label: part.symbols.length === 1 ? part.id : `${symbol} list` })),
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
