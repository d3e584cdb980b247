import { LRUCache } from "lru-cache";
import type { SharedStore } from "./shared-store.ts";

export interface MemoryStoreOptions {
  /** Of all values together, counted as UTF-16. The least recently used goes first. */
  maxBytes?: number;
  /** Milliseconds of any origin, never going back. */
  now?: () => number;
}

/** The store of one process: gone when it ends. */
export function memoryStore({ maxBytes = 64_000_000, now = () => performance.now() }: MemoryStoreOptions = {}): SharedStore {
  const held = new LRUCache<string, string>({
    maxSize: maxBytes,
    sizeCalculation: (value, key) => 2 * (value.length + key.length) + 1,
    // A clock of ours: lru-cache would look at its own once a millisecond, and tests could not move it.
    perf: { now: () => now() + 1 },
    ttlResolution: 0,
  });
  // Not among the values: a lock that is pushed out by a large value would be no lock.
  const locks = new Map<string, { until: number }>();

  return {
    kind: "memory",
    get: async (key) => held.get(key) ?? null,
    set: async (key, value, ttlMs) => void held.set(key, value, { ttl: Math.ceil(ttlMs) }),
    async lock(key, ttlMs) {
      const holder = locks.get(key);
      if (holder !== undefined && holder.until > now()) return null;
      const mine = { until: now() + ttlMs };
      locks.set(key, mine);
      return async () => {
        if (locks.get(key) === mine) locks.delete(key);
      };
    },
  };
}
