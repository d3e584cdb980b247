import type { ImpactReport, InstrumentReport } from "../../domain/report/report.ts";

/** Every instrument in the order of a reader's interest: named by claims, named and unlisted, behind them. */
export function tickerGroups(report: ImpactReport): { title: string; instruments: InstrumentReport[] }[] {
  const all = Object.values(report.instruments);
  const named = all.filter((one) => one.claims.length > 0);
  const isPrivate = (one: InstrumentReport) => one.instrument.kind === "private";
  return [
    {
      title: "Named by a claim",
      instruments: named.filter((one) => !isPrivate(one)).toSorted((a, b) => b.claims.length - a.claims.length),
    },
    { title: "Named, and not listed anywhere", instruments: named.filter(isPrivate) },
    { title: "Behind them: members of stand-ins, benchmarks, backers", instruments: all.filter((one) => one.claims.length === 0) },
  ];
}
