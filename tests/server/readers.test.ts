import { createServer } from "node:http";
import type { Server } from "node:http";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { Readers } from "../../server/readers.ts";

let server: Server;
let reader: Socket;
afterEach(() => {
  reader.destroy();
  server.closeAllConnections();
  server.close();
});

/** Sends 20 MB to a reader who has taken none of it when this resolves. */
async function sendMuch(readers: Readers): Promise<void> {
  const sent = Promise.withResolvers<void>();
  server = createServer((request, response) => {
    void readers.turn(request, response);
    response.end(Buffer.alloc(20 * 2 ** 20), () => {});
    setImmediate(() => sent.resolve());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  reader = connect(typeof address === "object" && address !== null ? address.port : 0, "127.0.0.1", () => reader.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n"));
  reader.on("error", () => {});
  reader.pause();
  await sent.promise;
}

it("a reader who does not read is cut, and what was kept for him with him", async () => {
  const readers = new Readers({ leastBytesPerSecond: 1000, overMs: 1000 });
  await sendMuch(readers);
  const now = performance.now();
  expect(readers.waitingBytes()).toBeGreaterThan(10 * 2 ** 20);
  readers.cutSlow(now);
  const begun = performance.now();
  readers.cutSlow(begun + 500);
  expect(readers.waitingBytes(), "not yet").toBeGreaterThan(0);
  readers.cutSlow(begun + 5000);
  readers.cutSlow(begun + 10_000);
  await new Promise((resolve) => setImmediate(resolve));
  expect(readers.waitingBytes()).toBe(0);
});

it("a reader who reads is not", async () => {
  const readers = new Readers({ leastBytesPerSecond: 1000, overMs: 1000 });
  await sendMuch(readers);
  let taken = 0;
  const all = new Promise<void>((resolve) => reader.on("data", (part) => (taken += part.length) > 20 * 2 ** 20 && resolve()));
  reader.resume();
  await all;
  readers.cutSlow(performance.now() + 60_000);
  expect(reader.destroyed).toBe(false);
});
