import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

/** The cells of a CSV file, by column; `.gz` is unpacked. Refuses a header without one of `columns`. */
export function csvTable(file: string, columns: string[]): Record<string, string>[] {
  const packed = readFileSync(file);
  const text = file.endsWith(".gz") ? gunzipSync(packed).toString("utf8") : packed.toString("utf8");
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true });
  const lacking = columns.filter((column) => !Object.hasOwn(rows[0] ?? {}, column));
  if (lacking.length > 0) throw new Error(`${basename(file)}: no column ${lacking.join(", ")}`);
  return rows;
}

/** A plain positive number, or null for a blank. */
export function cellNumber(value: string | undefined, at: string): number | null {
  if (value === undefined || value === "") return null;
  if (!/^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value)) throw new Error(`${at}: "${value}" is not a number`);
  return Number(value);
}
