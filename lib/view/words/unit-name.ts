import type { Instrument } from "../../domain/market/instruments.ts";

export type Names = Record<string, Instrument>;

/**
 * What a unit is called on screen. Companies and groups by name; funds by their symbol, which is what
 * tells one stand-in from another; a list of ours by its basket.
 */
export function unitName(id: string, names: Names): string {
  const own = names[id];
  if (own === undefined) return id.endsWith("-LIST") ? `${id.replace(/-LIST$/, "")} list` : id;
  return own.kind === "etf" ? own.symbol : own.shortName;
}

/** Two that are set against each other: "Visa minus Mastercard". */
export function pairName({ higher, lower }: { higher: string; lower: string }, names: Names): string {
  return `${unitName(higher, names)} minus ${unitName(lower, names)}`;
}
