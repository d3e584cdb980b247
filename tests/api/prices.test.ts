import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as health } from "../../app/api/health/route.ts";
import { GET as prices } from "../../app/api/tickers/[symbol]/prices/route.ts";
import { GET as tickers } from "../../app/api/tickers/route.ts";
import { publishedMoves } from "../fixtures/published-moves.ts";

beforeAll(() => {
  vi.stubEnv("PRICES", "snapshot");
});
afterAll(() => {
  vi.unstubAllEnvs();
});

async function get(symbol: string, query = "") {
  const url = `http://localhost/api/tickers/${encodeURIComponent(symbol)}/prices${query}`;
  const response = await prices(new Request(url), { params: Promise.resolve({ symbol: encodeURIComponent(symbol) }) });
  return { status: response.status, body: await response.json() };
}

describe("GET /api/tickers/{symbol}/prices", () => {
  it.each(publishedMoves)("%s moved %d %% on 27 January 2025, as published", async (symbol, percent) => {
    const { status, body } = await get(symbol, "?from=2025-01-24&to=2025-01-27&base=2025-01-24");
    expect(status).toBe(200);
    expect(body).toMatchObject({ symbol, days: ["2025-01-24", "2025-01-27"], status: { kind: "snapshot" } });
    expect(body.change[0]).toBe(0);
    expect((body.change[1] * 100).toFixed(2)).toBe(percent.toFixed(2));
  });

  it("gives Nvidia's closes", async () => {
    expect((await get("NVDA", "?from=2025-01-24&to=2025-01-27")).body.close).toEqual([142.62, 118.42]);
  });

  it("takes a symbol with a caret", async () => {
    expect((await get("^VIX")).status).toBe(200);
  });

  it("answers 400 with the parameter, the bad value and what is allowed", async () => {
    expect(await get("NVDA", "?base=2025-01-20")).toEqual({
      status: 400,
      body: { error: { parameter: "base", value: "2025-01-20", allowed: ["2025-01-17", "2025-01-21"] } },
    });
    expect((await get("NVDA", "?from=soon")).body).toEqual({ error: { parameter: "from", value: "soon", allowed: ["one day YYYY-MM-DD"] } });
    expect((await get("NVDA", "?since=2025-01-20")).body).toEqual({
      error: { parameter: "since", value: "2025-01-20", allowed: ["from", "to", "base"] },
    });
    expect((await get("NVDA", `?from=${"x".repeat(5000)}`)).body.error.value).toHaveLength(100);
  });

  it("answers 404 with near symbols", async () => {
    const { status, body } = await get("NVDIA");
    expect(status).toBe(404);
    expect(body.error).toMatchObject({ parameter: "symbol", value: "NVDIA" });
    expect(body.error.nearest).toContain("NVDA");
    for (const symbol of ["__proto__", "constructor", "../NVDA", "%"]) expect((await get(symbol)).status).toBe(404);
  });

  it("says why a basket, a group and a private company have none, and what stands in", async () => {
    expect(await get("GSENEPOW")).toMatchObject({ status: 404, body: { error: { reason: "no-public-quote" } } });
    expect((await get("GSENEPOW")).body.error.proxies.length).toBeGreaterThan(0);
    expect((await get("MAG7")).body.error.proxies).toHaveLength(7);
    expect(await get("DEEPSEEK")).toMatchObject({ status: 404, body: { error: { reason: "not-listed" } } });
  });
});

describe("GET /api/tickers", () => {
  it("lists every instrument and whether it has prices", async () => {
    const { tickers: list } = await (await tickers(new Request("http://localhost/api/tickers"))).json();
    expect(list).toContainEqual({ symbol: "NVDA", name: expect.any(String), kind: "equity", hasPrices: true, page: "/tickers/NVDA" });
    expect(list).toContainEqual({ symbol: "GSENEPOW", name: expect.any(String), kind: "basket", hasPrices: false, page: "/tickers/GSENEPOW" });
    for (const { symbol, hasPrices } of list) expect((await get(symbol)).status).toBe(hasPrices ? 200 : 404);
  });

  it("refuses a parameter it does not know", async () => {
    expect((await tickers(new Request("http://localhost/api/tickers?q=x"))).status).toBe(400);
  });
});

describe("GET /api/health", () => {
  it("says what is served from which prices, and asks nobody", async () => {
    const body = await (await health(new Request("http://localhost/api/health"))).json();
    const folder = join(import.meta.dirname, "../../data/prices");
    const taken = readdirSync(folder).map((file): string => JSON.parse(readFileSync(join(folder, file), "utf8")).asOf);
    expect(body).toMatchObject({ status: "ok", prices: "snapshot", snapshot: { asOf: taken.toSorted().at(-1) } });
    expect(body.vendors).toEqual({ yahoo: { breaker: "closed", until: null, lastSuccess: null, lastFailure: null, store: "memory" } });
    expect(body.snapshot.series).toBeGreaterThan(40);
  });
});
