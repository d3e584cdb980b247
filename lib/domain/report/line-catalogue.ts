import type { LineName } from "./line.ts";
import type { ImpactReport } from "./report.ts";

/** Everything a chart can draw, and the baskets that are drawn by their stand-ins. JSON-safe. */
export interface LineCatalogue {
  names: LineName[];
  /** By symbol, the ids of judged stand-ins. */
  baskets: Record<string, { shortName: string; ids: string[] }>;
  /** First and last session held. */
  first: string;
  last: string;
}

export function lineCatalogue(names: LineName[], report: ImpactReport, days: { first: string; last: string }): LineCatalogue {
  const baskets = Object.values(report.instruments).filter(({ instrument }) => instrument.kind === "basket");
  return {
    names,
    baskets: Object.fromEntries(
      baskets.map(({ instrument, parts }) => [
        instrument.symbol,
        { shortName: instrument.shortName, ids: parts.filter(({ role }) => role === "judged").map(({ id }) => id) },
      ]),
    ),
    ...days,
  };
}
