import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { LogEvent } from "../lib/io/process/event-log.ts";

/** What is asked of Next. */
export interface Question {
  method: string;
  url: string;
  headers: OutgoingHttpHeaders;
}

/** What Next answered, whole. */
export interface Drawn {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Next could not be asked: its process ended over the question, or is being started again. */
export class DrawerGone extends Error {
  override name = "DrawerGone";
}

/** Next in a process of its own: whatever it is busy with, or dies of, this one goes on answering. */
export interface Drawer {
  ask(question: Question, gone: AbortSignal): Promise<Drawn>;
  /** Resolves once Next can be asked for the first time. @throws when it ended before */
  started: Promise<void>;
  close(): Promise<void>;
}

export interface DrawerOptions {
  script: string;
  log: LogEvent;
  /** A line the process wrote that is not for us. */
  relay: (line: string) => void;
  /** Without a sign of life for so long it is ended and started again. */
  patienceMs?: number;
  /** For one answer. */
  answerWithinMs?: number;
  /** An answer that is larger is none of ours. */
  mostBytes?: number;
}

export function startDrawer({ script, log, relay, patienceMs = 30_000, answerWithinMs = 60_000, mostBytes = 32 * 2 ** 20 }: DrawerOptions): Drawer {
  const folder = process.platform === "win32" ? null : mkdtempSync(join(tmpdir(), "claimtape-"));
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const first = Promise.withResolvers<void>();
  first.promise.catch(() => {});
  let child: ChildProcess | null = null;
  let socketPath = "";
  /** What a question waits for while there is no process that could take it. */
  let up = Promise.withResolvers<void>();
  let births = 0;
  let failures = 0;
  let closing = false;

  function start(): void {
    births += 1;
    socketPath = folder === null ? `\\\\.\\pipe\\claimtape-${process.pid}-${births}` : join(folder, `${births}.sock`);
    const born = fork(script, [socketPath], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
    child = born;
    // What Next says of its start is for nobody; what it complains of is.
    if (born.stderr !== null) createInterface({ input: born.stderr }).on("line", relay);
    let silent = 0;
    const pulse = setInterval(() => {
      silent += 1;
      if (silent * 5000 > patienceMs) {
        log("drawer", { state: "hangs" });
        born.kill("SIGKILL");
      }
      if (born.connected) born.send("ping", () => {});
    }, 5000);
    born.on("message", (message) => {
      silent = 0;
      if (message !== "listening") return;
      failures = 0;
      up.resolve();
      first.resolve();
    });
    born.on("error", () => {});
    born.on("exit", (code, signal) => {
      clearInterval(pulse);
      child = null;
      if (closing) return;
      const ended = new DrawerGone(`Next's process ended with ${signal ?? code}`);
      first.reject(ended);
      up.promise.catch(() => {});
      up.reject(ended);
      up = Promise.withResolvers<void>();
      failures += 1;
      log("drawer", { state: "ended", code, signal });
      setTimeout(() => closing || start(), Math.min(5000, 100 * 2 ** failures));
    });
  }
  start();

  return {
    started: first.promise,
    async ask(question, gone) {
      await Promise.race([up.promise, aborted(gone)]);
      const given = AbortSignal.any([gone, AbortSignal.timeout(answerWithinMs)]);
      try {
        return await exchange({ question, socketPath, agent, mostBytes, given });
      } catch (error) {
        // A kept connection of a process that has gone: nothing was asked yet.
        if (gone.aborted || !(error instanceof Error && Reflect.get(error, "reused") === true)) throw error;
        return exchange({ question, socketPath, agent, mostBytes, given });
      }
    },
    async close() {
      closing = true;
      agent.destroy();
      const leaving = child;
      if (leaving !== null) {
        const ended = new Promise<void>((resolve) => leaving.once("exit", () => resolve()));
        if (leaving.connected) leaving.disconnect();
        const late = setTimeout(() => leaving.kill("SIGKILL"), 1000);
        await ended;
        clearTimeout(late);
      }
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

interface Exchange {
  question: Question;
  socketPath: string;
  agent: Agent;
  mostBytes: number;
  given: AbortSignal;
}

function exchange({ question: { method, url, headers }, socketPath, agent, mostBytes, given }: Exchange): Promise<Drawn> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, agent, method, path: url, headers, signal: given }, (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      response.on("data", (part: Buffer) => {
        length += part.length;
        if (length > mostBytes) asked.destroy(new Error(`The answer to ${url.split("?", 1)[0]} is larger than ${mostBytes} bytes`));
        else parts.push(part);
      });
      response.on("end", () =>
        response.complete
          ? resolve({ status: response.statusCode ?? 500, headers: response.headers, body: Buffer.concat(parts) })
          : reject(new DrawerGone("Next's process ended amid an answer")),
      );
      response.on("error", (error) => reject(given.aborted ? given.reason : error));
    });
    asked.on("error", (error) => {
      if (given.aborted) return reject(given.reason);
      const code = Reflect.get(error, "code");
      if (!["ECONNRESET", "ECONNREFUSED", "ENOENT", "EPIPE"].includes(String(code))) return reject(error);
      reject(Object.assign(new DrawerGone(`Next's process is not there (${code})`), { reused: asked.reusedSocket }));
    });
    asked.end();
  });
}
