import { describe, expect, it } from "vitest";
import type { HeldSeries } from "../../../lib/io/prices/held-series.ts";
import { liveSeries } from "../../../lib/io/prices/live-series.ts";
import type { LiveSeriesOptions } from "../../../lib/io/prices/live-series.ts";
import type { PriceProvider } from "../../../lib/io/prices/price-provider.ts";
import { priceFailure } from "../../../lib/io/prices/price-provider.ts";
import { quoted } from "../../fixtures/quoted.ts";
import { snapshotFile } from "../../fixtures/snapshot-file.ts";

const series = snapshotFile("NVDA");
const noon = Date.parse("2026-05-26T15:00:00Z");
const never: PriceProvider = () => Promise.reject(new Error("asked"));

function live(held: Partial<HeldSeries>, options: Partial<LiveSeriesOptions> = {}) {
  const nothing: HeldSeries = { get: () => Promise.resolve(null), set: () => Promise.resolve(), lock: () => Promise.resolve(() => Promise.resolve()) };
  return liveSeries({ vendor: "yahoo", quoted, ask: never, held: { ...nothing, ...held }, log: () => undefined, now: () => noon, ...options });
}

describe("a lock left by a server that is gone", () => {
  const locked = { lock: () => Promise.resolve(null) };
  // Were the lock waited for, the test would run into its own limit.
  const waits = { patienceMs: 150, flightMs: 3_600_000 };

  it("is waited for as long as a reader waits where nothing is held", async () => {
    expect(await live(locked, waits)("NVDA")).toMatchObject({ failed: "timeout", detail: "Another server asks for it and has no answer yet." });
  });

  it("keeps what is held on the screen", async () => {
    const old = noon - 86_400_000;
    const get = () => Promise.resolve({ series, checkedAt: old, wholeAt: old });
    const answer = await live({ ...locked, get }, waits)("NVDA");
    expect(answer).toMatchObject({ series });
    expect("failed" in answer ? null : answer.stale).not.toBeNull();
  });

  it("hides nothing that the other server brings in time", async () => {
    let looks = 0;
    const get = () => Promise.resolve((looks += 1) < 3 ? null : { series, checkedAt: noon, wholeAt: noon });
    expect(await live({ ...locked, get }, { patienceMs: 5_000 })("NVDA")).toEqual({ series, stale: null, awaited: null });
  });
});

it("leaves a symbol alone for its time, and no longer when the clock is set back", async () => {
  let now = noon + 365 * 86_400_000;
  let asked = 0;
  const ask: PriceProvider = async (symbol) => {
    asked += 1;
    return priceFailure("not-found", symbol, "said");
  };
  const read = live({}, { ask, now: () => now });
  await read("NVDA");
  await read("NVDA");
  expect(asked).toBe(1);
  now = noon;
  await read("NVDA");
  expect(asked).toBe(2);
});
