import { isAbsolute } from "node:path";
import { diskStore } from "./disk-store.ts";
import { memoryStore } from "./memory-store.ts";
import type { SharedStore } from "./shared-store.ts";

/** `CLAIMTAPE_CACHE`: unset, the memory of this process; an absolute path, that folder. */
export function openStore(where: string | undefined): SharedStore {
  if (where === undefined || where === "") return memoryStore();
  if (isAbsolute(where)) return diskStore({ folder: where });
  throw new Error(`CLAIMTAPE_CACHE is "${where}"; allowed is the absolute path of a folder, or nothing`);
}
