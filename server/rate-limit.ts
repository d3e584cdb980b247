import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimiterAbstract } from "rate-limiter-flexible";
import type { RedisLink } from "../lib/io/process/redis-link.ts";

/** Seconds to wait before asking again, or null for a request that may pass. */
export type RateLimit = (client: string, points: number) => Promise<number | null>;

const perSeconds = 60;

/** `points` per minute for each client, counted in this process. */
export function memoryRateLimit(points: number): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: perSeconds });
  return (client, cost) => secondsToWait(limiter, client, cost);
}

/** The same, counted for all servers together; while Redis is away, or takes nothing new, each counts for itself. */
export function redisRateLimit(points: number, link: RedisLink, keyPrefix = "claimtape:rate"): RateLimit {
  const options = { points, duration: perSeconds };
  const together = new RateLimiterRedis({ ...options, keyPrefix, storeClient: link.client, useRedisPackage: true });
  const alone = new RateLimiterMemory(options);
  return (client, cost) => link.written(() => secondsToWait(together, client, cost)).catch(() => secondsToWait(alone, client, cost));
}

/** A limiter rejects for a client that has used its points, and for a failure of its own: the second is thrown. */
async function secondsToWait(limiter: RateLimiterAbstract, client: string, cost: number): Promise<number | null> {
  if (cost === 0) return null;
  try {
    await limiter.consume(client, cost);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
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
