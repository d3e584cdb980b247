import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, get } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../fixtures/redis-server.ts";

const installed = spawnSync("caddy", ["version"]).status === 0;
if (!installed) console.log("SKIPPED: the recipe for a reverse proxy; there is no caddy. On Debian: apt-get install caddy");

/** Caddy as docs/Caddyfile has it, before a stand-in for a server that says what it was sent. */
describe.skipIf(!installed)("docs/Caddyfile", () => {
  let server: Server;
  let caddy: ChildProcess;
  let port = 0;
  const home = mkdtempSync(join(tmpdir(), "claimtape-caddy-"));

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader("content-encoding", "br");
      response.setHeader("x-got", JSON.stringify({ url: request.url, headers: request.headers }));
      response.end("as it was compressed");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    port = await freePort();
    const upstream = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    caddy = spawn("caddy", ["run", "--adapter", "caddyfile", "--config", join(import.meta.dirname, "../../docs/Caddyfile")], {
      env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, SITE: `http://127.0.0.1:${port}`, UPSTREAMS: upstream },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    await new Promise<void>((resolve, reject) => {
      caddy.stderr?.on("data", (text) => (said += text).includes("serving initial configuration") && resolve());
      caddy.on("exit", () => reject(new Error(`Caddy ended: ${said}`)));
    });
  }, 30_000);

  afterAll(async () => {
    caddy.removeAllListeners("exit");
    const ended = once(caddy, "exit");
    caddy.kill();
    await ended;
    rmSync(home, { recursive: true, force: true });
    server.closeAllConnections();
    server.close();
  });

  function ask(
    path: string,
    headers: Record<string, string>,
  ): Promise<{ url: string; headers: IncomingHttpHeaders; encoding: string | undefined; body: string }> {
    return new Promise((resolve, reject) => {
      get({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
        let body = "";
        response.on("data", (part) => (body += part));
        response.on("end", () => resolve({ ...JSON.parse(String(response.headers["x-got"])), encoding: response.headers["content-encoding"], body }));
      }).on("error", reject);
    });
  }

  it("says who asks and how, whatever the reader says of himself", async () => {
    const { headers } = await ask("/", { "x-forwarded-for": "198.51.100.7", "x-forwarded-proto": "https" });
    expect(headers["x-forwarded-for"]).toBe("127.0.0.1");
    expect(headers["x-forwarded-proto"]).toBe("http");
  });

  it("passes an address and an answer on as they are", async () => {
    const { url, encoding, body } = await ask("/tickers/%5EVIX?range=1y&base=open", { "accept-encoding": "br" });
    expect({ url, encoding, body }).toEqual({ url: "/tickers/%5EVIX?range=1y&base=open", encoding: "br", body: "as it was compressed" });
  });
});
