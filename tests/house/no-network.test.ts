import { createServer } from "node:http";
import { describe, expect, it } from "vitest";

describe("the guard against the network", () => {
  it("pins the time zone: Auckland is 13 hours ahead of UTC in January", () => {
    expect(new Date("2025-01-27T00:00:00Z").getHours()).toBe(13);
  });

  it("lets a loopback server answer", async () => {
    const server = createServer((_, response) => response.end("here"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    expect(await (await fetch(`http://127.0.0.1:${address.port}`)).text()).toBe("here");
    server.close();
  });

  it.fails("fails a test that reaches out, even when the code under test swallows the refusal", async () => {
    await fetch("http://192.0.2.1/").catch(() => null);
  });
});
