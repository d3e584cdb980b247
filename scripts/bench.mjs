// npm run bench: builds what is stale, runs every bench there is, one after another, and prints one table.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { setUp } from "./setup.mjs";
import { main, run, runTool } from "./tools.mjs";

await main(async () => {
  await setUp();
  const built = (await build()) || (await runTool("next", ["build", "tests/fixtures/empty-app"]));
  if (built !== 0) return built;
  const folder = mkdtempSync(join(tmpdir(), "claimtape-bench-"));
  const env = { BENCH_ROWS: join(folder, "rows.jsonl"), CLAIMTAPE_BROWSER: await findBrowser() };
  try {
    let failed = 0;
    for (const script of ["bench-front", "bench-study", "bench-browser"]) {
      console.log(`\n— ${script} —`);
      failed = (await run("node", [`scripts/${script}.ts`, ...(script === "bench-front" ? process.argv.slice(2) : [])], { env })) || failed;
    }
    console.log("");
    return (await run("node", ["scripts/bench/print-rows.ts"], { env })) || failed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
