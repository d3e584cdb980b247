import { z } from "zod";
import { problems } from "./data-error.ts";
import { marketKindSchema } from "./market-schema.ts";
import { daySchema } from "./series-schema.ts";

const text = z.string().min(1, "some text");
const symbol = z.string().regex(/^\^?[A-Z][A-Z0-9.-]*$/, "a symbol such as NVDA, BRK-B or ^VIX");

/** A point ends a name only where it ends an abbreviation. */
const closed = /(?:\b(?:Inc|Corp|Co|Ltd|Bros)|\b(?:[A-Za-z]\.)+[A-Za-z])\.$/;

/** Letters, digits and what names are written with; no bracket left open, nothing hanging at the end. */
export const nameSchema = text.refine(
  (name) =>
    !/\s{2}|^\s|\s$/.test(name) &&
    !/[(\[,;:&/–—-]$/.test(name) &&
    (!name.endsWith(".") || closed.test(name)) &&
    name.split("(").length === name.split(")").length,
  "a name without double spaces, open brackets or punctuation at its end",
);

/** A name or a symbol that was valid up to and including `until`. */
const formerSchema = z.strictObject({ name: nameSchema.exactOptional(), was: symbol.exactOptional(), until: daySchema });

const listedSchema = z.strictObject({
  symbol,
  name: nameSchema,
  kind: marketKindSchema,
  /** Null where the source does not say, as for every fund. */
  exchange: text.nullable(),
  /** Nasdaq's own classes, not those of an index. */
  sector: text.nullable(),
  industry: text.nullable(),
  country: text.nullable(),
  sp500: z.boolean(),
  /** What a text may call it today, the name itself not repeated. Of several classes of shares the first alone has them. */
  aliases: z.array(nameSchema),
  /** Another class of shares of the same company, which has the aliases. */
  classOf: symbol.exactOptional(),
  former: z.array(formerSchema).exactOptional(),
});
export type Listed = z.infer<typeof listedSchema>;

const leftSchema = z.strictObject({
  symbol,
  name: nameSchema,
  exchange: text.nullable(),
  sector: text.nullable(),
  country: text.nullable(),
  aliases: z.array(nameSchema),
  /** The first day without it, as far as remembered; left out where nothing is known. */
  on: daySchema.exactOptional(),
  how: text.exactOptional(),
  /** Who is quoted in its place. */
  became: symbol.exactOptional(),
});
export type LeftListing = z.infer<typeof leftSchema>;

/** `data/market/universe.json`: who is quoted in the United States, what it is called, and what has to be asked. */
export const universeSchema = z
  .strictObject({
    asOf: daySchema,
    origin: text,
    listed: z.array(listedSchema).min(1, "at least one"),
    /** Names several companies share. */
    shared: z.array(z.strictObject({ alias: nameSchema, symbols: z.array(symbol).min(2, "at least two") })),
    /** Aliases, in lower case, that are words or two letters as well: a text that has one may mean something else. */
    ask: z.array(text),
  })
  .check(
    problems(function* ({ listed, shared }) {
      const bySymbol = new Map(listed.map((one) => [one.symbol, one]));
      if (bySymbol.size < listed.length) {
        const at = listed.findIndex((one, i) => listed.findIndex((other) => other.symbol === one.symbol) < i);
        yield { path: ["listed", at, "symbol"], expected: "a symbol that is not listed already" };
      }
      const owner = new Map<string, string>();
      for (const [at, one] of listed.entries()) {
        if (one.classOf !== undefined && (bySymbol.get(one.classOf)?.classOf !== undefined || !bySymbol.has(one.classOf))) {
          yield { path: ["listed", at, "classOf"], expected: "a listed symbol that is no class of another" };
        }
        for (const [i, alias] of one.aliases.entries()) {
          const known = owner.get(alias.toLowerCase());
          if (known !== undefined) yield { path: ["listed", at, "aliases", i], expected: `an alias that is not of ${known} already` };
          owner.set(alias.toLowerCase(), one.symbol);
        }
        for (const [i, { name, was }] of (one.former ?? []).entries()) {
          if (name === undefined && was === undefined) yield { path: ["listed", at, "former", i], expected: "a name or a symbol" };
        }
      }
      for (const [at, { alias, symbols }] of shared.entries()) {
        const known = owner.get(alias.toLowerCase());
        if (known !== undefined) yield { path: ["shared", at, "alias"], expected: `an alias that is not of ${known} alone` };
        const stranger = symbols.findIndex((one) => !bySymbol.has(one));
        if (stranger !== -1) yield { path: ["shared", at, "symbols", stranger], expected: "a listed symbol" };
      }
    }),
  );
export type Universe = z.infer<typeof universeSchema>;

/** `data/market/left.json`: who was above two billion dollars on 2 June 2023 or 24 January 2025 and is no longer in the universe under that symbol. */
export const leftListingsSchema = z.strictObject({ asOf: daySchema, origin: text, note: text, left: z.array(leftSchema) });
export type LeftListings = z.infer<typeof leftListingsSchema>;

/** `data/market/names.json`: kept by hand, read by the import. */
export const namesSchema = z.strictObject({
  names: z.array(z.strictObject({ symbol, name: nameSchema, reason: text })),
  kinds: z.array(z.strictObject({ symbol, kind: marketKindSchema, reason: text })),
  missing: z.array(z.strictObject({ symbol, name: nameSchema, kind: marketKindSchema })),
  former: z.array(z.strictObject({ symbol, name: nameSchema.exactOptional(), was: symbol.exactOptional(), until: daySchema })),
  left: z.array(z.strictObject({ symbol, on: daySchema, how: text, became: symbol.exactOptional() })),
  aliases: z.array(z.strictObject({ symbol, alias: nameSchema, reason: text })),
  /** Companies whose name another one has as well: no classes of one. */
  apart: z.array(z.strictObject({ symbol, reason: text })),
  never: z.array(text),
  ask: z.array(text),
});
export type Names = z.infer<typeof namesSchema>;
