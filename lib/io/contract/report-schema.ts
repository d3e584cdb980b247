import { z } from "zod";
import type { PartReport, Provenance } from "../../domain/report/instrument-report.ts";
import type { InstrumentReport } from "../../domain/report/report.ts";
import {
  articleGroupSchema,
  articleSchema,
  claimSchema,
  claimTestSchema,
  crossDisagreementSchema,
  disagreementSchema,
  exposureSchema,
  figureInputSchema,
  figureSchema,
  otherEventSchema,
  referenceSchema,
  saidAtSchema,
  sourceSchema,
  speakerSchema,
} from "../data/article-schema.ts";
import { compositionSchema, instrumentSchema, memberSchema, proxySchema } from "../data/instrument-schema.ts";
import { absence, eventDay, exchangeId, moves, path } from "./move-schema.ts";
import { day, registerSchema, instant, named, symbol, text } from "./named-schema.ts";
import { levelKindSchema } from "../data/series-schema.ts";
import { articleVerdicts } from "./verdict-schema.ts";

registerSchema("Article", "An article: who said what in it, with the tests that were written down for each claim.", articleSchema);
registerSchema("Claim", "One claim, in our words, with what it is about and the tests it is held to.", claimSchema);
registerSchema("Speaker", "Who speaks in the article.", speakerSchema);
registerSchema("Exposure", "What ties a claim to an instrument, how firmly, and the direction the claim gives it.", exposureSchema);
registerSchema("Disagreement", "Two or three claims that pull against each other.", disagreementSchema);
registerSchema("CrossDisagreement", "A claim of this article against one of another.", crossDisagreementSchema);
registerSchema("SaidAt", "When words were first said, where not in the article, and how that is known.", saidAtSchema);
registerSchema("ArticleGroup", "Instruments that an article’s claims take together, as an equal-weight portfolio.", articleGroupSchema);
registerSchema("OtherEvent", "Something else that happened by the event day and could move the same prices.", otherEventSchema);
registerSchema("ClaimTest", "The test a claim is held to, as data.", claimTestSchema);
registerSchema("Figure", "A number that was stated, and the reference it is set against.", figureSchema);
registerSchema("Reference", "How a reference is worked out of sourced inputs.", referenceSchema);
registerSchema("FigureInput", "One input of a reference.", figureInputSchema);
registerSchema("Source", "Where a number comes from.", sourceSchema);
registerSchema("Instrument", "Anything a claim can be about, whether or not it has a price.", instrumentSchema);
registerSchema("Composition", "What stands behind a basket or a group.", compositionSchema);
registerSchema("Proxy", "A listed stand-in for a basket without a public quote.", proxySchema);
registerSchema("Member", "A member of a group or of a list. Weights are fractions, all equal.", memberSchema);

const provenance = named<Provenance>()(
  "Provenance",
  "Where an instrument’s numbers come from.",
  z.strictObject({
    source: z.enum(["snapshot", "yahoo"]),
    asOf: z.union([day, instant]).describe("When the figures were taken down."),
    origin: text.describe("Who the figures come from."),
    levels: levelKindSchema,
    first: day.describe("First session in use."),
    last: day.describe("Last session in use."),
  }),
);

const part = named<PartReport>()(
  "PartReport",
  "One stand-in of a basket, or one member of a group.",
  z.strictObject({
    id: text.describe("A stand-in’s id or a member’s symbol."),
    name: text,
    role: z.enum(["judged", "shown", "member", "apart"]),
    reason: text,
    note: text.exactOptional(),
    symbols: z.array(symbol).describe("Symbols behind it: one for a fund or member, many for a list."),
    moves: z.union([moves, absence]),
    path: z.union([path, absence]),
  }),
);

const instrumentReport = named<InstrumentReport>()(
  "InstrumentReport",
  "One instrument beside the tape, before any judgement.",
  z.strictObject({
    instrument: instrumentSchema,
    composition: compositionSchema.nullable(),
    eventDay: z.union([eventDay, absence]),
    moves: z.union([moves, absence]).describe("For a group its portfolio’s; for a basket absent, see `parts`."),
    path: z.union([path, absence]),
    parts: z.array(part),
    provenance: provenance.nullable().describe("Null for what has no series of its own."),
    claims: z.array(text).describe("Ids of the claims that name it, in article order."),
    claimsThroughGroup: z.array(z.strictObject({ claim: text, group: symbol })),
    memberOf: z.array(z.strictObject({ symbol, part: text })),
  }),
);

/** What `/api/articles/{slug}` sends. */
export const articleAnswer = z.strictObject({
  article: articleSchema,
  benchmarks: z.array(symbol),
  eventDays: z.record(exchangeId, z.union([eventDay, absence])).describe("By exchange."),
  instruments: z.record(symbol, instrumentReport).describe("By symbol: every instrument."),
  verdicts: z.union([articleVerdicts, absence]),
});
registerSchema("ArticleAnswer", "A whole article beside the whole tape, and its verdicts.", articleAnswer);
export type ArticleAnswer = z.output<typeof articleAnswer>;

/** What `/api/tickers/{symbol}` sends. */
export const tickerAnswer = z.strictObject({
  article: z.strictObject({ slug: text, title: text, publishedAt: instant }),
  report: instrumentReport,
  claims: z.array(claimSchema).describe("Claims that name it."),
  claimsThroughGroup: z.array(claimSchema).describe("Claims about a group or basket it is part of."),
});
registerSchema("TickerAnswer", "One instrument’s report, and the claims of an article about it.", tickerAnswer);
export type TickerAnswer = z.output<typeof tickerAnswer>;
