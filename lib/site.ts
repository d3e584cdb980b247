import { newestVersion } from "./domain/edition.ts";
import type { Edition } from "./domain/edition.ts";
import { loadChanges } from "./io/data/data-files.ts";
import { exportLevels, siteAddress } from "./io/process/settings.ts";

/** Which Claimtape this is. */
export function edition(): Edition {
  return { method: newestVersion(loadChanges(), "method"), site: siteAddress(), levels: exportLevels() };
}
