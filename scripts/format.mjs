// npm run format: writes every file as Prettier has it; prettier.config.mjs says how wide.
import { setUp } from "./setup.mjs";
import { prettier } from "./steps.mjs";
import { main } from "./tools.mjs";

await main(async () => {
  await setUp();
  return prettier("--write");
});
