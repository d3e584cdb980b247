import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startBuiltServer } from "../weather/built-server.ts";
import type { BuiltServer } from "../weather/built-server.ts";

const root = join(import.meta.dirname, "../..");

/** The built site over data of which one file broke: what reads it fails, and only that. */
test.describe("with the prices of NVDA broken", () => {
  test.describe.configure({ mode: "serial" });
  let folder: string;
  let server: BuiltServer;
  let stop = () => Promise.resolve();

  test.beforeAll(async () => {
    test.setTimeout(90_000);
    folder = mkdtempSync(join(tmpdir(), "claimtape-broken-"));
    cpSync(join(root, "data"), join(folder, "data"), { recursive: true });
    // Everything else is the checkout's own.
    for (const name of readdirSync(root)) if (name !== "data") symlinkSync(join(root, name), join(folder, name));
    writeFileSync(join(folder, "data/prices/NVDA.json"), "{");
    server = await startBuiltServer({ LOG: "on", PRICES: "snapshot" }, { folder, up: "/search?q=nvidia" });
    stop = () => server.stop();
  });
  test.afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const failing: [what: string, address: string, another: string, route: string][] = [
    ["a page", "/tickers/NVDA?range=1y", "/tickers/NVDA?range=3m", "/tickers/[symbol]/view"],
    ["a file", "/tickers/NVDA.csv?range=1y", "/tickers/NVDA.csv?range=3m", "/api/files/[format]/[...place]"],
  ];
  for (const [what, address, another, route] of failing) {
    test(`${what} that fails is a 500, and the log has its cause once, without what a reader typed`, async () => {
      for (const path of [address, another, address]) expect((await fetch(server.origin + path)).status).toBe(500);
      const lines = server
        .said("failed")
        .map((line): Record<string, string> => JSON.parse(line))
        .filter((line) => line["route"] === route);
      expect(lines).toHaveLength(1);
      expect(lines[0]?.["error"]).toContain("NVDA.json");
      expect(lines[0]?.["stack"]).toMatch(/^ +at /);
      expect(lines[0]?.["path"]).not.toContain("range");
    });
  }

  test("what does not need it is answered", async () => {
    for (const path of ["/", "/search?q=nvidia", "/method"]) expect((await fetch(server.origin + path)).status, path).toBe(200);
  });

  test("the server is alive, and not ready: it says what it cannot draw", async () => {
    expect((await fetch(`${server.origin}/api/health/live`)).status).toBe(200);
    const ready = await fetch(`${server.origin}/api/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ error: { reason: "not-ready", detail: "/compare?lines=SPY is answered 500." } });
  });
});
