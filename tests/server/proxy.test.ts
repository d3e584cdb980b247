import { NextRequest } from "next/server";
import { tmpdir } from "node:os";
import { afterEach, describe, expect, it, vi } from "vitest";
import { proxy } from "../../proxy.ts";

const asked = (address: string) => proxy(new NextRequest(`http://claimtape.example${address}`));

describe("an address that is nearly right", () => {
  it.each([
    ["/tickers/nvda", 308, "http://claimtape.example/tickers/NVDA"],
    ["/tickers/nvda.csv?range=1y", 308, "http://claimtape.example/tickers/NVDA.csv?range=1y"],
    ["/tickers/%5Evix?range=1y", 308, "http://claimtape.example/tickers/%5EVIX?range=1y"],
  ])("%s is sent on with its view", (address, status, location) => {
    const answer = asked(address);
    expect([answer.status, answer.headers.get("location")]).toEqual([status, location]);
  });
  it("of no ticker is a 404 that knows what was asked", () => {
    const answer = asked("/tickers/NVDIA");
    expect([answer.status, answer.headers.get("x-middleware-rewrite")]).toEqual([404, "http://claimtape.example/no-such-ticker/NVDIA"]);
  });
  it.each(["/tickers/NVDA", "/tickers/NOPE.csv", "/tickers/NOPE?format=csv"])("%s goes to the page or file itself", (address) => expect(asked(address).headers.get("x-middleware-next")).toBe("1"));
  it("that is no percent-encoding is a 400", () => expect(asked("/tickers/%ZZ").status).toBe(400));
});

describe("data that cannot be read", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("are said once in the log, and the page itself answers", () => {
    const lines: string[] = [];
    vi.spyOn(process, "cwd").mockReturnValue(`${tmpdir()}/nothing-of-claimtape`);
    vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
    for (const symbol of ["NVDA", "MSFT", "nvda"]) expect(asked(`/tickers/${symbol}?range=1y`).headers.get("x-middleware-next")).toBe("1");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: "failed", path: "/tickers/NVDA", route: "proxy", error: expect.stringContaining("instruments.json") }]);
  });
});
