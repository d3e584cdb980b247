import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { logToStderr as log } from "../lib/io/process/event-log.ts";
import { redisFromEnvironment } from "../lib/io/process/redis-link.ts";
import { DrawingQueue } from "./drawing-queue.ts";
import { atOnce, laneHeader } from "./lanes.ts";

const connectWithinMs = 2000;

// Next, in the process that the front starts for it and alone speaks to: `node server/draw.ts <socket>`.
const [socketPath = ""] = process.argv.slice(2);

// A terminal's Ctrl-C and a supervisor's SIGTERM reach the front as well, which lets answers finish first.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
const leave = (code: number) => {
  rmSync(socketPath, { force: true });
  process.exit(code);
};
process.on("disconnect", () => leave(0));
process.on("message", () => process.send?.("pong"));
process.on("uncaughtException", (error) => {
  log("failed", { error: error.stack ?? error.message });
  leave(1);
});

// Before the first question: a server that starts cold should find in Redis what the others have, and not ask a
// vendor because its connection is still being made. Without Redis it starts all the same.
const redis = redisFromEnvironment();
const connected =
  redis === null || redis.client.isReady ? null : Promise.race([once(redis.client, "ready").catch(() => wait(connectWithinMs)), wait(connectWithinMs)]);

// Imported late: it reads NODE_ENV as it loads.
const { default: next } = await import("next");
// A fixed name, so that Next takes its own rewrites for its own whatever address the front listens on. The
// server it is given never listens: nothing here speaks over an upgraded connection.
const site = next({ dev: false, dir: join(import.meta.dirname, ".."), hostname: "localhost", port: 3000, quiet: true, httpServer: createServer() });
await site.prepare();
const handle = site.getRequestHandler();

/**
 * How many requests Next works on, whatever has become of those who asked. The front sends no more at once;
 * but when its readers leave it sends the next ones, and what Next has begun it finishes.
 */
const turns = (atOnce: number) => new DrawingQueue({ atOnce, waiting: Infinity, perClient: Infinity, patienceMs: Infinity });
const lanes = { drawing: turns(atOnce.drawing), answering: turns(atOnce.answering) };

await connected;
const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 }, (request, response) => {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const lane = request.headers[laneHeader] === "drawing" ? lanes.drawing : lanes.answering;
  delete request.headers[laneHeader];
  lane
    .run("", gone.signal, () => handle(request, response))
    .catch((error: unknown) => {
      if (gone.signal.aborted) return;
      log("failed", { path: request.url?.split("?", 1)[0], error: error instanceof Error ? error.message : String(error) });
      response.destroy();
    });
});
server.listen(socketPath, () => process.send?.("listening"));
