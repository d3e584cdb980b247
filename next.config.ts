import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { NextConfig } from "next";
import { VIEW_KEYS } from "./lib/view/view-keys.ts";

/** By name, as `articleSlugs` has it. */
const firstArticle = readdirSync(join(import.meta.dirname, "data/articles")).sort()[0]?.replace(/\.json$/, "");

/** Views of one page that are pages of their own behind the address, so that every one can be static. */
const rewrites = {
  filteredBoard: ["speaker", "instrument", "type"].flatMap((key) => [
    { source: "/articles/:slug", has: [{ type: "query" as const, key }], destination: "/articles/:slug/filtered" },
    // The home page is the board of the first article, filter and all.
    { source: "/", has: [{ type: "query" as const, key }], destination: `/articles/${firstArticle}/filtered` },
  ]),
  // No part of a path has the name of a key: `has` would put the query's value in its place.
  views: ["/articles/:slug/claims/:page", "/tickers/:page", "/compare"].flatMap((source) =>
    VIEW_KEYS.map((key) => ({ source, has: [{ type: "query" as const, key }], destination: `${source}/view` })),
  ),
  search: [{ source: "/search", has: [{ type: "query" as const, key: "q" }], destination: "/search/found" }],
  arguments: ["claims", "stance"].map((key) => ({
    source: "/articles/:slug/arguments",
    has: [{ type: "query" as const, key }],
    destination: "/articles/:slug/arguments/chosen",
  })),
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
  headers: () => Promise.resolve([{ source: "/(.*)", headers: securityHeaders }]),
  // `npm run check` and `npm test` check the types of everything, tests included. A build would check
  // them again, and a slip in a test would keep the site from starting.
  typescript: { ignoreBuildErrors: true },
  rewrites: () => Promise.resolve({ beforeFiles: [...rewrites.filteredBoard, ...rewrites.search, ...rewrites.arguments, ...rewrites.views], afterFiles: [], fallback: [] }),
};

export default config;
