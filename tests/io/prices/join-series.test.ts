import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { joinTail, tailFrom } from "../../../lib/io/prices/join-series.ts";
import { cutSeries } from "../../../lib/io/prices/price-provider.ts";
import { snapshotFile } from "../../fixtures/snapshot-file.ts";

const whole: PriceSeries = { ...snapshotFile("NVDA"), source: "yahoo", asOf: "2026-05-18T09:00:00.000Z" };
const held = cutSeries(whole, { from: "2023-06-01", to: "2026-05-08" });
const tail = cutSeries(whole, { from: tailFrom(held) ?? "" });

const scaled = (series: PriceSeries, by: number): PriceSeries => ({ ...series, adjclose: series.adjclose.map((price) => price * by) });

describe("joining a tail", () => {
  it("asks from the last two sessions on", () => {
    expect(tailFrom(held)).toBe("2026-05-07");
    expect(tailFrom({ ...held, days: ["2026-05-08"] })).toBeNull();
  });

  it("gives what one question for everything would have given", () => {
    expect(joinTail(held, tail)).toEqual(whole);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: whole.days.length }), (n) => {
        const before = cutSeries(whole, { from: "2023-06-01", to: whole.days[n - 1] });
        expect(joinTail(before, cutSeries(whole, { from: tailFrom(before) ?? "" }))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it("takes the newest two sessions as they are now", () => {
    const close = [...tail.close];
    close[1] = 215.99;
    const joined = joinTail(held, { ...tail, close });
    expect("refetch" in joined ? joined : joined.close[held.days.length - 1]).toBe(215.99);
  });

  // Nvidia pays one cent a quarter: 0.01 / 215 is a twentieth of a basis point, and still another footing.
  it.each<[string, PriceSeries]>([
    ["a cent of dividend", { ...tail, actions: [{ day: "2026-05-11", kind: "dividend", amount: 0.01 }] }],
    ["a split", { ...scaled(tail, 0.25), actions: [{ day: "2026-05-11", kind: "split", ratio: 4 }] }],
    ["a split nobody tells of", scaled(tail, 0.25)],
    ["a factor of a ten-thousandth", scaled(tail, 0.9999)],
    ["another return inside the overlap", { ...tail, adjclose: tail.adjclose.map((price, i) => (i === 0 ? price * 1.001 : price)) }],
    ["a session of the overlap that is gone", cutSeries(tail, { from: "2026-05-08" })],
    ["a tail that begins later", cutSeries(tail, { from: "2026-05-11" })],
  ])("wants everything again after %s", (_, changed) => {
    expect(joinTail(held, changed)).toHaveProperty("refetch");
  });

  it("wants everything again when an event it had is gone", () => {
    const had: PriceSeries = { ...held, actions: [{ day: "2026-05-08", kind: "dividend", amount: 0.01 }] };
    expect(joinTail(had, { ...tail, actions: [{ day: "2026-05-08", kind: "dividend", amount: 0.01 }] })).toHaveProperty("days");
    expect(joinTail(had, tail)).toEqual({ refetch: "the dividend of 2026-05-08 is gone" });
  });
});
