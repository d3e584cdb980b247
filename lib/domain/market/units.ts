import type { Composition, Instrument } from "./instruments.ts";
import { equalWeightIndex, levelOf } from "./portfolio.ts";
import type { IndexSeries } from "./portfolio.ts";
import { absence } from "./series.ts";
import type { Absence, PriceSeries } from "./series.ts";

/** What a test is run on: an instrument, a stand-in of a basket, or a group as one portfolio. */
export interface Unit {
  /** A symbol or a proxy's id. */
  id: string;
  /** The exposure it speaks for: a basket's symbol for its proxies, else its own. */
  symbol: string;
  kind: "instrument" | "fund" | "list" | "group";
  role: "judged" | "shown";
  members: { symbol: string; weight: number; reason: string }[];
}

/** The units that speak for an exposure: several for a basket, one for anything else. */
export function unitsOf(symbol: string, compositions: Record<string, Composition>): Unit[] {
  const composition = compositions[symbol];
  if (composition === undefined) {
    return [{ id: symbol, symbol, kind: "instrument", role: "judged", members: [{ symbol, weight: 1, reason: "" }] }];
  }
  if (composition.kind === "group") {
    return [{ id: symbol, symbol, kind: "group", role: "judged", members: composition.members }];
  }
  return composition.proxies.map(({ id, kind, role, members }) => ({ id, symbol, kind, role, members }));
}

/**
 * A unit's total-return level: its own, or its members' equal-weight portfolio.
 *
 * @param timeZone of the benchmarks' exchange
 * @returns `not-listed` for a private company, `no-price` without a series, `no-benchmark` where a
 *   member's day ends before the benchmarks' begins or its level is no price
 */
export function unitLevels(unit: Unit, instruments: Record<string, Instrument>, series: Record<string, PriceSeries>, timeZone: string): IndexSeries | Absence {
  for (const { symbol } of unit.members) {
    const instrument = instruments[symbol];
    if (instrument?.kind === "private") return absence("not-listed", `${instrument.name} is a private company: no exchange quotes it.`);
    const found = series[symbol];
    if (found === undefined || found.days.length === 0) return absence("no-price", `There are no prices of ${symbol} in the data.`);
    if (found.timeZone !== timeZone) {
      return absence("no-benchmark", `${symbol} trades when the benchmarks do not, and no local index is held: its moves are shown, not tested.`);
    }
    if (instrument?.volatilityIndex === true) {
      return absence("no-benchmark", `${symbol} is a level of expected volatility: its change is no return to set against a market's.`);
    }
  }
  const [only] = unit.members;
  const own = unit.kind === "list" || unit.kind === "group" || only === undefined ? undefined : series[only.symbol];
  return own === undefined ? equalWeightIndex(unit.id, unit.members, series) : { ...levelOf(own), symbol: unit.id };
}
