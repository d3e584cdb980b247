// npm run bench:browser: builds what is stale, then measures the built app in a real browser.
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { setUp } from "./setup.mjs";
import { main, run, runTool } from "./tools.mjs";

await main(async () => {
  await setUp();
  const browser = await findBrowser();
  return (
    (await build()) ||
    (await runTool("next", ["build", "tests/fixtures/empty-app"])) ||
    (await run("node", ["scripts/bench-browser.ts", ...process.argv.slice(2)], { env: { CLAIMTAPE_BROWSER: browser } }))
  );
});
