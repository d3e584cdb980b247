// npm run check: what a person runs before a commit.
import { setUp } from "./setup.mjs";
import { runSteps } from "./steps.mjs";
import { main } from "./tools.mjs";

await main(async () => {
  await setUp();
  return runSteps(["types", "lint", "format", "unit", "audit"]);
});
