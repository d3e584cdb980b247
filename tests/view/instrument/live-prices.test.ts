import { describe, expect, it, vi } from "vitest";
import { GET } from "../../../app/api/tickers/[symbol]/prices/route.ts";
import { isLivePrices } from "../../../lib/view/instrument/live-prices.ts";

async function answered(): Promise<Record<string, unknown>> {
  vi.stubEnv("PRICES", "snapshot");
  const request = new Request("http://localhost/api/tickers/NVDA/prices?from=2025-01-24&to=2025-01-27&base=2025-01-24");
  const answer = await GET(request, { params: Promise.resolve({ symbol: "NVDA" }) });
  vi.unstubAllEnvs();
  return answer.json();
}

describe("what a page takes for prices", () => {
  it("is what our own API answers", async () => {
    expect(isLivePrices(await answered())).toBe(true);
  });

  it.each<[string, object]>([
    ["no symbol", { symbol: undefined }],
    ["a base that is none", { base: null }],
    ["no status", { status: null }],
    ["a status without a kind", { status: {} }],
    ["days that are no list", { days: "2025-01-24" }],
    ["more days than changes", { change: [0] }],
    ["a change that is no number", { change: [0, null] }],
  ])("is not %s", async (_, part) => {
    expect(isLivePrices({ ...(await answered()), ...part })).toBe(false);
  });

  it("is no text, no null and no error of ours", () => {
    for (const answer of ["", null, undefined, [], { error: { symbol: "NVDA", reason: "timeout" } }]) expect(isLivePrices(answer)).toBe(false);
  });
});
