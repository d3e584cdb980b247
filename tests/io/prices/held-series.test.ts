import { describe, expect, it } from "vitest";
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
  const one = heldSeries(
    store,
    "yahoo",
    () => undefined,
    () => now,
  );
  const cold = heldSeries(
    store,
    "yahoo",
    () => undefined,
    () => now,
  );
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

describe("a clock that ran ahead", () => {
  const hour = 3_600_000;
  const year = 365 * 24 * hour;
  const at = (checked: number, whole = checked) => ({ ...held, checkedAt: checked, wholeAt: whole });

  async function readBack(planted: object, now = checkedAt) {
    const store = memoryStore();
    await store.set("series:yahoo:NVDA", JSON.stringify(planted), week);
    return heldSeries(
      store,
      "yahoo",
      () => undefined,
      () => now,
    ).get("NVDA");
  }

  it.each([2 * 60_000, hour, year])("checked %d ms from now counts as never checked", async (ahead) => {
    expect(await readBack(at(checkedAt + ahead))).toEqual(at(0));
    expect(await readBack(at(checkedAt, checkedAt + ahead))).toEqual(at(checkedAt, 0));
  });

  it("does not matter within the minute by which servers differ", async () => {
    expect(await readBack(at(checkedAt + 59_000))).toEqual(at(checkedAt + 59_000));
  });

  it("corrected while we run: what we wrote ourselves counts as never checked", async () => {
    let now = checkedAt + year;
    const one = heldSeries(
      memoryStore(),
      "yahoo",
      () => undefined,
      () => now,
    );
    await one.set("NVDA", at(now));
    expect(await one.get("NVDA")).toEqual(at(now));
    now = checkedAt;
    expect(await one.get("NVDA")).toEqual(at(0));
  });

  it("is not the reason for a long life: a store that lost it gets it back for a week at most", async () => {
    const lives: number[] = [];
    let behind = memoryStore();
    const store: SharedStore = {
      kind: "test",
      get: (key) => behind.get(key),
      set: (...args) => (lives.push(args[2]), behind.set(...args)),
      lock: (...args) => behind.lock(...args),
    };
    const one = heldSeries(
      store,
      "yahoo",
      () => undefined,
      () => checkedAt,
    );
    await one.set("NVDA", at(checkedAt + year));
    behind = memoryStore();
    await one.get("NVDA");
    expect(lives).toEqual([week, week]);
  });

  it("leaves days that have not come: none of that series is used", async () => {
    const days = nvda.days.with(-1, "2026-11-25");
    const asOf = "2026-11-25";
    expect(await readBack({ ...held, series: { ...nvda, days, asOf } })).toBeNull();
    expect(await readBack({ ...held, series: { ...nvda, days, asOf } }, checkedAt + 24 * hour)).not.toBeNull();
  });

  it("by the day of the exchange: Tokyo's has come while New York's has not", async () => {
    const evening = Date.parse("2026-11-24T20:00:00Z");
    const days = nvda.days.with(-1, "2026-11-25");
    const planted = (timeZone: string) => ({ ...held, series: { ...nvda, timeZone, days, asOf: "2026-11-25" } });
    expect(await readBack(planted("Asia/Tokyo"), evening)).not.toBeNull();
    expect(await readBack(planted("America/New_York"), evening)).toBeNull();
    expect(await readBack(planted("Mars/Olympus"), evening)).toBeNull();
  });

  it("leaves a date of taking down or a latest price that has not come", async () => {
    expect(await readBack({ ...held, series: { ...nvda, asOf: "2027-09-26" } })).toBeNull();
    expect(await readBack({ ...held, series: { ...nvda, source: "yahoo", latest: { at: "2026-11-24T13:00:00Z", adjclose: 1 } } })).toBeNull();
  });
});

describe("a store in trouble", () => {
  type Line = [string, Readonly<Record<string, unknown>>];

  it("that takes nothing and still answers is told once, however often it is tried, and again after it took something", async () => {
    const lines: Line[] = [];
    let full = true;
    const behind = memoryStore();
    const set: SharedStore["set"] = (...args) => (full ? Promise.reject(new Error("OOM command not allowed")) : behind.set(...args));
    const one = heldSeries(
      { ...behind, set },
      "yahoo",
      (...line) => void lines.push(line),
      () => checkedAt,
    );
    for (let n = 0; n < 5; n += 1) {
      await one.set("NVDA", held);
      await one.get("NVDA");
    }
    expect(lines).toEqual([["store.failed", { store: "memory", doing: "set", error: "OOM command not allowed" }]]);
    full = false;
    await one.set("NVDA", held);
    full = true;
    await one.set("NVDA", held);
    expect(lines).toHaveLength(2);
  });

  it("that holds something unreadable is told once for each such text", async () => {
    const lines: Line[] = [];
    const store = memoryStore();
    const one = heldSeries(
      store,
      "yahoo",
      (...line) => void lines.push(line),
      () => checkedAt,
    );
    for (const text of ["{", "{", "null"]) {
      await store.set("series:yahoo:NVDA", text, week);
      expect(await one.get("NVDA")).toBeNull();
    }
    expect(lines.map(([event]) => event)).toEqual(["store.unreadable", "store.unreadable"]);
  });
});
