import { z } from "zod";
import type { PriceFailureKind } from "./price-provider.ts";
import { longestBreakMs } from "../process/settings.ts";
import type { SharedStore } from "./shared-store.ts";

/** That a vendor is left alone until then: what one server learnt, for all who share the store. */
export interface BreakerRecord {
  /** Milliseconds since 1970. */
  until: number;
  reason: PriceFailureKind;
  detail: string;
  /** How many times in a row the vendor has asked for fewer requests: each makes the wait longer. Left out where it did not. */
  strikes?: number;
}

/** For a clock between two servers. */
const skewMs = 60_000;
/** Readers are shown it: one sentence. */
const longestDetail = 300;

const reasons = ["not-found", "invalid-answer", "rate-limited", "timeout", "offline"] as const;
const recordSchema = z.object({
  until: z.number(),
  reason: z.enum(reasons),
  detail: z.string().transform((detail) => detail.slice(0, longestDetail)),
  strikes: z.int().min(1).max(100).exactOptional(),
});

const keyOf = (vendor: string) => `breaker:${vendor}`;

/**
 * The open breaker of a vendor, or null where none of those who share the store has opened it. A record
 * of more than the longest break was written by a clock ahead, or is not ours.
 */
export async function readBreaker(store: SharedStore, vendor: string, now: number): Promise<BreakerRecord | null> {
  const record = await readRecord(store, vendor, now);
  return record !== null && record.until > now ? record : null;
}

/** The same after its time, too, while it is remembered that the vendor asked for fewer requests. */
export async function readRecord(store: SharedStore, vendor: string, now: number): Promise<BreakerRecord | null> {
  const text = await store.get(keyOf(vendor));
  if (text === null) return null;
  const { data: record } = recordSchema.safeParse(json(text));
  return record && record.until <= now + longestBreakMs + skewMs ? record : null;
}

export async function writeBreaker(store: SharedStore, vendor: string, record: BreakerRecord, now: number): Promise<void> {
  const wait = record.until - now;
  // A vendor that asked for fewer requests is trusted again after as long as it was left alone.
  await store.set(keyOf(vendor), JSON.stringify(record), Math.max(1, record.strikes === undefined ? wait : 2 * wait));
}

/** The vendor answers again. */
export async function clearBreaker(store: SharedStore, vendor: string): Promise<void> {
  await store.set(keyOf(vendor), "null", 1);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
