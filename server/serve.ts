import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startDraining } from "../lib/io/process/lifecycle.ts";
import { redisFromEnvironment } from "../lib/io/process/redis-link.ts";
import { logToStderr as log } from "../lib/io/process/event-log.ts";
import { createFront } from "./front.ts";
import { memoryRateLimit, redisRateLimit } from "./rate-limit.ts";
import { readScriptPolicies, writeScriptPolicies } from "./script-policies.ts";
import { readSettings } from "./settings.ts";
import { stopOn } from "./stop.ts";

// The built site behind its front: `node server/serve.ts --port 3000 [--hostname 127.0.0.1]`. A build comes first.
Object.assign(process.env, { NODE_ENV: "production" });
const { values } = parseArgs({ options: { port: { type: "string", default: process.env["PORT"] || "3000" }, hostname: { type: "string" } } });
const settings = readSettings(process.env);
const folder = join(import.meta.dirname, "..");
const built = join(folder, ".next");
const scripts = readScriptPolicies(built) ?? writeScriptPolicies(built);

// Imported late: it reads NODE_ENV as it loads.
const { default: next } = await import("next");
// A fixed name, so that Next takes its own rewrites for its own whatever address we listen on. The
// server it is given never listens: nothing here speaks over an upgraded connection.
const site = next({ dev: false, dir: folder, hostname: "localhost", port: Number(values.port), quiet: true, httpServer: createServer() });
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
server.listen({ port: Number(values.port), host: values.hostname }, () => log("listening", { port: Number(values.port) }));
stopOn(["SIGTERM", "SIGINT"], { server, drainSeconds: settings.drainSeconds, draining: startDraining, close: () => site.close().finally(() => redis?.close()) });
