import { defineConfig } from "vitest/config";

// The domain's own tests and no others: a mutant need not wait for servers or screens.
const files = ["stats", "event-study", "event-study-golden", "verdict", "figure", "judge", "judge-horizons", "portfolio", "cross-section", "ranking", "day-split", "drop-one"];

export default defineConfig({ test: { include: files.map((file) => `tests/domain/${file}.test.ts`), environment: "node" } });
