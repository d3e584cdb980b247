import { defineConfig } from "vitest/config";

// Far from UTC and from every exchange here, so that a day worked out in the machine's zone shows.
// Set before the workers are forked: a zone set later is not taken up by all of them.
process.env.TZ = "Pacific/Auckland";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,mjs}"],
    exclude: ["tests/e2e/**", "tests/fixtures/**", "**/node_modules/**"],
    environment: "node",
    pool: "forks",
    // Many times what the longest needs, so that a machine busy with something else does not fail it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ["tests/house/no-network.ts"],
  },
});
