import type { NextConfig } from "next";

/** Views of one page that are pages of their own behind the address, so that every one can be static. */
const rewrites = {
  filteredBoard: ["speaker", "instrument", "type"].flatMap((key) => [
    { source: "/articles/:slug", has: [{ type: "query" as const, key }], destination: "/articles/:slug/filtered" },
    // The home page is the board of the first article, filter and all.
    { source: "/", has: [{ type: "query" as const, key }], destination: "/filtered" },
  ]),
  bases: ["/articles/:slug/claims/:claim", "/tickers/:symbol"].map((source) => ({
    source,
    has: [{ type: "query" as const, key: "base", value: "(?<base>publication|open)" }],
    destination: `${source}/:base`,
  })),
};

const config: NextConfig = {
  // A lockfile above the project must not move the root.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  // `npm run check` and `npm test` check the types of everything, tests included. A build would check
  // them again, and a slip in a test would keep the site from starting.
  typescript: { ignoreBuildErrors: true },
  rewrites: () => Promise.resolve({ beforeFiles: [...rewrites.filteredBoard, ...rewrites.bases], afterFiles: [], fallback: [] }),
};

export default config;
