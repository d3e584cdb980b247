import type { Day } from "./market/series.ts";

/** A change that can make a number differ, of the method or of the data; `data/changes.json`. */
export interface Change {
  day: Day;
  of: "method" | "data";
  /** "1.2": the first part counts what is no longer comparable, the second everything else. */
  version: string;
  what: string;
}

/** Which Claimtape this is, where it stands and what it may give away: said in every export. */
export interface Edition {
  /** Version of the method: the newest one named in `data/changes.json`. */
  method: string;
  /** Public address of the site, without a slash at the end. */
  site: string;
  /** Whether prices as quoted may leave in files. */
  levels: boolean;
}

/** @param changes newest first, at least one of each kind */
export function newestVersion(changes: Change[], of: Change["of"]): string {
  return changes.find((change) => change.of === of)?.version ?? "";
}
