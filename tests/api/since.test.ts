import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "../../app/api/tickers/[symbol]/since/route.ts";
import { isSinceAnswer } from "../../lib/domain/report/since-answer.ts";

beforeAll(() => {
  vi.stubEnv("PRICES", "snapshot");
});
afterAll(() => {
  vi.unstubAllEnvs();
});

async function get(symbol: string, query = "") {
  const url = `http://localhost/api/tickers/${encodeURIComponent(symbol)}/since${query}`;
  const response = await GET(new Request(url), { params: Promise.resolve({ symbol: encodeURIComponent(symbol) }) });
  return { status: response.status, body: await response.json() };
}

describe("GET /api/tickers/{symbol}/since", () => {
  it.each(["NVDA", "^VIX", "9984.T", "MAG7", "GSENEPOW"])("%s: what a page relies on, with a status of every series behind it", async (symbol) => {
    const { status, body } = await get(symbol);
    expect(status).toBe(200);
    expect(isSinceAnswer(body)).toBe(true);
    expect(body).toMatchObject({ symbol, benchmark: "SPY", statuses: { SPY: { kind: "snapshot" } } });
  });

  it("names what is wrong", async () => {
    expect(await get("NVDIA")).toMatchObject({ status: 404, body: { error: { parameter: "symbol", value: "NVDIA" } } });
    expect(await get("OPENAI")).toMatchObject({ status: 404, body: { error: { reason: "not-listed" } } });
    expect(await get("NVDA", "?base=open")).toMatchObject({ status: 400, body: { error: { parameter: "base", allowed: ["article"] } } });
    expect(await get("NVDA", "?article=none")).toMatchObject({ status: 400, body: { error: { parameter: "article" } } });
    for (const symbol of ["__proto__", "constructor", "%"]) expect((await get(symbol)).status).toBe(404);
  });
});
