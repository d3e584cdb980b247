// npm run fuzz -- [cases] [seed] [beginning of routes]: asks the built site 5,000 questions per route, good and bad, and no answer may be a 5xx.
import { spawn } from "node:child_process";
import { freePort } from "../tests/fixtures/redis-server.ts";
import { askMany } from "../tests/fuzz/ask-many.ts";
import { askHostile } from "../tests/fuzz/hostile.ts";
import { routesOf } from "../tests/fuzz/routes.ts";

const cases = Number(process.argv[2] ?? 5000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const beginning = process.argv[4] ?? "/";
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const env = { ...process.env, PRICES: "snapshot", LOG: "off", RATE_LIMIT: "off" };
const server = spawn(process.execPath, ["server/serve.ts", "--port", `${port}`, "--hostname", "127.0.0.1"], { env, stdio: ["ignore", "ignore", "inherit"] });

let failed = 0;
try {
  await ready();
  console.log(`${cases} questions per route, seed ${seed}`);
  if (beginning === "/") {
    try {
      for (const line of await askHostile(origin)) console.log(line);
    } catch (error) {
      failed += 1;
      console.log(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const route of routesOf().filter((one) => one.startsWith(beginning))) {
    const began = performance.now();
    try {
      const statuses = await askMany(origin, route, cases, seed);
      const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
      console.log(`${route.padEnd(44)} ${counts.join("  ")}  (${Math.round((performance.now() - began) / 1000)} s)`);
    } catch (error) {
      failed += 1;
      console.log(`${route.padEnd(44)} FAILED\n${error instanceof Error ? error.message : String(error)}`);
    }
  }
} finally {
  server.kill("SIGTERM");
}
console.log(failed === 0 ? "No answer was a failure." : `${failed} routes failed.`);
process.exitCode = failed === 0 ? 0 : 1;

async function ready(): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (
      await fetch(`${origin}/api/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The server did not become ready. Is there a build? `npm test build` makes one.");
}
