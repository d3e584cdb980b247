import { join } from "node:path";
import type { NextConfig } from "next";
import { jsonNames } from "./lib/io/data/json-files.ts";
import { FILE_ENDINGS } from "./lib/view/export/file-formats.ts";
import { VIEW_KEYS } from "./lib/view/chart/view-keys.ts";

const firstArticle = jsonNames(join(import.meta.dirname, "data/articles"))[0];

/** Every page that has a chart. No part of a path has the name of a query key: `has` would put the query's value in its place. */
const charted = ["/articles/:slug/claims/:page", "/tickers/:page", "/compare"];

/** Views of one page that are pages of their own behind the address, so that every one can be static. */
const rewrites = {
  // A view as a file: `/tickers/NVDA.csv?range=1y`, or `/tickers/NVDA?range=1y&format=csv`.
  files: [
    { source: "/data/:file", destination: "/api/data/:file" },
    ...charted.flatMap((source) => [
      { source: `${source}.:format(${FILE_ENDINGS.join("|").replace(".", "\\.")})`, destination: `/api/files/:format${source}` },
      { source, has: [{ type: "query" as const, key: "format" }], destination: `/api/files/query${source}` },
    ]),
  ],
  filteredBoard: ["speaker", "instrument", "type"].flatMap((key) => [
    { source: "/articles/:slug", has: [{ type: "query" as const, key }], destination: "/articles/:slug/filtered" },
    // The home page is the board of the first article, filter and all.
    { source: "/", has: [{ type: "query" as const, key }], destination: `/articles/${firstArticle}/filtered` },
  ]),
  views: charted.flatMap((source) => VIEW_KEYS.map((key) => ({ source, has: [{ type: "query" as const, key }], destination: `${source}/view` }))),
  search: [{ source: "/search", has: [{ type: "query" as const, key: "q" }], destination: "/search/found" }],
  arguments: ["claims", "stance"].map((key) => ({
    source: "/articles/:slug/arguments",
    has: [{ type: "query" as const, key }],
    destination: "/articles/:slug/arguments/chosen",
  })),
};

/**
 * While one edits: React and Next's refresh need eval and inline scripts there. The built site's headers
 * come from `server/`, which stands before Next and gives them to every answer.
 */
const headersInDevelopment = [
  {
    key: "content-security-policy",
    value:
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' ws:; object-src 'none'; base-uri 'none'; form-action 'self'",
  },
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
];

const config: NextConfig = {
  // A lockfile above the project must not move the root.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  // The front compresses, each answer once.
  compress: false,
  // What a page says of itself stands in its head whoever reads it: the front keeps drawn pages for all readers alike.
  htmlLimitedBots: /.*/,
  // Redis' client is loaded once for the front and for Next, which share the connection; resvg is a native
  // module and is loaded where it lies.
  serverExternalPackages: ["@redis/client", "@resvg/resvg-js"],
  // Nothing here needs Next's image endpoint, and what it makes it keeps on disk.
  images: { unoptimized: true },
  ...(process.env.NODE_ENV === "development" ? { headers: () => Promise.resolve([{ source: "/(.*)", headers: headersInDevelopment }]) } : {}),
  // `npm run check` and `npm test` check the types of everything, tests included. A build would check
  // them again, and a slip in a test would keep the site from starting.
  typescript: { ignoreBuildErrors: true },
  rewrites: () =>
    Promise.resolve({
      beforeFiles: [...rewrites.files, ...rewrites.filteredBoard, ...rewrites.search, ...rewrites.arguments, ...rewrites.views],
      afterFiles: [],
      fallback: [],
    }),
};

export default config;
