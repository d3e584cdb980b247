import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { RedisLink } from "../lib/io/process/redis-link.ts";

/** Seconds to wait before asking again, or null for a request that may pass. */
export type RateLimit = (client: string, points: number) => Promise<number | null>;

const perSeconds = 60;

/** `points` per minute for each client, counted in this process. */
export function memoryRateLimit(points: number): RateLimit {
  return rateLimitBy(new RateLimiterMemory({ points, duration: perSeconds }));
}

/** The same, counted for all servers together; while Redis is away each counts for itself. */
export function redisRateLimit(points: number, link: RedisLink, keyPrefix = "claimtape:rate"): RateLimit {
  const options = { points, duration: perSeconds };
  const together = new RateLimiterRedis({ ...options, keyPrefix, storeClient: link.client, useRedisPackage: true });
  const alone = new RateLimiterMemory(options);
  return rateLimitBy({
    consume: (client, cost) =>
      link
        .bounded(() => together.consume(client, cost))
        .catch((refused: unknown) => (refused instanceof RateLimiterRes ? Promise.reject(refused) : alone.consume(client, cost))),
  });
}

/** A limiter that fails lets pass: a reader is not turned away for a fault of ours. */
function rateLimitBy(limiter: { consume(client: string, points: number): Promise<unknown> }): RateLimit {
  return async (client, points) => {
    if (points === 0) return null;
    try {
      await limiter.consume(client, points);
      return null;
    } catch (refused) {
      return refused instanceof RateLimiterRes ? Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) : null;
    }
  };
}

/**
 * What a request costs, by the time it takes: a file of the build next to nothing, an answer of the API
 * some 2 ms, a page or a picture drawn on request up to 100. Health is asked by machines and is free.
 *
 * @param prerendered addresses answered from a file, where the query chooses nothing but another file
 */
export function pointsFor(path: string, query: string, prerendered: ReadonlySet<string>): number {
  if (path.startsWith("/_next/static/") || path === "/api/health" || path.startsWith("/api/health/")) return 0;
  if (prerendered.has(path) && choosesNothing(query)) return 0;
  return path.startsWith("/api/") && !/\.(?:png|svg)$/.test(path) ? 1 : 10;
}

/** Of the names a query may hold, `_rsc` alone chooses between files; a page is drawn for every other. */
function choosesNothing(query: string): boolean {
  return [...new URLSearchParams(query).keys()].every((name) => name === "_rsc");
}
