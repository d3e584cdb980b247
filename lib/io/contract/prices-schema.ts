import { z } from "zod";
import type { PricesAnswer } from "../../domain/report/prices-answer.ts";
import { UNREACHABLE_REASONS } from "../../domain/market/series.ts";
import type { Cached, SeriesStatus, UnreachableReason } from "../../domain/market/series.ts";
import { benchmark, day, fraction, instant, named, symbol, text } from "./named-schema.ts";
import type { PriceFailureKind } from "../prices/price-provider.ts";
import { levelKindSchema } from "../data/series-schema.ts";
import type { LatestPoint, SinceRow } from "../../domain/report/since-article.ts";
import type { SinceAnswer } from "../../domain/report/since-answer.ts";
import { absence } from "./move-schema.ts";

export const priceFailureKind = named<PriceFailureKind>()(
  "PriceFailureKind",
  "How a question to Yahoo failed.",
  z.enum(["not-allowed", "not-found", "invalid-answer", "rate-limited", "timeout", "offline"]),
);

const unreachableReason = named<UnreachableReason>()(
  "UnreachableReason",
  "Why Yahoo gave no answer that can be used; nothing-in-common: its series and the snapshot share too few days.",
  z.enum(UNREACHABLE_REASONS),
);

const cached = named<Cached>()(
  "Cached",
  "Why an answer of Yahoo is not all there is: it is being asked again, could not be, or has no figures yet of the session that ended last.",
  z.union([
    z.strictObject({ reason: z.literal("renewing") }),
    z.strictObject({ reason: z.literal("awaited"), day }),
    z.strictObject({ reason: unreachableReason, detail: text }),
  ]),
);

const earlier = cached.nullable().describe("null where the answer is new.");

const notes = z
  .array(z.strictObject({ day, note: text }))
  .exactOptional()
  .describe("Days whose figure looks wrong and was taken all the same, or is held back, each with why.");

const since = {
  asOf: instant,
  cached: earlier,
  snapshotAsOf: day,
  newerDays: z.int().describe("Sessions that the snapshot does not have yet."),
  splitSince: z.number().describe("1, or the factor by which Yahoo has divided levels since the snapshot."),
};

export const seriesStatus = named<SeriesStatus>()(
  "SeriesStatus",
  "Where a series comes from; `kind` tells the cases apart.",
  z.union([
    z.strictObject({ kind: z.literal("snapshot"), asOf: day }),
    z.strictObject({ kind: z.literal("yahoo"), asOf: instant, cached: earlier, notes }),
    z.strictObject({ kind: z.literal("yahoo-agrees"), ...since, notes }),
    z.strictObject({ kind: z.literal("yahoo-differs"), ...since, days: z.array(day).describe("Days on which they differ."), notes }),
    z.strictObject({ kind: z.literal("yahoo-unreachable"), asOf: day, reason: unreachableReason, detail: text }),
  ]),
);

const levelColumn = z.array(z.number().nullable()).describe("In `currency`; null where no price was printed that day.");

export const pricesAnswer = named<PricesAnswer>()(
  "PricesAnswer",
  "Daily prices of one instrument, in columns of equal length.",
  z.strictObject({
    symbol,
    currency: text.describe("ISO 4217."),
    timeZone: text.describe("IANA time zone of the exchange."),
    levels: levelKindSchema,
    source: z.enum(["snapshot", "yahoo"]),
    asOf: z.union([day, instant]).describe("When the figures were taken down."),
    origin: text.describe("Who the figures come from."),
    status: seriesStatus,
    base: day.describe("The session whose close every change is counted from."),
    days: z.array(day),
    open: levelColumn,
    close: levelColumn,
    change: z.array(fraction).describe("Since the base’s close, dividends and splits taken out."),
    stubs: z.array(z.strictObject({ day, reason: text })).describe("Days that were no full session."),
  }),
);

const latestPoint = named<LatestPoint>()(
  "LatestPoint",
  "How far prices reach: the last close, or the price of a session still running.",
  z.strictObject({
    day,
    at: instant.nullable().describe("The instant of that price; null for a close."),
    price: z.number().nullable().describe("As a market would print it; null for a portfolio and where only adjusted closes exist."),
  }),
);

const sinceRow = named<SinceRow>()(
  "SinceRow",
  "What one instrument or stand-in has done from one base to the latest point.",
  z.strictObject({
    id: text.describe("The instrument, or a stand-in of a basket."),
    base: z.enum(["close", "publication", "open"]),
    latest: z.union([latestPoint, absence]),
    move: z.union([fraction, absence]),
    excess: z.union([fraction, absence]).describe("The move minus the benchmark’s over the same stretch."),
  }),
);

export const sinceAnswer = named<SinceAnswer>()(
  "SinceAnswer",
  "From the article’s bases to the latest price.",
  z.strictObject({
    symbol,
    benchmark,
    market: z
      .strictObject({
        phase: z.enum(["open", "closed"]),
        next: instant.describe("When that changes."),
        timeZone: text,
        why: text.nullable().describe("The holiday the exchange rests for, or why it closes early today; null on an ordinary day."),
        listed: z.boolean().describe("Whether a published list of holidays reaches the day of `next`; if not, that day may be one."),
      })
      .nullable()
      .describe("The instrument’s exchange; null where several or none are behind it."),
    rows: z.array(sinceRow),
    statuses: z.record(symbol, seriesStatus).describe("By symbol, what each series behind the rows is."),
  }),
);
