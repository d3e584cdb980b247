import { join } from "node:path";
import { parseArgs } from "node:util";
import { logToStderr as log, relayToStderr } from "../lib/io/process/event-log.ts";
import { startDraining } from "../lib/io/process/lifecycle.ts";
import { redisFromEnvironment } from "../lib/io/process/redis-link.ts";
import { settingsOrExit, siteAddress } from "../lib/io/process/settings.ts";
import { startDrawer } from "./drawer-process.ts";
import { DrawingQueue } from "./drawing-queue.ts";
import { DrawnAnswers } from "./drawn-answers.ts";
import { causeOf } from "./failures.ts";
import { createFront } from "./front.ts";
import { atOnce, patienceMs, perClient, waiting } from "./lanes.ts";
import type { Lane } from "./lanes.ts";
import { isNewEnough, oldestNode } from "./node-version.mjs";
import { noteRunning } from "./note-running.ts";
import { memoryRateLimit, redisRateLimit } from "./rate-limit.ts";
import { drawsEachKind } from "./readiness.ts";
import { readScriptPolicies } from "./script-policies.ts";
import { readBuiltFor, siteNote } from "./site-note.ts";
import { readStaticAnswers } from "./static-answers.ts";
import { stopOn } from "./stop.ts";

// The built site behind its front: `node server/serve.ts --port 3000 [--hostname 127.0.0.1]`. A build comes first.
const { values } = parseArgs({ options: { port: { type: "string", default: process.env["PORT"] || "3000" }, hostname: { type: "string" } } });
// What is drawn on request reads the environment itself, and has to find the port that was asked for.
Object.assign(process.env, { NODE_ENV: "production", PORT: values.port });

/** What stops a start is one sentence for a person, and an exit code for whoever supervises. */
function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

process.on("uncaughtException", (error) => {
  log("failed", causeOf(error));
  process.exit(1);
});

function checked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : String(error));
  }
}

const folder = join(import.meta.dirname, "..");
if (!isNewEnough(process.version, oldestNode(folder))) giveUp(`Claimtape needs Node ${oldestNode(folder)} or newer, and this is ${process.version}.`);
const settings = settingsOrExit(process.env);
const files = join(folder, ".next");
const built = checked(() => readStaticAnswers(files));
const policies = checked(() => readScriptPolicies(files)) ?? giveUp("There is no finished build: `npm test build` makes one.");

/** A page, a file and a picture, all of them of days that the data hold. */
const eachKind = ["/compare?lines=SPY", "/tickers/SPY.csv", "/tickers/SPY.png"];

const drawer = startDrawer({ script: join(import.meta.dirname, "draw.ts"), log, relay: relayToStderr });
drawer.started.catch((error: unknown) => giveUp(`Next did not start: ${error instanceof Error ? error.message : String(error)}`));

const redis = redisFromEnvironment();
const count = (points: number) => (redis === null ? memoryRateLimit(points) : redisRateLimit(points, redis));
// Without a limit nobody is told from anybody else.
const queue = (lane: Lane) =>
  new DrawingQueue({ atOnce: atOnce[lane], waiting: waiting[lane], perClient: settings.rateLimit === null ? Infinity : perClient[lane], patienceMs });
const server = createFront({
  drawer,
  queues: { drawing: queue("drawing"), answering: queue("answering") },
  drawn: new DrawnAnswers(policies),
  built,
  readiness: drawsEachKind({ drawer, addresses: eachKind, log }),
  limit: settings.rateLimit === null ? () => Promise.resolve(null) : count(settings.rateLimit),
  trustedProxies: settings.trustedProxies,
  alwaysSecure: settings.alwaysSecure,
  log,
});
server.on("error", (error) => {
  const code = "code" in error ? error.code : undefined;
  const why =
    code === "EADDRINUSE"
      ? "is taken by another program"
      : code === "EACCES"
        ? "needs more rights than this program has"
        : `cannot be listened on (${error.message})`;
  void drawer.close().finally(() => giveUp(`Port ${settings.port} ${why}.`));
});
// At once: what the build holds is answered while Next starts, and what Next draws waits for it.
server.listen({ port: settings.port, host: values.hostname }, () => {
  noteRunning(files, settings.port);
  log("listening", { port: settings.port });
  const note = siteNote(readBuiltFor(files) ?? { address: siteAddress(), told: settings.publicAddress !== null }, settings);
  if (note !== null) log("address", { note });
});
stopOn(["SIGTERM", "SIGINT"], {
  server,
  drainSeconds: settings.drainSeconds,
  draining: startDraining,
  close: () => drawer.close().finally(() => redis?.close()),
});
