import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { NextConfig } from "next";
import { FILE_ENDINGS } from "./lib/view/file-formats.ts";
import { VIEW_KEYS } from "./lib/view/view-keys.ts";

/** By name, as `articleSlugs` has it. */
const firstArticle = readdirSync(join(import.meta.dirname, "data/articles")).sort()[0]?.replace(/\.json$/, "");

/** Every page that has a chart. */
const charted = ["/articles/:slug/claims/:claim", "/tickers/:symbol", "/compare"];

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
  views: charted.flatMap((source) =>
    VIEW_KEYS.map((key) => ({ source, has: [{ type: "query" as const, key }], destination: `${source}/view` })),
  ),
};

/** What every answer carries. A content security policy needs the hashes of a build and comes with it. */
const securityHeaders = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  { key: "x-frame-options", value: "SAMEORIGIN" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
];

const config: NextConfig = {
  // A lockfile above the project must not move the root.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  // A native module: it is loaded where it lies, not bundled.
  serverExternalPackages: ["@resvg/resvg-js"],
  headers: () => Promise.resolve([{ source: "/(.*)", headers: securityHeaders }]),
  // `npm run check` and `npm test` check the types of everything, tests included. A build would check
  // them again, and a slip in a test would keep the site from starting.
  typescript: { ignoreBuildErrors: true },
  rewrites: () => Promise.resolve({ beforeFiles: [...rewrites.files, ...rewrites.filteredBoard, ...rewrites.views], afterFiles: [], fallback: [] }),
};

export default config;
