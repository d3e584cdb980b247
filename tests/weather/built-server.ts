import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export interface BuiltServer {
  origin: string;
  /** Lines on stderr that are no event of ours: something was thrown. */
  thrown(): string[];
  /** Lines of one event. */
  said(event: string): string[];
  /** Bytes of memory the front and Next's process hold, or null where the system does not say. */
  memory(): number | null;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, "../..");

/**
 * The built site on a free port of this machine, with that environment on top of this one.
 *
 * @param options.folder where its data are
 * @param options.up what is answered once it is up
 */
export async function startBuiltServer(env: Record<string, string>, { folder = root, up = "/api/health" } = {}): Promise<BuiltServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [join(root, "server/serve.ts"), "--port", `${port}`, "--hostname", "127.0.0.1"], {
    cwd: folder,
    env: { ...process.env, RATE_LIMIT: "off", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = new Promise<void>((resolve) => server.on("exit", () => resolve()));
  const isUp = () =>
    fetch(origin + up).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let waited = 0; !(await isUp()); waited += 100) {
    if (server.exitCode !== null || waited > 120_000) {
      server.kill();
      throw new Error(`The built site did not start: ${said || "is there a build? `npm test build` makes one"}`);
    }
    await pause(100);
  }
  return {
    origin,
    thrown: () => said.split("\n").filter((line) => line.trim() !== "" && !isEvent(line)),
    said: (event) => said.split("\n").filter((line) => line.includes(`"event":"${event}"`)),
    memory: () => (server.pid === undefined ? null : residentBytes(server.pid)),
    async stop() {
      server.kill("SIGTERM");
      await ended;
    },
  };
}

function isEvent(line: string): boolean {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}

/** Linux tells in /proc; elsewhere nothing is measured, and the report says so. */
function residentBytes(pid: number): number | null {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(/\s+/)
      .filter((child) => child !== "");
    return [pid, ...children.map(Number)].reduce((sum, one) => sum + (residentBytesOf(one) ?? 0), 0);
  } catch {
    return residentBytesOf(pid);
  }
}

function residentBytesOf(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
