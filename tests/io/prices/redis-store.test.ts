import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { redisLink } from "../../../lib/io/process/redis-link.ts";
import type { RedisLink } from "../../../lib/io/process/redis-link.ts";
import { redisStore } from "../../../lib/io/prices/redis-store.ts";
import { redisRateLimit } from "../../../server/rate-limit.ts";
import { redisPath, startRedis } from "../../fixtures/redis-server.ts";
import type { RedisServer } from "../../fixtures/redis-server.ts";
import { sharedStoreContract } from "./shared-store-contract.ts";

if (redisPath === undefined) console.warn("SKIPPED: there is no redis-server here, so nothing of the Redis store is tested. On Debian: apt-get install redis-server");

describe.skipIf(redisPath === undefined)("a real Redis", () => {
  let server: RedisServer;
  const links: RedisLink[] = [];

  async function link(url = server.url, options: { timeoutMs?: number; quietMs?: number } = {}): Promise<RedisLink> {
    const made = redisLink({ url, log: () => undefined, ...options });
    links.push(made);
    await vi.waitFor(() => expect(made.state().state).toBe("ready"), { timeout: 5000 });
    return made;
  }

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    for (const made of links) made.close();
    await server.kill();
  });

  sharedStoreContract("redis", async () => {
    const prefix = `test:${randomUUID()}:`;
    const [one, two] = await Promise.all([link(), link()]);
    return { store: redisStore(one, prefix), other: redisStore(two, prefix), pass: (ms) => wait(ms), close: () => undefined };
  });

  it("counts a client for all servers together", async () => {
    const key = `test:${randomUUID()}`;
    const [one, two] = [redisRateLimit(3, await link(), key), redisRateLimit(3, await link(), key)];
    expect([await one("a", 1), await two("a", 1), await one("a", 1)]).toEqual([null, null, null]);
    const seconds = await two("a", 1);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await two("b", 1)).toBeNull();
  });

  describe("that takes nothing new", () => {
    async function refusing(make: (client: RedisLink["client"]) => Promise<unknown>) {
      const own = await startRedis();
      const lines: object[] = [];
      const made = redisLink({ url: own.url, log: (event, fields) => void lines.push({ event, ...fields }) });
      links.push(made);
      await vi.waitFor(() => expect(made.state().state).toBe("ready"), { timeout: 5000 });
      const store = redisStore(made);
      await store.set("before", "v", 60_000);
      await made.bounded(make);
      lines.length = 0;
      return { own, made, store, lines };
    }

    it.each([
      ["full", ["CONFIG", "SET", "maxmemory", "1"], ["CONFIG", "SET", "maxmemory", "0"]],
      ["read-only", ["REPLICAOF", "127.0.0.1", "1"], ["REPLICAOF", "NO", "ONE"]],
    ])("because it is %s: still read from, told in its state, logged once, and again when it takes something", async (reason, turn, back) => {
      const { own, made, store, lines } = await refusing((client) => client.sendCommand(turn));
      for (let n = 0; n < 5; n += 1) {
        await expect(store.set("k", "v", 60_000)).rejects.toThrow();
        await expect(store.lock("k", 1000)).rejects.toThrow();
        expect(await store.get("before")).toBe("v");
      }
      expect(made.state()).toMatchObject({ state: "refusing", reason });
      expect(lines).toEqual([{ event: "redis", state: "refusing", reason }]);
      await made.bounded((client) => client.sendCommand(back));
      await store.set("k", "v", 60_000);
      expect(made.state()).toMatchObject({ state: "ready", reason: null });
      expect(lines).toHaveLength(2);
      await own.kill();
    });

    it("leaves each server its own count, says so, and counts for all together again once it takes something", async () => {
      const { own, made, lines } = await refusing((client) => client.sendCommand(["CONFIG", "SET", "maxmemory", "1"]));
      const limit = redisRateLimit(2, made);
      expect([await limit("a", 1), await limit("a", 1), (await limit("a", 1)) !== null]).toEqual([null, null, true]);
      expect(made.state()).toMatchObject({ state: "refusing", reason: "full" });
      expect(lines).toEqual([{ event: "redis", state: "refusing", reason: "full" }]);
      await made.bounded((client) => client.sendCommand(["CONFIG", "SET", "maxmemory", "0"]));
      // Refused by the count, which Redis had to take for that.
      expect(await limit("b", 3)).not.toBeNull();
      expect(made.state().state).toBe("ready");
      await own.kill();
    });
  });

  it.each([
    ["redis://:wrong@", "wrong user or password"],
    ["redis://", "it asks for a password"],
  ])("that wants another password than %s has is told so, and no password is repeated", async (scheme, reason) => {
    const own = await startRedis();
    await (await link(own.url)).client.configSet("requirepass", "right");
    const made = redisLink({ url: own.url.replace("redis://", scheme), log: () => undefined });
    links.push(made);
    const told = () => made.bounded((client) => client.get("k")).catch(() => undefined).then(() => made.state());
    await vi.waitFor(async () => expect(await told()).toMatchObject({ state: "away", reason }), { timeout: 5000 });
    await own.kill();
  });

  it("that goes away rejects at once, leaves each server its own count, and comes back by itself", async () => {
    const own = await startRedis();
    const made = await link(own.url);
    const store = redisStore(made);
    const limit = redisRateLimit(2, made);
    await store.set("k", "v", 60_000);
    await own.kill();
    await vi.waitFor(() => expect(made.state().state).toBe("away"), { timeout: 3000 });
    const began = performance.now();
    await expect(store.get("k")).rejects.toThrow(/Redis/);
    await expect(store.lock("k", 1000)).rejects.toThrow(/Redis/);
    expect([await limit("a", 1), await limit("a", 1), (await limit("a", 1)) !== null]).toEqual([null, null, true]);
    expect(performance.now() - began).toBeLessThan(2000);

    const again = await startRedis(own.port);
    await vi.waitFor(() => expect(made.state()).toMatchObject({ state: "ready", reason: null }), { timeout: 5000 });
    expect(await store.get("k")).toBeNull();
    await store.set("k", "new", 60_000);
    expect(await store.get("k")).toBe("new");
    await again.kill();
  });

  it("that says nothing is waited for once and not again, and is used as soon as it answers", async () => {
    const own = await startRedis();
    const made = await link(own.url, { timeoutMs: 100, quietMs: 3000 });
    const store = redisStore(made);
    await store.set("k", "v", 60_000);
    own.freeze();
    // Three in a row, since one may be a busy moment of ours or of Redis.
    for (const settled of await Promise.allSettled([store.get("k"), store.get("k"), store.get("k")])) {
      expect(settled).toMatchObject({ status: "rejected", reason: { message: "Redis did not answer within 100 ms" } });
    }
    const began = performance.now();
    for (let n = 0; n < 50; n += 1) await expect(store.get("k")).rejects.toThrow("does not answer");
    // Fifty waits would be five seconds.
    expect(performance.now() - began).toBeLessThan(2500);
    expect(made.state()).toMatchObject({ state: "away", reason: "does not answer" });
    own.thaw();
    await vi.waitFor(async () => expect(await store.get("k")).toBe("v"), { timeout: 10_000, interval: 50 });
    expect(made.state().state).toBe("ready");
    await own.kill();
  }, 20_000);

  it("keeps its address, and what is in it, to itself", async () => {
    const made = redisLink({ url: "redis://:hunter2@127.0.0.1:1", log: (_, fields) => said.push(JSON.stringify(fields)) });
    const said: string[] = [];
    links.push(made);
    await vi.waitFor(() => expect(made.state().reason).toBe("ECONNREFUSED"), { timeout: 3000 });
    expect(`${said.join()}${JSON.stringify(made.state())}`).not.toContain("hunter2");
  });
});
