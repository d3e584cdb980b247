import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { IntradaySeries, PriceSeries } from "../../lib/domain/market/series.ts";
import { reasonFor } from "../../lib/io/data/known-days.ts";
import type { KnownDays } from "../../lib/io/data/known-days.ts";
import type { Quoted } from "../../lib/io/data/quoted-instruments.ts";

/** A row with one price and no volume whose reason we do not know. */
const unexplainedStub = "One price and no volume in the source: nothing was traded, or the row is no full session.";

/**
 * A folder of CSV figures:
 *
 *   daily/<vendor symbol>.csv      date,open,high,low,close,adjclose,volume
 *   intraday/<vendor symbol>.csv   bar_start_utc,session,close,volume
 *   MANIFEST.csv                   symbol,source,…   (here or in daily/)
 *
 * A blank is "the source did not have it". Anything else that is not a plain number is refused
 * with the file, the line and the value. Order and uniqueness are the schema's business.
 */
export interface Figures {
  daily(quoted: Quoted): PriceSeries;
  intraday(quoted: Quoted): IntradaySeries | null;
}

export function openFigures(folder: string, options: { known: KnownDays; asOf?: string | undefined }): Figures {
  const sources = manifest(folder);

  return {
    daily(quoted) {
      const file = join(folder, "daily", `${quoted.vendorSymbol}.csv`);
      const rows = table(file, ["date", "open", "high", "low", "close", "adjclose", "volume"]);
      const series: PriceSeries = {
        symbol: quoted.symbol,
        currency: quoted.currency,
        timeZone: quoted.timeZone,
        levels: quoted.levels,
        source: "snapshot",
        asOf: options.asOf ?? rows.at(-1)?.cells["date"] ?? "",
        origin: dailyOrigin(sources.get(quoted.vendorSymbol)),
        days: [],
        open: [],
        close: [],
        adjclose: [],
        volume: [],
        stubs: [],
      };
      for (const row of rows) {
        const day = text(row, "date");
        const open = number(row, "open");
        const high = number(row, "high");
        const low = number(row, "low");
        const close = number(row, "close");
        const volume = number(row, "volume");
        // An index pays no dividend and is never split: its close is its adjusted close.
        const adjclose = number(row, "adjclose") ?? (quoted.kind === "index" ? close : null);
        if (adjclose === null) throw new Error(`${row.at}, adjclose: blank`);

        series.days.push(day);
        series.open.push(quoted.levels === "adjusted-only" ? null : open);
        series.close.push(quoted.levels === "adjusted-only" ? null : close);
        series.adjclose.push(adjclose);
        // A calculated index has no volume of its own; vendors fill in 0 or a sum over members.
        series.volume.push(quoted.kind === "index" ? null : volume);

        const flat = open !== null && open === high && open === low && open === close;
        if (flat && volume === 0 && quoted.kind !== "index") {
          series.stubs.push({ day, reason: reasonFor(options.known.stubs, quoted.symbol, day) ?? unexplainedStub });
        }
      }
      return series;
    },

    intraday(quoted) {
      const file = join(folder, "intraday", `${quoted.vendorSymbol}.csv`);
      if (!existsSync(file)) return null;
      const rows = table(file, ["bar_start_utc", "session", "close", "volume"]);
      const series: IntradaySeries = {
        symbol: quoted.symbol,
        currency: quoted.currency,
        timeZone: quoted.timeZone,
        asOf: options.asOf ?? rows.at(-1)?.cells["bar_start_utc"]?.slice(0, 10) ?? "",
        origin: intradayOrigin(quoted.vendorSymbol),
        start: [],
        session: [],
        close: [],
      };
      for (const row of rows) {
        const close = number(row, "close");
        if (close === null) throw new Error(`${row.at}, close: blank`);
        series.start.push(text(row, "bar_start_utc"));
        series.session.push(session(row));
        series.close.push(close);
      }
      return series;
    },
  };
}

interface Row {
  /** `daily/NVDA.csv line 12` */
  at: string;
  cells: Record<string, string>;
}

function table(file: string, columns: string[]): Row[] {
  const records: string[][] = parse(readFileSync(file, "utf8"), { bom: true, skip_empty_lines: true, trim: true });
  const [header, ...body] = records;
  const short = file.split(/[\\/]/).slice(-2).join("/");
  if (header?.join() !== columns.join()) {
    throw new Error(`${short}: columns ${header?.join() ?? "(none)"}, expected ${columns.join()}`);
  }
  if (body.length === 0) throw new Error(`${short}: no rows`);
  return body.map((cells, index) => ({
    at: `${short} line ${index + 2}`,
    cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""])),
  }));
}

function text(row: Row, column: string): string {
  const value = row.cells[column] ?? "";
  if (value === "") throw new Error(`${row.at}, ${column}: blank`);
  return value;
}

/** Four decimals, as the sources have them; more is float noise. */
function number(row: Row, column: string): number | null {
  const value = row.cells[column] ?? "";
  if (value === "") return null;
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value)) throw new Error(`${row.at}, ${column}: "${value}" is not a number`);
  return Math.round(Number(value) * 1e4) / 1e4;
}

function session(row: Row): IntradaySeries["session"][number] {
  const value = text(row, "session");
  if (value === "pre" || value === "post") return value;
  if (value === "rth") return "regular";
  throw new Error(`${row.at}, session: "${value}" is none of pre, rth, post`);
}

function manifest(folder: string): Map<string, string> {
  const file = [join(folder, "MANIFEST.csv"), join(folder, "daily", "MANIFEST.csv")].find((path) => existsSync(path));
  if (!file) return new Map();
  const records: Record<string, string>[] = parse(readFileSync(file, "utf8"), { columns: true, bom: true });
  return new Map(records.map((record) => [record["symbol"] ?? "", record["source"] ?? ""]));
}

/** `owner+repository` in the manifest becomes `owner/repository`. */
function dailyOrigin(source: string | undefined): string {
  if (!source) return "Yahoo Finance";
  return `Yahoo Finance, via the public repository ${source.replaceAll(/([\w.-]+)\+([\w.-]+)/g, "$1/$2")}`;
}

function intradayOrigin(vendorSymbol: string): string {
  return vendorSymbol === "NVDA" || vendorSymbol === "TSLA" ? "Yahoo Finance, via a public repository" : "Polygon, via a public repository";
}
