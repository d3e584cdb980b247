import type { KnipConfig } from "knip";

/**
 * What is started from outside. knip follows imports from these, from Next's files and from the tools' own
 * configurations, and reports every file, export and package that it does not reach. What ends in "!" is also
 * looked at without the tests (`knip --production`): a file that only tests import is dead.
 */
const config: KnipConfig = {
  entry: [
    // Started by name on the pinned Node: `node scripts/run.mjs scripts/fuzz.ts`, `node server/serve.ts`.
    "{scripts/*,server/{serve,draw},scripts/bench/{plain-server,print-rows}}.{ts,mjs}!",
    "tests/weather/run.ts",
    // `npm run first-day`, and what it starts in a network of its own.
    "tests/first-day/{run,inside}.ts",
    // Run by tests in a process of its own.
    "tests/fixtures/ask-yahoo.ts",
    // Read by the type check alone.
    "tests/io/contract/named-schema-types.ts",
    // Named as text in stryker.config.mjs.
    "vitest.mutation.config.ts",
    // A Next app of its own, built to be compared with.
    "tests/fixtures/empty-app/{next.config.mjs,app/**}",
    // Made the fixture beside it.
    "tests/fixtures/event-study/convert.mjs",
  ],
  project: ["{app,components,lib,server,scripts}/**/*.{ts,tsx,mjs}!", "*.{ts,mjs}", "tests/**/*.{ts,mjs,jsx}"],
  ignoreDependencies: [
    // Read as files, not imported: the fonts of pages and pictures, and the plain page of `npm run bench:browser`.
    "@expo-google-fonts/*",
    "@fontsource-variable/*",
    "uplot",
    // Started by name; scripts/steps.mjs.
    "prettier",
  ],
  // Of the system, where it has them; a test is skipped without.
  ignoreBinaries: ["caddy", "openssl", "ip"],
};

export default config;
