import { expect, it } from "vitest";
import { heldSeries } from "../../../lib/io/prices/held-series.ts";
import { memoryStore } from "../../../lib/io/prices/memory-store.ts";
import type { SharedStore } from "../../../lib/io/prices/shared-store.ts";
import { readPriceSeries } from "../../../lib/io/data/data-files.ts";

const nvda = readPriceSeries("NVDA");
if (nvda === null) throw new Error("NVDA has no prices");
const checkedAt = Date.parse("2026-11-24T12:00:00Z");
const held = { series: nvda, checkedAt, wholeAt: checkedAt };
const week = 7 * 86_400_000;

it("gives a store that came back empty what it lost, so that a server that has nothing finds it", async () => {
  let now = held.checkedAt;
  let behind = memoryStore();
  const store: SharedStore = { kind: "test", get: (key) => behind.get(key), set: (...args) => behind.set(...args), lock: (...args) => behind.lock(...args) };
  const one = heldSeries(store, "yahoo", () => undefined, () => now);
  const cold = heldSeries(store, "yahoo", () => undefined, () => now);
  await one.set("NVDA", held);
  behind = memoryStore();
  expect(await cold.get("NVDA")).toBeNull();
  expect(await one.get("NVDA")).toEqual(held);
  expect(await cold.get("NVDA")).toEqual(held);

  // A week is how long it may be held at all: then it is gone from here as well.
  behind = memoryStore();
  now += week;
  expect(await one.get("NVDA")).toBeNull();
});
