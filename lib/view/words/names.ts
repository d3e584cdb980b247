import type { Instrument } from "../../domain/market/instruments.ts";

export type Names = Record<string, Instrument>;

/** What the instruments of a report are called, by symbol. */
export function namesIn(instruments: Record<string, { instrument: Instrument }>): Names {
  return Object.fromEntries(Object.entries(instruments).map(([symbol, { instrument }]) => [symbol, instrument]));
}

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

/** A unit as the subject of a sentence: "Nvidia", "the GSTMTAIP list", "the Magnificent Seven portfolio". */
export function subjectName(id: string, names: Names): string {
  const name = unitName(id, names);
  if (names[id]?.kind === "group") return `the ${name} portfolio`;
  return names[id] === undefined ? `the ${name}` : name;
}

/** What a claim is about, inside a sentence: a group by its members, "the Magnificent Seven". */
export function groupName(id: string, names: Names): string {
  const own = names[id];
  if (own === undefined) return subjectName(id, names);
  return own.kind === "group" ? `the ${own.shortName}` : own.shortName;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
