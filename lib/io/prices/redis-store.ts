import { randomUUID } from "node:crypto";
import type { RedisLink } from "../process/redis-link.ts";
import type { SharedStore } from "./shared-store.ts";

/** Frees the lock only for its holder, in one step: between a look and a delete it could change hands. */
const releaseScript = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/** What several servers share, in Redis. `prefix` keeps one site's keys apart from another's. */
export function redisStore({ bounded, written }: RedisLink, prefix = "claimtape:"): SharedStore {
  const valueKey = (key: string) => `${prefix}value:${key}`;
  const lockKey = (key: string) => `${prefix}lock:${key}`;
  const wholeMs = (ttlMs: number) => Math.max(1, Math.ceil(ttlMs));

  return {
    kind: "redis",
    get: (key) => bounded((client) => client.get(valueKey(key))),
    async set(key, value, ttlMs) {
      await written((client) => client.set(valueKey(key), value, { expiration: { type: "PX", value: wholeMs(ttlMs) } }));
    },
    async lock(key, ttlMs) {
      const token = randomUUID();
      const taken = await written((client) => client.set(lockKey(key), token, { condition: "NX", expiration: { type: "PX", value: wholeMs(ttlMs) } }));
      if (taken === null) return null;
      return async () => {
        await written((client) => client.eval(releaseScript, { keys: [lockKey(key)], arguments: [token] }));
      };
    },
  };
}
