import { z } from "zod";
import type { PriceFailureKind } from "./price-provider.ts";
import type { SharedStore } from "./shared-store.ts";

/** That a vendor is left alone until then: what one server learnt, for all who share the store. */
export interface BreakerRecord {
  /** Milliseconds since 1970. */
  until: number;
  reason: PriceFailureKind;
  detail: string;
}

const reasons = ["not-found", "invalid-answer", "rate-limited", "timeout", "offline"] as const;
const recordSchema = z.object({ until: z.number(), reason: z.enum(reasons), detail: z.string() });

const keyOf = (vendor: string) => `breaker:${vendor}`;

/** The open breaker of a vendor, or null where none of those who share the store has opened it. */
export async function readBreaker(store: SharedStore, vendor: string, now: number): Promise<BreakerRecord | null> {
  const text = await store.get(keyOf(vendor));
  if (text === null) return null;
  const parsed = recordSchema.safeParse(json(text));
  return parsed.success && parsed.data.until > now ? parsed.data : null;
}

export async function writeBreaker(store: SharedStore, vendor: string, record: BreakerRecord, now: number): Promise<void> {
  await store.set(keyOf(vendor), JSON.stringify(record), Math.max(1, record.until - now));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
