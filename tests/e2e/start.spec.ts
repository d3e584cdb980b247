import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "../fixtures/redis-server.ts";

const root = join(import.meta.dirname, "../..");

/** The server as a container starts it, until it ends by itself. */
async function started(args: string[], env: Record<string, string>) {
  const server = spawn(process.execPath, ["server/serve.ts", ...args], { cwd: root, env: { ...process.env, LOG: "on", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  server.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  server.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  const [code]: unknown[] = await once(server, "close");
  return { code, ...said };
}

/** Another program's port, while the work lasts. */
async function withTakenPort(work: (port: number) => Promise<void>): Promise<void> {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  try {
    await work(typeof address === "object" && address !== null ? address.port : 0);
  } finally {
    other.close();
  }
}

/** Whoever supervises a server starts it again when it ends with something other than 0. */
test.describe("a port that cannot be had is told in one sentence, and the server ends with 1:", () => {
  test.setTimeout(120_000);

  test("taken by another program", () =>
    withTakenPort(async (port) => {
      expect(await started(["--port", `${port}`, "--hostname", "127.0.0.1"], {})).toEqual({ code: 1, stdout: "", stderr: `Port ${port} is taken by another program.\n` });
    }));

  test("taken by another program, and a Redis is set", () =>
    withTakenPort(async (port) => {
      const { code, stdout, stderr } = await started(["--port", `${port}`, "--hostname", "127.0.0.1"], { REDIS_URL: `redis://127.0.0.1:${await freePort()}` });
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      // That Redis is away is told too, as an event.
      expect(stderr.split("\n").filter((line) => line !== "" && !line.startsWith("{"))).toEqual([`Port ${port} is taken by another program.`]);
    }));

  test("PORT=abc", async () => {
    expect(await started([], { PORT: "abc" })).toEqual({ code: 1, stdout: "", stderr: 'PORT is "abc"; allowed is a whole number from 0 to 65535.\n' });
  });
});
