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
  views: ["/articles/:slug/claims/:claim", "/tickers/:symbol", "/compare"].flatMap((source) =>
    VIEW_KEYS.map((key) => ({ source, has: [{ type: "query" as const, key }], destination: `${source}/view` })),
  ),
};

/** What every answer carries. A content security policy needs the hashes of a build and comes with it. */
const securityHeaders = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
];

const config: NextConfig = {
  // A lockfile above the project must not move the root.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  // A native module: it is loaded where it lies, not bundled.
  serverExternalPackages: ["@resvg/resvg-js"],
  // Charts made for other sites may be framed by them; nothing else may.
  headers: () =>
    Promise.resolve([
      { source: "/(.*)", headers: securityHeaders },
      { source: "/((?!embed/).*)", headers: [{ key: "x-frame-options", value: "SAMEORIGIN" }] },
      { source: "/embed/(.*)", headers: [{ key: "content-security-policy", value: "frame-ancestors *" }] },
    ]),
  // `npm run check` and `npm test` check the types of everything, tests included. A build would check
  // them again, and a slip in a test would keep the site from starting.
  typescript: { ignoreBuildErrors: true },
  rewrites: () => Promise.resolve({ beforeFiles: [...rewrites.filteredBoard, ...rewrites.views], afterFiles: [], fallback: [] }),
};

export default config;
