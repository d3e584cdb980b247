import type { MetadataRoute } from "next";
import { impactOf } from "../lib/impact.ts";
import { articleSlugs, loadInstruments } from "../lib/io/data/data-files.ts";
import { argumentsHref, boardHref, claimHref, tickerHref } from "../lib/view/words/links.ts";
import { absolute } from "./site-url.ts";

/** Pages that are no article’s, claim’s or instrument’s; a test holds the list to the folders. */
const PAGES = ["/", "/tickers", "/compare", "/method", "/data", "/changes", "/search", "/api"];

/** Every page by its one address. Views are not listed: they are the same page. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const reports = await Promise.all(articleSlugs().map(impactOf));
  const articles = reports.flatMap(({ article }) => [
    boardHref(article.slug),
    argumentsHref(article.slug),
    ...article.claims.map(({ id }) => claimHref(article.slug, id)),
  ]);
  return [...PAGES, ...articles, ...Object.keys(loadInstruments()).map(tickerHref)].map((path) => ({ url: absolute(path) }));
}
