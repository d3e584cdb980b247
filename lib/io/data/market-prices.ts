import { readFileSync } from "node:fs";
import { zstdDecompressSync } from "node:zlib";
import { parquetMetadata, parquetRead } from "hyparquet";
import type { FileMetaData } from "hyparquet";
import { DataError } from "./data-error.ts";
import { sixDigits } from "./six-digits.ts";

/** Rows of one symbol as `daily.parquet` holds them: columns of equal length. */
interface MarketRows {
  days: string[];
  open: (number | null)[];
  close: (number | null)[];
  adjclose: number[];
  volume: (number | null)[];
}

/** The file, opened: its rows are read a symbol at a time. */
export interface MarketPrices {
  /** In the file's order. */
  symbols: string[];
  /** Days ascending, adjusted closes above 0. Null for a symbol the file does not hold; throws a `DataError` where a column is not that. */
  rows(symbol: string): Promise<MarketRows | null>;
}

const columns = ["day", "open", "close", "adjclose", "volume"] as const;
const compressors = { ZSTD: (bytes: Uint8Array) => new Uint8Array(zstdDecompressSync(bytes)) };

/**
 * Opens a Parquet file with a row group per symbol and the columns symbol, day, open, close, adjclose,
 * volume. It is kept in memory as it is, packed; a symbol is unpacked when it is asked for.
 *
 * @param file as a message calls it
 */
export function openMarketPrices(path: string, file: string): MarketPrices {
  const { buffer, metadata } = opened(path, file);
  const groups = new Map<string, { from: number; to: number }>();
  let from = 0;
  for (const [at, group] of metadata.row_groups.entries()) {
    const to = from + Number(group.num_rows);
    groups.set(symbolOf(group, file, at), { from, to });
    from = to;
  }
  return {
    symbols: [...groups.keys()],
    async rows(symbol) {
      const group = groups.get(symbol);
      if (group === undefined) return null;
      const read = new Map<string, unknown[]>(columns.map((column) => [column, []]));
      try {
        await parquetRead({
          file: buffer,
          metadata,
          compressors,
          columns: [...columns],
          rowStart: group.from,
          rowEnd: group.to,
          parsers: { dateFromDays: dayOf },
          onChunk: ({ columnName, columnData }) => read.get(columnName)?.push(...Array.from<unknown>(columnData)),
        });
      } catch (error) {
        throw new DataError(file, [symbol], undefined, `rows that can be read (${error instanceof Error ? error.message : String(error)})`);
      }
      const numbers = (column: string) => (read.get(column) ?? []).map((value, at) => numberAt(value, file, symbol, column, at));
      const adjclose = numbers("adjclose").map((value, at) => {
        if (value === null || value === 0) throw new DataError(file, [symbol, "adjclose", at], value, "a number above 0");
        return sixDigits(value);
      });
      const prices = (column: string) => numbers(column).map((value) => (value === null ? null : sixDigits(value)));
      const rows = { days: (read.get("day") ?? []).map(String), open: prices("open"), close: prices("close"), adjclose, volume: numbers("volume") };
      const wanted = group.to - group.from;
      for (const [column, { length }] of Object.entries(rows))
        if (length !== wanted) throw new DataError(file, [symbol, column, "length"], length, `${wanted}, as many as the row group has rows`);
      const unsorted = rows.days.findIndex((day, at) => at > 0 && day <= (rows.days[at - 1] ?? day));
      if (unsorted !== -1) throw new DataError(file, [symbol, "day", unsorted], rows.days[unsorted], `a day after ${rows.days[unsorted - 1]}`);
      return rows;
    },
  };
}

function opened(path: string, file: string): { buffer: ArrayBuffer; metadata: FileMetaData } {
  try {
    const bytes = readFileSync(path);
    const buffer = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(buffer).set(bytes);
    return { buffer, metadata: parquetMetadata(buffer) };
  } catch (error) {
    throw new DataError(file, [], undefined, `a Parquet file that can be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** The one symbol of a row group, out of its statistics. */
function symbolOf(group: FileMetaData["row_groups"][number], file: string, at: number): string {
  const statistics = group.columns[0]?.meta_data?.statistics;
  const [least, most] = [statistics?.min_value, statistics?.max_value];
  if (typeof least !== "string" || least !== most) throw new DataError(file, ["row_groups", at], { least, most }, "a row group of one symbol");
  return least;
}

function numberAt(value: unknown, file: string, symbol: string, column: string, at: number): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) throw new DataError(file, [symbol, column, at], value, "a number not below 0");
  return value;
}

/** One text per day, however many series have it. */
const dayTexts = new Map<number, string>();

/** @param days since 1 January 1970 */
function dayOf(days: number): string {
  const known = dayTexts.get(days);
  if (known !== undefined) return known;
  const text = new Date(days * 86_400_000).toISOString().slice(0, 10);
  dayTexts.set(days, text);
  return text;
}
