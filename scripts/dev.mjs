// npm run dev: the development server, after making sure of the install.
import { findAddress } from "./address.mjs";
import { setUp } from "./setup.mjs";
import { main, runTool } from "./tools.mjs";

await main(async () => {
  const { host, port, note } = await findAddress(process.env);
  await setUp();
  if (note !== null) console.log(note);
  return runTool("next", ["dev", "--port", `${port}`, ...(host === undefined ? [] : ["--hostname", host])]);
});
