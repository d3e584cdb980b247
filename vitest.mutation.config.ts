import { defineConfig } from "vitest/config";

// The domain's own tests and no others: a mutant need not wait for servers or screens.
const files = [
  "study/stats",
  "study/event-study",
  "study/event-study-golden",
  "judgement/verdict",
  "judgement/figure",
  "judgement/judge",
  "judgement/judge-horizons",
  "market/portfolio",
  "study/cross-section",
  "judgement/ranking",
  "moves/day-split",
  "moves/drop-one",
];

export default defineConfig({ test: { include: files.map((file) => `tests/domain/${file}.test.ts`), environment: "node" } });
