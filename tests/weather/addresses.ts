import { articleSlugs, loadArticle, loadInstruments } from "../../lib/io/data/data-files.ts";
import { boardHref, claimHref, tickerHref } from "../../lib/view/words/links.ts";

/** Columns of the table, and what is asked in each. */
export type Addresses = Record<string, string[]>;

/** Every page and every route of the API, with wrong questions among them. */
export function everyAddress(): Addresses {
  const slugs = articleSlugs();
  const claims = slugs.flatMap((slug) => loadArticle(slug).claims.map(({ id }) => ({ slug, id })));
  const symbols = Object.keys(loadInstruments());
  const api = (symbol: string, rest = "") => `/api/tickers/${encodeURIComponent(symbol)}${rest}`;
  return {
    board: ["/", "/?speaker=brown", "/method", "/tickers", ...slugs.flatMap((slug) => [boardHref(slug), boardHref(slug, { instrument: "NVDA" })])],
    claims: claims.flatMap(({ slug, id }) => [claimHref(slug, id), claimHref(slug, id, "open"), claimHref(slug, id, "publication")]),
    tickers: symbols.flatMap((symbol) => ["", "?base=open", "?base=publication"].map((base) => tickerHref(symbol) + base)),
    wrong: [
      "/tickers/NVDIA",
      "/tickers/nvda",
      "/articles/none",
      "/nothing",
      api("NVDIA", "/prices"),
      api("NVDA", "/prices?base=2025-01-20"),
      api("NVDA", "/since?x=1"),
      api("OPENAI", "/since"),
      "/api/articles/none",
    ],
    facts: ["/api/articles", "/api/tickers", ...slugs.map((slug) => `/api/articles/${slug}`), ...symbols.map((symbol) => api(symbol)), api("NVDA", "/study")],
    prices: symbols.map((symbol) => api(symbol, "/prices?from=2025-01-02&base=2025-01-24")),
    since: symbols.map((symbol) => api(symbol, "/since")),
    health: ["/api/health"],
  };
}

/** One or two of each, for a run that must be short. */
export function someAddresses(): Addresses {
  return Object.fromEntries(Object.entries(everyAddress()).map(([column, all]) => [column, all.filter((_, i) => i === 0 || i === Math.floor(all.length / 2))]));
}
