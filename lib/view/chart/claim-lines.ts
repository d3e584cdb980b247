import type { Claim } from "../../domain/article/article.ts";
import type { ImpactReport, InstrumentReport } from "../../domain/report/report.ts";
import { isAbsent } from "../../domain/market/series.ts";
import type { LineRole } from "./chart-model.ts";

export interface OwnLine {
  id: string;
  role: LineRole;
}

/** What a claim or an instrument is drawn by, and what of it has no line at all, with the reason. */
export interface OwnLines {
  own: OwnLine[];
  without: { id: string; why: string }[];
}

/**
 * The lines of a claim's chart, what it is held to first: a basket by its judged stand-ins, a ranked
 * instrument among its rivals.
 */
export function claimLines(report: ImpactReport, claim: Claim): OwnLines {
  const subjects = subjectsOf(claim);
  const place = (symbol: string) => {
    if (subjects.includes(symbol)) return 0;
    return report.instruments[symbol]?.instrument.kind === "group" ? 2 : 1;
  };
  const symbols = claim.exposures.map((e) => e.symbol).toSorted((a, b) => place(a) - place(b));
  const each = symbols.flatMap((symbol) => report.instruments[symbol] ?? []).map(instrumentLines);
  const rivals = claim.tests.flatMap((test) => {
    if (test.kind !== "ranking") return [];
    if (typeof test.among !== "string")
      return test.among.flatMap((symbol) => report.instruments[symbol] ?? []).flatMap((one) => instrumentLines(one).own.map(faint));
    const group = report.instruments[test.among];
    return group === undefined ? [] : memberLines(group);
  });
  return { own: unique([...each.flatMap((c) => c.own), ...rivals]), without: each.flatMap((c) => c.without) };
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
      case "pair":
        return test.expected.flatMap(({ higher, lower }) => [higher, lower]);
      case "volatility":
        return [test.index];
      default:
        return [];
    }
  });
}

/** An instrument's own line; for a basket, one per judged stand-in; for a group, its portfolio. */
export function instrumentLines(report: InstrumentReport): OwnLines {
  const { symbol, kind } = report.instrument;
  // A private company's page speaks of its backers instead; nobody expects a line.
  if (kind === "private") return { own: [], without: [] };
  if (kind === "basket") {
    const judged = report.parts.filter((part) => part.role === "judged");
    return { own: judged.map(({ id }) => ({ id, role: "main" })), without: [] };
  }
  if (isAbsent(report.path)) return { own: [], without: [{ id: symbol, why: report.path.why }] };
  return { own: [{ id: symbol, role: "main" }], without: [] };
}

/** The members of a group, faint behind its portfolio. */
export function memberLines(report: InstrumentReport): OwnLine[] {
  return report.parts.filter((part) => part.role === "member").map(({ id }) => ({ id, role: "faint" }));
}

function faint({ id }: OwnLine): OwnLine {
  return { id, role: "faint" };
}

function unique(lines: OwnLine[]): OwnLine[] {
  return lines.filter((line, i) => lines.findIndex((other) => other.id === line.id) === i);
}
