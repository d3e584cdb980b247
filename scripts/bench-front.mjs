// npm run bench:front: builds what is stale, then measures the built site behind its front.
import { build } from "./build.mjs";
import { setUp } from "./setup.mjs";
import { main, run } from "./tools.mjs";

await main(async () => {
  await setUp();
  return (await build()) || (await run("node", ["scripts/bench-front.ts", ...process.argv.slice(2)]));
});
