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

/** Points for each of these many bytes of an answer that is counted, beside what it cost to make. */
const bytesPerPoint = 128 * 1024;

/**
 * What a request costs, by the time it takes to answer: an answer of the API some 2 ms, a page, file or
 * picture drawn on request 20 to 250, the more lines a chart has the longer. What the front answers from
 * memory is not asked about here, and costs nothing.
 *
 * @param place the decoded path
 */
export function pointsFor(place: string, query: string): number {
  if (/^\/(?:api|data)\//.test(place)) return 1;
  const lines = new URLSearchParams(query).getAll("lines").flatMap((list) => list.split(","));
  return 10 + 2 * Math.min(12, lines.length);
}

export function pointsForBytes(bytes: number): number {
  return Math.floor(bytes / bytesPerPoint);
}
