import { diskStore } from "./disk-store.ts";
import { memoryStore } from "./memory-store.ts";
import { redisFromEnvironment } from "../process/redis-link.ts";
import { redisStore } from "./redis-store.ts";
import type { SharedStore } from "./shared-store.ts";

/** Redis where there is one; else the folder, an absolute path; else the memory of this process. */
export function openStore(folder: string | null): SharedStore {
  const redis = redisFromEnvironment();
  if (redis !== null) return redisStore(redis);
  return folder === null ? memoryStore() : diskStore({ folder });
}
