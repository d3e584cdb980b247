import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { IntradaySeries, PriceSeries } from "../../lib/domain/market/series.ts";
import { parseData } from "../../lib/io/data/data-error.ts";
import type { KnownDays } from "../../lib/io/data/known-days.ts";
import type { Quoted } from "../../lib/io/data/quoted-instruments.ts";
import { lost } from "./checks.ts";
import { columnar } from "./columnar.ts";
import { misfit } from "./fits-together.ts";
import { progress } from "./progress.ts";
import { dailyKind, intradayKind, readKept } from "./series-kinds.ts";
import type { SeriesKind } from "./series-kinds.ts";
import { openStaging } from "./staging.ts";
import { changeTable } from "./table.ts";
import type { Outcome } from "./table.ts";

/** Where the figures come from: a folder of CSV, or Yahoo. A thrown error is a symbol that failed. */
interface FigureSource {
  daily(quoted: Quoted): PriceSeries | Promise<PriceSeries>;
  intraday(quoted: Quoted): IntradaySeries | null | Promise<IntradaySeries | null>;
}

/** The source itself is gone: there is no use in asking it for the others. */
export class SourceGone extends Error {}

export interface SnapshotOptions {
  instruments: Iterable<Quoted>;
  figures: FigureSource;
  dataFolder: string;
  known: KnownDays;
  /** Take a series that lost days: only for a person who knows why. */
  allowShorter?: boolean;
  /** Names a source whose figures may wait for the next run; without it every run asks for all of them. */
  resumable?: string;
  /** Ask again for what an interrupted run has waiting, too. */
  anew?: boolean;
  print(line: string): void;
  now?: () => number;
}

export interface SnapshotOutcome {
  written: number;
  unchanged: number;
  failed: number;
}

/**
 * Takes every series, holds the new ones against all others, and only then moves them over their old
 * files. Says how far it is, and at the end what changed.
 */
export async function takeSnapshot(options: SnapshotOptions): Promise<SnapshotOutcome> {
  const { dataFolder, known, print, resumable, now = Date.now } = options;
  const allowShorter = options.allowShorter ?? false;
  const instruments = [...options.instruments];
  const outcomes: Outcome[] = [];
  const staging = openStaging(dataFolder, resumable ?? `once ${now()}`, now());
  const along = progress(instruments.length, now);
  let gone: string | null = null;

  /** Gives whether the source had to be asked. */
  async function take<T extends object>(quoted: Quoted, file: string, kind: SeriesKind<T>, fresh: () => T | null | Promise<T | null>): Promise<boolean> {
    const label = `${quoted.symbol.padEnd(8)} ${kind.name}`;
    const old = join(dataFolder, file);
    const waiting = resumable === undefined || options.anew === true ? null : staging.held(file);
    try {
      const taken = waiting === null ? await fresh() : JSON.parse(waiting);
      if (taken === null) return true;
      parseData(kind.schema, taken, "the new series");
      const kept = readKept(old, kind);
      const found = [
        ...kind.doubts(taken, quoted, known),
        ...(kept && !allowShorter ? lost(kind.keys(kept), kind.keys(taken)) : []),
        ...(kept ? kind.refused(kept, taken) : []),
      ];
      if (found.length > 0) throw new Error(found.join("; "));
      const content = columnar(taken);
      const same = existsSync(old) && readFileSync(old, "utf8") === content;
      if (same) staging.drop(file);
      else staging.put(file, content);
      const changes = same ? [] : kind.changes(kept, taken);
      outcomes.push({
        file,
        symbol: quoted.symbol,
        kind: kind.name,
        result: same ? "unchanged" : "written",
        before: kept && kind.keys(kept),
        after: kind.keys(taken),
        changes,
      });
      const how = same ? "unchanged " : waiting === null ? "taken     " : "taken before";
      print(`${along.at()}  ${label}  ${how} ${span(kind.keys(taken))}${same ? "" : `: ${changes.join("; ") || "the same figures, written anew"}`}`);
    } catch (error) {
      staging.drop(file);
      if (error instanceof SourceGone) gone = error.message;
      const reason = error instanceof Error ? error.message : String(error);
      refuse(quoted.symbol, kind.name, file, reason, `${along.at()}  ${label}  `);
    }
    return waiting === null;
  }

  function refuse(symbol: string, kind: string, file: string, reason: string, label: string): void {
    const stays = existsSync(join(dataFolder, file)) ? "the old file stays" : "no file written";
    outcomes.push({ file, symbol, kind, result: "refused", before: null, after: null, changes: [reason] });
    print(`${label}REFUSED    ${reason.replace(/\.$/, "")}; ${stays}`);
  }

  for (const folder of ["prices", "intraday"]) mkdirSync(join(dataFolder, folder), { recursive: true });
  for (const quoted of instruments) {
    if (gone !== null) {
      outcomes.push({
        file: `prices/${quoted.symbol}.json`,
        symbol: quoted.symbol,
        kind: "daily",
        result: "refused",
        before: null,
        after: null,
        changes: ["not asked"],
      });
      continue;
    }
    const asked = await take(quoted, `prices/${quoted.symbol}.json`, dailyKind, () => options.figures.daily(quoted));
    if (gone === null) await take(quoted, `intraday/${quoted.symbol}.json`, intradayKind, () => options.figures.intraday(quoted));
    along.done(asked);
  }
  if (gone === null || resumable === undefined) {
    settle();
    staging.close();
  } else {
    print(`The source is gone (${gone}). Nothing was moved; the next run goes on from here.`);
    for (const outcome of outcomes) if (outcome.result === "written") outcome.result = "waiting";
  }
  for (const line of changeTable(outcomes)) print(line);
  const count = (...results: Outcome["result"][]) => outcomes.filter(({ result }) => results.includes(result)).length;
  return { written: count("written"), unchanged: count("unchanged"), failed: count("refused", "waiting") };

  /** Those that fit in with all the others are moved; one that does not keeps its old file, and the rest is looked at again. */
  function settle(): void {
    const fresh = new Map(outcomes.flatMap(({ result, file }) => (result === "written" ? [[file, staging.path(file)] as const] : [])));
    for (let wrong = misfit(dataFolder, fresh); wrong !== null && fresh.size > 0; wrong = misfit(dataFolder, fresh)) {
      for (const file of wrong.file === null ? [...fresh.keys()] : [wrong.file]) {
        fresh.delete(file);
        staging.drop(file);
        const at = outcomes.findIndex((outcome) => outcome.file === file);
        const [{ symbol, kind } = { symbol: file, kind: "" }] = outcomes.splice(at, 1);
        refuse(symbol, kind, file, wrong.said, `${symbol.padEnd(8)} ${kind}  `);
      }
    }
    for (const file of fresh.keys()) staging.install(file);
  }
}

function span(keys: string[]): string {
  return `${keys.length} rows, ${keys[0]} to ${keys.at(-1)}`;
}
