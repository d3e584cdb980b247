import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startDraining } from "../lib/io/process/lifecycle.ts";
import { redisFromEnvironment } from "../lib/io/process/redis-link.ts";
import { logToStderr as log } from "../lib/io/process/event-log.ts";
import { settingsOrExit, siteAddress } from "../lib/io/process/settings.ts";
import { isNewEnough, oldestNode } from "./node-version.mjs";
import { createFront } from "./front.ts";
import { memoryRateLimit, redisRateLimit } from "./rate-limit.ts";
import { readScriptPolicies, writeScriptPolicies } from "./script-policies.ts";
import { noteRunning } from "./note-running.ts";
import { readBuiltFor, siteNote } from "./site-note.ts";
import { stopOn } from "./stop.ts";

// The built site behind its front: `node server/serve.ts --port 3000 [--hostname 127.0.0.1]`. A build comes first.
const { values } = parseArgs({ options: { port: { type: "string", default: process.env["PORT"] || "3000" }, hostname: { type: "string" } } });
// What is drawn on request reads the environment itself, and has to find the port that was asked for.
Object.assign(process.env, { NODE_ENV: "production", PORT: values.port });
const folder = join(import.meta.dirname, "..");
if (!isNewEnough(process.version, oldestNode(folder))) {
  console.error(`Claimtape needs Node ${oldestNode(folder)} or newer, and this is ${process.version}.`);
  process.exit(1);
}
const settings = settingsOrExit(process.env);
const built = join(folder, ".next");
const scripts = readScriptPolicies(built) ?? writeScriptPolicies(built);

// Imported late: it reads NODE_ENV as it loads.
const { default: next } = await import("next");
// A fixed name, so that Next takes its own rewrites for its own whatever address we listen on. The
// server it is given never listens: nothing here speaks over an upgraded connection.
const site = next({ dev: false, dir: folder, hostname: "localhost", port: settings.port, quiet: true, httpServer: createServer() });
await site.prepare();

const redis = redisFromEnvironment();
const count = (points: number) => (redis === null ? memoryRateLimit(points) : redisRateLimit(points, redis));
const server = createFront({
  handle: site.getRequestHandler(),
  scripts,
  limit: settings.rateLimit === null ? () => Promise.resolve(null) : count(settings.rateLimit),
  trustedProxies: settings.trustedProxies,
  alwaysSecure: settings.alwaysSecure,
});
server.listen({ port: settings.port, host: values.hostname }, () => {
  noteRunning(built, settings.port);
  log("listening", { port: settings.port });
  const note = siteNote(readBuiltFor(built) ?? { address: siteAddress(), told: settings.publicAddress !== null }, settings);
  if (note !== null) log("address", { note });
});
stopOn(["SIGTERM", "SIGINT"], { server, drainSeconds: settings.drainSeconds, draining: startDraining, close: () => site.close().finally(() => redis?.close()) });
