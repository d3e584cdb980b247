import { z } from "zod";
import { day, registerSchema, instant, named, symbol, text } from "./named-schema.ts";
import { priceFailureKind } from "./prices-schema.ts";
import type { RedisState } from "../process/redis-link.ts";
import type { VendorState } from "../prices/vendor-guard.ts";

const vendor = named<VendorState & { store: string }>()(
  "Vendor",
  "How one vendor of prices stands, as this server knows it.",
  z.strictObject({
    breaker: z.enum(["closed", "open", "half-open"]).describe("closed: it is asked. open: it is left alone. half-open: the next question is the trial."),
    until: instant.nullable().describe("When it is asked again; null unless open."),
    lastSuccess: z.strictObject({ at: instant, symbol }).nullable(),
    lastFailure: z.strictObject({ at: instant, symbol, reason: priceFailureKind, detail: text }).nullable(),
    store: text.describe("Where its series are kept: memory, disk or redis."),
  }),
);

const redis = named<RedisState>()(
  "Redis",
  "The connection that several servers share. Away, or refusing to take anything new (full, read-only), each goes on with what it has.",
  z.strictObject({
    state: z.enum(["ready", "refusing", "away"]),
    since: text.describe("An instant."),
    reason: text.nullable().describe("Why it is away or refuses, in a few words."),
  }),
);

export const health = z.strictObject({
  status: z.literal("ok"),
  prices: z.enum(["auto", "snapshot", "yahoo"]).describe("Where answers take prices from, as the server was set."),
  snapshot: z.strictObject({ asOf: day.nullable(), series: z.int() }),
  counts: z.strictObject({ articles: z.int(), instruments: z.int() }),
  vendors: z.record(text, vendor).describe("By name."),
  redis: redis.nullable().describe("null where this server shares nothing."),
});
registerSchema("Health", "What is served, from which prices, and how each vendor stands.", health);

export const live = z.strictObject({ status: z.literal("live") });
registerSchema("Live", "The process answers.", live);

export const ready = z.strictObject({ status: z.literal("ready") });
registerSchema("Ready", "Readers may be sent here.", ready);
