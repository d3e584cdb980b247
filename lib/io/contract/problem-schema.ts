import { z } from "zod";
import { day, registerSchema, symbol, text } from "./named-schema.ts";

/** The body of every error, of the API, of files and of pictures: which part of the request was wrong, or what is missing. */
export const problem = z.strictObject({
  error: z.strictObject({
    parameter: text.exactOptional().describe("The part of the request that cannot be used."),
    value: text.exactOptional().describe("What it was, its first hundred characters."),
    allowed: z.array(text).exactOptional().describe("What it may be."),
    nearest: z.array(text).exactOptional().describe("Names that are near."),
    symbol: symbol.exactOptional(),
    event: day.exactOptional(),
    reason: text.exactOptional().describe("Why there is nothing, in one word."),
    detail: text.exactOptional().describe("What is wrong or missing, in a sentence."),
    proxies: z
      .array(z.strictObject({ id: text, name: text, symbols: z.array(symbol) }))
      .exactOptional()
      .describe("What has prices in its place: stand-ins, members or listed backers."),
  }),
});
registerSchema("Problem", "The body of every error.", problem);

export type Problem = z.infer<typeof problem>;
