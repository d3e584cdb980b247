import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DataError } from "../../lib/io/data/data-error.ts";
import { checkWholeData } from "../../lib/io/data/whole-data.ts";

/** A new file that does not go with the others, and the check's words. `file` as inside the data folder; null: none of the new ones is named. */
export interface Misfit {
  file: string | null;
  said: string;
}

/**
 * What a start would say of the data folder with the new files in the place of their old ones: every
 * check, with nothing moved yet. Null where it would start. A folder of prices alone is not checked.
 *
 * @param fresh path inside the data folder -> where the new file is
 */
export function misfit(dataFolder: string, fresh: Map<string, string>): Misfit | null {
  if (!existsSync(join(dataFolder, "instruments.json"))) return null;
  const folder = mkdtempSync(join(tmpdir(), "claimtape-fits-"));
  try {
    for (const entry of readdirSync(dataFolder, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const name = entry.name;
      if (name !== "prices" && name !== "intraday") symlinkSync(resolve(dataFolder, name), join(folder, name));
      else link(dataFolder, folder, name, fresh);
    }
    checkWholeData(folder);
    return null;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const file = error.file.replace(/^data\//, "");
    return { file: fresh.has(file) ? file : null, said: error.message };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function link(dataFolder: string, folder: string, kind: string, fresh: Map<string, string>): void {
  mkdirSync(join(folder, kind));
  const names = new Set([
    ...readdirSync(join(dataFolder, kind)),
    ...[...fresh.keys()].filter((file) => file.startsWith(`${kind}/`)).map((file) => file.slice(kind.length + 1)),
  ]);
  for (const name of names) {
    const from = fresh.get(`${kind}/${name}`) ?? join(dataFolder, kind, name);
    if (name.endsWith(".json")) symlinkSync(resolve(from), join(folder, kind, name));
  }
}
