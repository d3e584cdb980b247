/**
 * `npm run test:mutation`, not part of `npm test`: changes one thing at a time in the statistics and
 * asks whether a test notices. What survived, and why, stands in tests/domain/mutation.md.
 */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts" },
  mutate: [
    "study/stats",
    "study/ranks",
    "study/permutation",
    "study/holm",
    "study/brown-forsythe",
    "study/returns",
    "study/market-model",
    "study/event-study",
    "study/rank-test",
    "study/cross-section",
    "study/residual-correlation",
    "judgement/verdict",
    "judgement/pair",
    "judgement/direction",
    "judgement/ranking",
    "judgement/figure",
    "judgement/reference",
    "moves/day-split",
    "moves/drop-one",
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
