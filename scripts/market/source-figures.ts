import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { cellNumber, csvTable } from "./csv-table.ts";

/** One symbol as the figures hold it: rows of adjusted closes, and who they come from. */
export interface SourceSeries {
  symbol: string;
  /** `stock`, `etf` or `index`. */
  kind: string;
  sources: string[];
  days: string[];
  adjclose: number[];
}

/** A second taking of some of them, with levels for part of the days. */
export interface SourceLevels {
  days: string[];
  open: (number | null)[];
  close: (number | null)[];
  adjclose: number[];
  volume: (number | null)[];
}

/**
 * `wide/adjclose.csv.gz` (a column per symbol, blank where nothing is held) with `wide/universe.csv`.
 * Throws where the two are not about the same symbols.
 */
export function readWide(folder: string): SourceSeries[] {
  const facts = csvTable(join(folder, "wide/universe.csv"), ["symbol", "kind", "sources"]);
  const rows = csvTable(join(folder, "wide/adjclose.csv.gz"), ["date"]);
  const symbols = Object.keys(rows[0] ?? {}).filter((column) => column !== "date");
  const about = new Map(facts.map((fact) => [fact["symbol"] ?? "", fact]));
  const strangers = [...symbols.filter((one) => !about.has(one)), ...[...about.keys()].filter((one) => !symbols.includes(one))];
  if (strangers.length > 0) throw new Error(`wide: ${strangers.join(", ")} in one of adjclose.csv.gz and universe.csv alone`);
  return symbols.map((symbol) => {
    const series: SourceSeries = {
      symbol,
      kind: about.get(symbol)?.["kind"] ?? "",
      sources: (about.get(symbol)?.["sources"] ?? "").split("+"),
      days: [],
      adjclose: [],
    };
    for (const row of rows) {
      const value = cellNumber(row[symbol], `adjclose.csv.gz, ${symbol} on ${row["date"]}`);
      if (value === null) continue;
      series.days.push(row["date"] ?? "");
      series.adjclose.push(value);
    }
    return series;
  });
}

/** `daily-2026/<symbol>.csv`, by symbol. */
export function readLevels(folder: string): Map<string, SourceLevels> {
  const found = new Map<string, SourceLevels>();
  for (const name of readdirSync(join(folder, "daily-2026"))) {
    const symbol = name.replace(/\.csv$/, "");
    if (symbol === name || symbol === "MANIFEST") continue;
    const rows = csvTable(join(folder, "daily-2026", name), ["date", "open", "close", "adjclose", "volume"]);
    const column = (title: string) => rows.map((row) => cellNumber(row[title], `daily-2026/${name}, ${title} of ${row["date"]}`));
    const adjclose = column("adjclose").map((value, at) => {
      if (value === null) throw new Error(`daily-2026/${name}, adjclose of ${rows[at]?.["date"]}: blank`);
      return value;
    });
    found.set(symbol, { days: rows.map((row) => row["date"] ?? ""), open: column("open"), close: column("close"), adjclose, volume: column("volume") });
  }
  return found;
}

/** 5-minute closes of the regular session of one symbol and month, or null where none are held. */
export function readRegularBars(folder: string, symbol: string, month: string): { start: string[]; close: number[] } | null {
  const file = join(folder, "intraday-regular", `${symbol}.${month}.csv`);
  if (!existsSync(file)) return null;
  const rows = csvTable(file, ["bar_start_utc", "close"]);
  return {
    start: rows.map((row) => row["bar_start_utc"] ?? ""),
    close: rows.map((row) => {
      const value = cellNumber(row["close"], `intraday-regular/${symbol}.${month}.csv, ${row["bar_start_utc"]}`);
      if (value === null) throw new Error(`intraday-regular/${symbol}.${month}.csv, ${row["bar_start_utc"]}: blank`);
      return value;
    }),
  };
}
