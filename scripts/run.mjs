// node scripts/run.mjs <script> [arguments]: runs a script on the pinned Node, installing first what
// is missing. `node a && node b` in package.json would not do: a shell remembers where it found `node`.
import { setUp } from "./setup.mjs";
import { main, run } from "./tools.mjs";

await main(async () => {
  await setUp();
  return run("node", process.argv.slice(2));
});
