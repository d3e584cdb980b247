// npm test: everything. `npm test build browser` runs those steps alone.
import { setUp } from "./setup.mjs";
import { runSteps, steps } from "./steps.mjs";
import { main } from "./tools.mjs";

await main(async () => {
  await setUp();
  const named = process.argv.slice(2);
  return runSteps(named.length > 0 ? named : Object.keys(steps));
});
