/**
 * `npm run test:mutation`, not part of `npm test`: changes one thing at a time in the statistics and
 * asks whether a test notices. What survived, and why, stands in tests/domain/mutation.md.
 */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts" },
  mutate: [
    "stats",
    "ranks",
    "permutation",
    "holm",
    "brown-forsythe",
    "returns",
    "market-model",
    "event-study",
    "rank-test",
    "cross-section",
    "residual-correlation",
    "verdict",
    "pair",
    "direction",
    "ranking",
    "figure",
    "reference",
    "day-split",
    "drop-one",
  ].map((file) => `lib/domain/${file}.ts`),
  coverageAnalysis: "perTest",
  reporters: ["clear-text", "json"],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: "reports/mutation.json" },
  thresholds: { high: 95, low: 85, break: 85 },
  // Constants a module is loaded with: each would need every test in a new process.
  ignoreStatic: true,
  concurrency: 2,
  tempDirName: ".stryker-tmp",
  ignorePatterns: ["/.next", "/test-results", "/playwright-report", "/.ci", "/.claimtape", "/app", "/components"],
};
