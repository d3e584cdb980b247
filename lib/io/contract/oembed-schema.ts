import { z } from "zod";
import { registerSchema, text } from "./named-schema.ts";

const shared = {
  version: z.literal("1.0"),
  title: text,
  provider_name: text,
  provider_url: text,
  cache_age: z.int().describe("Seconds."),
  thumbnail_url: text.exactOptional().describe("The page’s picture, where it is no larger than asked."),
  thumbnail_width: z.int().exactOptional().describe("Pixels."),
  thumbnail_height: z.int().exactOptional().describe("Pixels."),
};

const rich = z.strictObject({
  type: z.literal("rich"),
  ...shared,
  html: text.describe("An iframe with the chart."),
  width: z.int().describe("Pixels."),
  height: z.int().describe("Pixels."),
});
registerSchema("OembedRich", "A page that has a chart to show elsewhere.", rich);

const link = z.strictObject({ type: z.literal("link"), ...shared });
registerSchema("OembedLink", "A page without one chart of its own.", link);

/** Equal to `OembedAnswer` of the views, which this folder may not know; a test holds the two together. */
export const oembedAnswer = z.union([rich, link]);
registerSchema("OembedAnswer", "A page as oEmbed 1.0 tells it; see oembed.com.", oembedAnswer);
