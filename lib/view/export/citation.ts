import type { Day } from "../../domain/market/series.ts";
import { chartTitle, permanentLink, sourcesOf } from "../chart/chart-words.ts";
import { fileName } from "./view-document.ts";
import { formatDay } from "../words/format.ts";
import type { SeenView } from "./view-document.ts";

/** CSL-JSON of one item, the part of it that Claimtape writes. */
export interface CslItem {
  id: string;
  type: "dataset";
  title: string;
  author: { literal: string }[];
  publisher: string;
  version: string;
  issued: { "date-parts": number[][] };
  accessed?: { "date-parts": number[][] };
  URL: string;
  note: string;
}

/**
 * How a view is cited: dated by its data, with the version of the method that made the numbers.
 *
 * @param retrieved the reader's day; null where it is not known, and then not said
 */
export function citation({ subject, seen, edition }: Omit<SeenView, "rows">, retrieved: Day | null): { text: string; bibtex: string; csl: CslItem[] } {
  const asOf = sourcesOf(seen).asOf.at(-1) ?? retrieved ?? "";
  const title = `${chartTitle(subject, seen)}. ${seen.baseLabel}`;
  const link = permanentLink(subject, seen, edition);
  const id = fileName(subject, seen);
  const year = asOf.slice(0, 4);
  const data = `Data as of ${formatDay(asOf)}`;
  const text = `Claimtape (${year}). ${title}. ${data}; method ${edition.method}. ${retrieved === null ? "" : `Retrieved ${formatDay(retrieved)}. `}${link}`;
  const fields = {
    author: "{Claimtape}",
    title: `{${texText(title)}}`,
    year,
    version: edition.method,
    howpublished: `\\url{${link}}`,
    url: link,
    ...(retrieved === null ? {} : { urldate: retrieved }),
    note: `${data}; method ${edition.method}`,
  };
  const bibtex = [`@misc{${id},`, ...Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`), "}", ""].join("\n");
  const csl: CslItem[] = [
    {
      id,
      type: "dataset",
      title,
      author: [{ literal: "Claimtape" }],
      publisher: "Claimtape",
      version: edition.method,
      issued: { "date-parts": [dateParts(asOf)] },
      ...(retrieved === null ? {} : { accessed: { "date-parts": [dateParts(retrieved)] } }),
      URL: link,
      note: `${data}; method ${edition.method}`,
    },
  ];
  return { text, bibtex, csl };
}

function dateParts(day: Day): number[] {
  return day.split("-").map(Number);
}

/** What TeX would take for itself, as text. */
function texText(text: string): string {
  return text.replaceAll(/[&%$#_{}]/g, (sign) => `\\${sign}`).replaceAll(/[\u202F\u00A0]/g, "~");
}
