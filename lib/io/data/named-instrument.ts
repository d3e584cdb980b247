import type { Instrument } from "../../domain/market/instruments.ts";
import { DataError } from "./data-error.ts";

export type Instruments = Record<string, Instrument>;
export type Path = PropertyKey[];

/** The instrument a file names, or a `DataError` about the name. */
export function instrumentAt(file: string, path: Path, symbol: string, instruments: Instruments): Instrument {
  const found = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (found === undefined) throw new DataError(file, path, symbol, "an instrument of data/instruments.json");
  return found;
}

/** The same, where only an instrument with prices will do. */
export function quotedAt(file: string, path: Path, symbol: string, instruments: Instruments): void {
  const { yahoo } = instrumentAt(file, path, symbol, instruments);
  if ("none" in yahoo) throw new DataError(file, path, symbol, "an instrument that is quoted");
}

/** Names are told apart by `key`; a second one of the same would never be found. */
export function unique(file: string, path: Path, values: string[], key: string): void {
  const at = values.findIndex((value, i) => values.indexOf(value) !== i);
  if (at !== -1) throw new DataError(file, [...path, at, key], values[at], "something not given before");
}
