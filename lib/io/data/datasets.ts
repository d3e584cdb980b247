import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DATASETS } from "../../domain/dataset.ts";
import type { Dataset, DatasetId } from "../../domain/dataset.ts";
import { dataFolder, loadInstruments, readIntradaySeries, readPriceSeries } from "./data-files.ts";
import { jsonNames } from "./json-files.ts";

/** The folders; every other set is one file of its name. */
const FOLDERS: readonly DatasetId[] = ["prices", "intraday", "articles"];

/** Everything in `data/`, with the checksum of every file. */
export function datasets(folder = dataFolder()): Dataset[] {
  return DATASETS.map((id) => ({
    id,
    files: namesOf(id, folder).map((name) => {
      const content = readFileSync(join(folder, name));
      return { name, bytes: content.byteLength, sha256: sha256(content) };
    }),
    asOf: ends(id === "prices" ? takenOn(folder, readPriceSeries) : id === "intraday" ? takenOn(folder, readIntradaySeries) : []),
  }));
}

/** A set that is one file, or one article of theirs, as it lies there. */
export function heldText(id: DatasetId, folder = dataFolder()): string {
  return readFileSync(join(folder, namesOf(id, folder)[0] ?? ""), "utf8");
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function namesOf(id: DatasetId, folder: string): string[] {
  if (!FOLDERS.includes(id)) return [`${id}.json`];
  return jsonNames(join(folder, id)).map((name) => `${id}/${name}.json`);
}

function takenOn(folder: string, read: (symbol: string, folder: string) => { asOf: string } | null): string[] {
  return Object.keys(loadInstruments(folder)).flatMap((symbol) => read(symbol, folder)?.asOf ?? []);
}

function ends(days: string[]): string[] {
  const sorted = days.map((day) => day.slice(0, 10)).toSorted();
  return [...new Set([sorted[0] ?? [], sorted.at(-1) ?? []].flat())];
}
