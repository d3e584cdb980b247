import { constants, zstdCompressSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { sixDigits } from "../../lib/io/data/six-digits.ts";
import type { SettledSeries } from "./settle-series.ts";

const compressors = { ZSTD: (bytes: Uint8Array) => new Uint8Array(zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 19 } })) };

/**
 * `data/market/daily.parquet`: rows by symbol and day, a row group per symbol. Prices are 32-bit floats,
 * which hold the six digits of the sources; throws for one that would not come back as it went in.
 */
export function marketParquet(series: SettledSeries[]): Uint8Array {
  const column = <T>(of: (one: SettledSeries) => T[]): T[] => series.flatMap(of);
  for (const { facts, open, close, adjclose } of series) {
    for (const value of [...open, ...close, ...adjclose]) {
      if (value !== null && sixDigits(Math.fround(value)) !== value) throw new Error(`${facts.symbol}: ${value} has more than six digits`);
    }
  }
  const price = (name: string, data: (number | null)[]) => ({ name, data, encoding: "BYTE_STREAM_SPLIT" as const, statistics: false, offsetIndex: false });
  const buffer = parquetWriteBuffer({
    codec: "ZSTD",
    compressors,
    rowGroupSize: series.map(({ days }) => days.length),
    createdBy: "Claimtape",
    schema: [
      { name: "root", num_children: 6 },
      { name: "symbol", type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" }, repetition_type: "REQUIRED" },
      { name: "day", type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" }, repetition_type: "REQUIRED" },
      { name: "open", type: "FLOAT", repetition_type: "OPTIONAL" },
      { name: "close", type: "FLOAT", repetition_type: "OPTIONAL" },
      { name: "adjclose", type: "FLOAT", repetition_type: "REQUIRED" },
      { name: "volume", type: "DOUBLE", repetition_type: "OPTIONAL" },
    ],
    columnData: [
      // Its smallest and largest value tell a reader which group is whose.
      { name: "symbol", data: column(({ facts, days }) => days.map(() => facts.symbol)), offsetIndex: false },
      {
        name: "day",
        data: column(({ days }) => days.map((day) => new Date(`${day}T00:00:00Z`))),
        encoding: "DELTA_BINARY_PACKED",
        statistics: false,
        offsetIndex: false,
      },
      price(
        "open",
        column(({ open }) => open),
      ),
      price(
        "close",
        column(({ close }) => close),
      ),
      price(
        "adjclose",
        column(({ adjclose }) => adjclose),
      ),
      { name: "volume", data: column(({ volume }) => volume), statistics: false, offsetIndex: false },
    ],
  });
  return new Uint8Array(buffer);
}
