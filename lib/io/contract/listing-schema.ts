import { z } from "zod";
import { registerSchema, instant, symbol, text } from "./named-schema.ts";

export const articleList = z.strictObject({
  articles: z.array(
    z.strictObject({
      slug: text,
      title: text,
      publisher: text,
      author: text,
      language: text.describe("Of the article, in words."),
      publishedAt: instant,
      claims: z.int().describe("How many."),
    }),
  ),
});
registerSchema("ArticleList", "Every article, without its claims.", articleList);

export const tickerList = z.strictObject({
  tickers: z.array(
    z.strictObject({
      symbol,
      name: text,
      kind: z.enum(["equity", "etf", "index", "basket", "group", "private"]),
      hasPrices: z.boolean().describe("Whether its /prices answers."),
      page: text.describe("Path of its page."),
    }),
  ),
});
registerSchema("TickerList", "Every instrument with a page.", tickerList);

export const openApi = z.looseObject({ openapi: z.literal("3.1.1"), info: z.looseObject({ title: text }), paths: z.record(text, z.unknown()), components: z.looseObject({}) });
registerSchema("OpenApi", "An OpenAPI document; see spec.openapis.org.", openApi);
