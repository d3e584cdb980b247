import { z } from "zod";
import { day, registerSchema, symbol, text } from "./named-schema.ts";

/** What every answer says that is no answer: which part of the question was wrong, or what there is not. */
export const problem = z.strictObject({
  error: z.strictObject({
    parameter: text.exactOptional().describe("The part of the question that cannot be used."),
    value: text.exactOptional().describe("What it was, its first hundred characters."),
    allowed: z.array(text).exactOptional().describe("What it may be."),
    nearest: z.array(text).exactOptional().describe("Names that are near."),
    symbol: symbol.exactOptional(),
    event: day.exactOptional(),
    reason: text.exactOptional().describe("Why there is nothing, in one word."),
    detail: text.exactOptional().describe("The same in a sentence."),
    proxies: z
      .array(z.strictObject({ id: text, name: text, symbols: z.array(symbol) }))
      .exactOptional()
      .describe("What has prices in its place: stand-ins, members or listed backers."),
  }),
});
registerSchema("Problem", "Why a question has no answer.", problem);

export type Problem = z.infer<typeof problem>;
