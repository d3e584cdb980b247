import { basename } from "node:path";
import type { Capitalisation } from "../../lib/io/data/market-schema.ts";
import { cellNumber, csvTable } from "./csv-table.ts";
import { listingKind } from "./listing-kind.ts";

/**
 * What companies were worth on the day a file `marketcap-<day>.csv` is of. Notes, preferred shares and
 * warrants are left out: the vendor multiplies their price by the number of the company's shares.
 */
export function capitalisation(file: string): Capitalisation {
  const day = /marketcap-(\d{4}-\d{2}-\d{2})\.csv$/.exec(basename(file))?.[1];
  if (day === undefined) throw new Error(`${basename(file)}: expected a name such as marketcap-2025-01-24.csv`);
  const rows = csvTable(file, ["symbol", "name", "close", "marketCap"]).filter((row) => listingKind(row["name"] ?? "") === "share");
  const column = (title: string) =>
    rows.map((row) => {
      const value = cellNumber(row[title], `${basename(file)}, ${title} of ${row["symbol"]}`);
      if (value === null) throw new Error(`${basename(file)}, ${title} of ${row["symbol"]}: blank`);
      return value;
    });
  return {
    day,
    origin: "Nasdaq's stock screener of that day, via a public repository's history",
    note: "The value is of the whole company. Where it has several classes of shares, each class carries all of it (GOOG and GOOGL both the whole of Alphabet): take one, never the sum.",
    symbol: rows.map((row) => row["symbol"] ?? ""),
    close: column("close"),
    marketCap: column("marketCap"),
  };
}
