import type { Day } from "./market/series.ts";

export const DATASETS = ["prices", "intraday", "articles", "instruments", "baskets", "capex", "known-days", "calendars", "changes"] as const;
export type DatasetId = (typeof DATASETS)[number];

/** One file of `data/`, as it lies there. */
interface HeldFile {
  /** Inside `data/`: "prices/NVDA.json". */
  name: string;
  bytes: number;
  /** SHA-256 in hex. */
  sha256: string;
}

export interface Dataset {
  id: DatasetId;
  files: HeldFile[];
  /** First and last day its series were taken down on; none for what is written by hand. */
  asOf: Day[];
}
