import type { Metadata } from "next";
import { DataPage } from "../../components/pages/data-page.tsx";
import { edition } from "../../lib/site.ts";
import { DATASET_WORDS } from "../../lib/view/export/dataset-words.ts";
import { downloads, quotedLines } from "../downloads.ts";

export const metadata: Metadata = {
  title: "Data",
  description: "Every data set behind the pages: what it is, where it is from, what may be done with it, its checksum and its download.",
  alternates: { canonical: "/data" },
};

export default async function DataRoute() {
  const sets = (await downloads()).flatMap(({ dataset, file, text, sha256 }) =>
    dataset === null
      ? []
      : [
          {
            ...DATASET_WORDS[dataset.id],
            id: dataset.id,
            asOf: dataset.asOf,
            files: dataset.files.length,
            file,
            bytes: new TextEncoder().encode(text).byteLength,
            sha256,
          },
        ],
  );
  const series = (await quotedLines()).map(({ id, name, days, asOf, origin, levels }) => ({
    id,
    name,
    first: days[0] ?? "",
    last: days.at(-1) ?? "",
    asOf,
    origin,
    levels,
  }));
  return <DataPage sets={sets} series={series} edition={edition()} />;
}
