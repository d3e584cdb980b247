import type { NextConfig } from "next";

const config: NextConfig = {
  // A lockfile above the project must not move the root.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
};

export default config;
