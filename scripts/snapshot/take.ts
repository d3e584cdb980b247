import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { IntradaySeries, PriceSeries } from "../../lib/domain/series.ts";
import { parseData } from "../../lib/io/data-error.ts";
import type { KnownDays } from "../../lib/io/known-days.ts";
import type { Quoted } from "../../lib/io/quoted-instruments.ts";
import { intradaySeriesSchema, priceSeriesSchema } from "../../lib/io/series-schema.ts";
import { intradayChanges, priceChanges } from "./changes.ts";
import { doubts, lost } from "./checks.ts";
import { columnar, writeWhole } from "./columnar.ts";

/** Where the figures come from: a folder of CSV, or Yahoo. A thrown error is a symbol that failed. */
export interface FigureSource {
  daily(quoted: Quoted): PriceSeries | Promise<PriceSeries>;
  intraday(quoted: Quoted): IntradaySeries | null | Promise<IntradaySeries | null>;
}

export interface SnapshotOptions {
  instruments: Iterable<Quoted>;
  figures: FigureSource;
  dataFolder: string;
  known: KnownDays;
  /** Take a series that lost days: only for a person who knows why. */
  allowShorter?: boolean;
  print(line: string): void;
}

export interface SnapshotOutcome {
  written: number;
  unchanged: number;
  failed: number;
}

/** Takes every series or keeps its old file; says which, and what changed. */
export async function takeSnapshot(options: SnapshotOptions): Promise<SnapshotOutcome> {
  const outcome: SnapshotOutcome = { written: 0, unchanged: 0, failed: 0 };
  const allowShorter = options.allowShorter ?? false;

  async function take<T extends object>(quoted: Quoted, label: string, file: string, kind: SeriesKind<T>, fresh: () => T | null | Promise<T | null>) {
    try {
      const taken = await fresh();
      if (taken === null) return;
      parseData(kind.schema, taken, "the new series");
      const kept = readKept(file, kind);
      const found = [...kind.doubts(taken, quoted, options.known), ...(kept && !allowShorter ? lost(kind.keys(kept), kind.keys(taken)) : [])];
      if (found.length > 0) throw new Error(found.join("; "));
      const content = columnar(taken);
      if (existsSync(file) && readFileSync(file, "utf8") === content) {
        outcome.unchanged++;
        options.print(`${label}  unchanged  ${span(kind.keys(taken))}`);
        return;
      }
      const changes = kind.changes(kept, taken);
      writeWhole(file, content);
      outcome.written++;
      options.print(`${label}  written    ${span(kind.keys(taken))}: ${changes.join("; ") || "the same figures, written anew"}`);
    } catch (error) {
      outcome.failed++;
      const reason = error instanceof Error ? error.message : String(error);
      options.print(`${label}  REFUSED    ${reason.replace(/\.$/, "")}; ${existsSync(file) ? "the old file stays" : "no file written"}`);
    }
  }

  for (const folder of ["prices", "intraday"]) mkdirSync(join(options.dataFolder, folder), { recursive: true });
  for (const quoted of options.instruments) {
    const name = `${quoted.symbol}.json`;
    const daily = join(options.dataFolder, "prices", name);
    const intraday = join(options.dataFolder, "intraday", name);
    await take(quoted, `${quoted.symbol.padEnd(8)} daily   `, daily, dailyKind, () => options.figures.daily(quoted));
    await take(quoted, `${quoted.symbol.padEnd(8)} intraday`, intraday, intradayKind, () => options.figures.intraday(quoted));
  }
  return outcome;
}

interface SeriesKind<T> {
  schema: z.ZodType<T>;
  keys(series: T): string[];
  doubts(series: T, quoted: Quoted, known: KnownDays): string[];
  changes(kept: T | null, fresh: T): string[];
}

const dailyKind: SeriesKind<PriceSeries> = {
  schema: priceSeriesSchema,
  keys: (series) => series.days,
  doubts: (series, { kind }, known) => doubts(series, kind, known),
  changes: priceChanges,
};

const intradayKind: SeriesKind<IntradaySeries> = {
  schema: intradaySeriesSchema,
  keys: (series) => series.start,
  doubts: () => [],
  changes: intradayChanges,
};

/** The file in place; one that is not readable is no reason to keep it. */
function readKept<T>(file: string, kind: SeriesKind<T>): T | null {
  if (!existsSync(file)) return null;
  try {
    const parsed = kind.schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function span(keys: string[]): string {
  return `${keys.length} rows, ${keys[0]} to ${keys.at(-1)}`;
}
