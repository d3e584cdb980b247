import { z } from "zod";
import type { Same } from "../data/data-error.ts";
import { daySchema, instantSchema, levelKindSchema } from "../data/series-schema.ts";

/** Schemas that the API's document gives a name of their own, under `#/components/schemas/`. */
export const namedSchemas = z.registry<{ id: string }>();

/** Names a schema of an answer and says what it is. It compiles only while the schema is its type: see `exactly`. */
export function named<T>() {
  return <S extends z.ZodType>(id: string, description: string, schema: S, ..._same: Same<z.output<S>, T>): z.ZodType<T> => {
    registerSchema(id, description, schema);
    return schema as z.ZodType<unknown> as z.ZodType<T>;
  };
}

/** Names a schema that is there already: what a data file is parsed with is also what an answer repeats. */
export function registerSchema(id: string, description: string, schema: z.ZodType): void {
  z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), description });
  namedSchemas.add(schema, { id });
}

export const day = daySchema;
export const instant = instantSchema;
export const text = z.string();
export const symbol = z.string();
export const fraction = z.number();
export const pValue = z.number().min(0).max(1);
export const offset = z.int();
export const benchmark = z.string();

registerSchema("Day", "A day in the exchange’s time zone, YYYY-MM-DD.", day);
registerSchema("Instant", "An instant of ISO 8601, with offset or Z.", instant);
registerSchema("Symbol", "The code of an instrument, as /api/tickers lists it.", symbol);
registerSchema("Fraction", "A return or change as a fraction: −0.1697 is −16.97 %.", fraction);
registerSchema("PValue", "A p-value, two-sided and unadjusted for multiplicity unless its field says otherwise.", pValue);
registerSchema("Offset", "Sessions from the event day: 0 is that day, −1 the session before.", offset);
registerSchema("Benchmark", "The symbol of a market benchmark, SPY or RSP.", benchmark);
registerSchema(
  "LevelKind",
  "What a level is: the price printed that day, one divided by a later split, or nothing that may be called a price.",
  levelKindSchema,
);
