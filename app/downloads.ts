import { isAbsent } from "../lib/domain/market/series.ts";
import { linesFor } from "../lib/impact.ts";
import { edition } from "../lib/site.ts";
import type { Dataset, DatasetId } from "../lib/domain/dataset.ts";
import type { Line } from "../lib/domain/report/line.ts";
import { articleSlugs, loadInstruments } from "../lib/io/data/data-files.ts";
import { datasets, heldText, sha256 } from "../lib/io/data/datasets.ts";
import { dailyCsv, minutesCsv } from "../lib/view/export/series-csv.ts";

/** A data set as it is given away. */
export interface Download {
  dataset: Dataset | null;
  /** Below `/data/`. */
  file: string;
  type: string;
  text: string;
  sha256: string;
}

let made: Promise<Download[]> | null = null;

/** All of them, made once: the files do not change while a process lives. The last lists the checksums of what lies in `data/`. */
export function downloads(): Promise<Download[]> {
  if (made === null) {
    made = make();
    made.catch(() => (made = null));
  }
  return made;
}

async function make(): Promise<Download[]> {
  const held = datasets();
  const lines = await quotedLines();
  const of = (id: DatasetId, file: string, text: string, type: string): Download => ({
    dataset: held.find((one) => one.id === id) ?? null,
    file,
    type,
    text,
    sha256: sha256(text),
  });
  const { levels } = edition();
  const sets = held.map(({ id }) => {
    if (id === "prices") return of(id, "prices.csv", dailyCsv(lines, levels), "text/csv; charset=utf-8; header=present");
    if (id === "intraday") return of(id, "intraday.csv", minutesCsv(lines, levels), "text/csv; charset=utf-8; header=present");
    return of(id, id === "articles" ? `${articleSlugs()[0]}.json` : `${id}.json`, heldText(id), "application/json");
  });
  const sums = held.flatMap(({ files }) => files.map((file) => `${file.sha256}  data/${file.name}\n`)).join("");
  return [...sets, { dataset: null, file: "checksums.txt", type: "text/plain; charset=utf-8", text: sums, sha256: sha256(sums) }];
}

/** Instruments that have prices of their own; a group is what its members are. */
export async function quotedLines(): Promise<Line[]> {
  const [slug = ""] = articleSlugs();
  const quoted = Object.values(loadInstruments()).flatMap(({ symbol, yahoo }) => ("symbol" in yahoo ? [symbol] : []));
  const held = await linesFor(slug, quoted);
  return quoted.flatMap((symbol) => {
    const line = held[symbol];
    return line === undefined || isAbsent(line) ? [] : [line];
  });
}
