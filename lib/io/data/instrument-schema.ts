import { z } from "zod";
import type { Capex, CapexFigure, CompanyCapex, KnownCapex } from "../../domain/article/capex.ts";
import type { Composition, Exchange, Instrument, Member, Proxy, ReportedMove, Weighting } from "../../domain/market/instruments.ts";
import { sourceSchema } from "./article-schema.ts";
import { exactly } from "./data-error.ts";
import { daySchema, levelKindSchema } from "./series-schema.ts";

const text = z.string().min(1, "some text");
/** A symbol is a file's name, a part of a URL and a key: nothing in it may point elsewhere. */
const symbol = z.string().regex(/^[A-Z0-9^](?:[A-Z0-9.-]*[A-Z0-9])?$/, "capitals, digits, dots or hyphens");
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time HH:MM");
export const exchangeIdSchema = z.string().regex(/^[A-Z][A-Z0-9]*$/, "an exchange’s code: capitals or digits");
const billions = z.number("a number").positive("a number above 0");
const timeZone = text.refine(isTimeZone, "a time zone of the IANA list");
const url = z.url("an address").nullable();

/** As the file has it: its calendar stands in a file of its own. */
const exchange = exactly<Omit<Exchange, "calendar">>()(
  z.strictObject({
    id: exchangeIdSchema,
    name: text,
    timeZone,
    open: clock,
    close: clock,
    sessionsOf: symbol,
  }),
);

export const instrumentSchema = exactly<Instrument>()(
  z.strictObject({
    symbol,
    name: text,
    shortName: text,
    kind: z.enum(["equity", "etf", "index", "basket", "group", "private"]),
    yahoo: z.union([z.strictObject({ symbol, timeZone: timeZone.exactOptional() }), z.strictObject({ none: text })]),
    exchange: exchangeIdSchema.nullable(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "a currency of three capitals")
      .nullable(),
    levels: levelKindSchema,
    about: text,
    benchmark: z.boolean().exactOptional(),
    volatilityIndex: z.boolean().exactOptional(),
    laterSplit: z
      .string()
      .regex(/^\d+:\d+$/, "a split like 5:1")
      .exactOptional(),
    backers: z.array(z.strictObject({ symbol, reason: text })).exactOptional(),
  }),
);

/** `data/instruments.json` */
export const instrumentsSchema = z.strictObject({
  exchanges: z.array(exchange).min(1, "at least one exchange"),
  instruments: z.array(instrumentSchema).min(1, "at least one instrument"),
});

export const memberSchema = exactly<Member>()(
  z.strictObject({
    symbol,
    weight: z.number("a number").positive("a weight above 0").max(1, "a weight of 1 or less"),
    reason: text,
  }),
);
const members = z.array(memberSchema).min(1, "at least one member");

export const proxySchema = exactly<Proxy>()(
  z.strictObject({
    id: symbol,
    name: text,
    kind: z.enum(["fund", "list"]),
    members,
    reason: text,
    role: z.enum(["judged", "shown"]),
    note: text.exactOptional(),
  }),
);

const reported = exactly<ReportedMove>()(
  z.strictObject({
    day: daySchema,
    move: z.number("a fraction").gt(-1, "a fraction above -1").lt(1, "a fraction below 1: percent / 100"),
    publisher: text,
    document: text,
    url,
  }),
);

const weightings = exactly<Weighting[]>()(
  z.array(z.discriminatedUnion("id", [z.strictObject({ id: z.literal("equal") }), z.strictObject({ id: z.literal("capitalisation"), missing: text })])),
);

export const compositionSchema = exactly<Composition>()(
  z.discriminatedUnion("kind", [
    z.strictObject({
      symbol,
      kind: z.literal("basket"),
      publisher: text,
      known: text,
      inferred: text,
      weightings,
      proxies: z.array(proxySchema).min(1, "at least one proxy"),
      reported: z.array(reported),
    }),
    z.strictObject({
      symbol,
      kind: z.literal("group"),
      weightings,
      members,
      apart: z.array(z.strictObject({ symbol, reason: text })),
      reason: text,
    }),
  ]),
);

/** `data/baskets.json` */
export const compositionsSchema = exactly<Composition[]>()(z.array(compositionSchema));

const amounts = {
  lowUsdBn: billions,
  highUsdBn: billions.nullable(),
  pointUsdBn: billions,
  period: text,
  madePublic: daySchema,
  definition: text,
  source: sourceSchema,
  note: text.exactOptional(),
};
const capexFigure = exactly<CapexFigure>()(z.strictObject(amounts));

export const knownCapexSchema = exactly<KnownCapex>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal(["announced", "actual"]), ...amounts }),
    z.strictObject({ kind: z.literal("rank-only"), rank: z.literal("lowest"), reason: text }),
  ]),
);

const companyCapex = exactly<CompanyCapex>()(
  z.strictObject({
    symbol,
    known: knownCapexSchema,
    later: z.array(capexFigure),
  }),
);

/** `data/capex.json` */
export const capexSchema = exactly<Capex>()(
  z.strictObject({
    asOf: daySchema,
    note: text,
    companies: z.array(companyCapex).min(1, "at least one company"),
    orders: z.array(
      z.strictObject({
        id: text,
        label: text,
        role: z.enum(["primary", "shown"]),
        fromMost: z.array(symbol).min(2, "at least two companies"),
        reason: text,
        swapped: z.tuple([symbol, symbol]).exactOptional(),
      }),
    ),
  }),
);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
