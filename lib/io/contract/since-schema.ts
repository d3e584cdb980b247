import { z } from "zod";
import type { LatestPoint, SinceRow } from "../../domain/report/since-article.ts";
import type { SinceAnswer } from "../../domain/report/since-answer.ts";
import { absence } from "./move-schema.ts";
import { benchmark, day, fraction, instant, named, symbol, text } from "./named-schema.ts";
import { seriesStatus } from "./prices-schema.ts";

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

export const sinceAnswer = named<SinceAnswer>()("SinceAnswer", "From the article’s bases to the latest price.", z.strictObject({
  symbol,
  benchmark,
  market: z
    .strictObject({ phase: z.enum(["open", "closed"]), next: instant.describe("When that changes."), timeZone: text })
    .nullable()
    .describe("The instrument’s exchange; null where several or none are behind it."),
  rows: z.array(sinceRow),
  statuses: z.record(symbol, seriesStatus).describe("By symbol, what each series behind the rows is."),
}));
