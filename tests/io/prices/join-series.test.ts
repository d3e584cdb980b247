import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { joinTail, joinWhole, tailFrom } from "../../../lib/io/prices/join-series.ts";
import { cutSeries } from "../../../lib/io/prices/price-provider.ts";
import { snapshotFile } from "../../fixtures/snapshot-file.ts";

const whole: PriceSeries = { ...snapshotFile("NVDA"), source: "yahoo", asOf: "2026-05-18T09:00:00.000Z" };
const held = cutSeries(whole, { from: "2023-06-01", to: "2026-05-08" });
const tail = cutSeries(whole, { from: tailFrom(held) ?? "" });

const scaled = (series: PriceSeries, by: number): PriceSeries => ({ ...series, adjclose: series.adjclose.map((price) => price * by) });

describe("joining a tail", () => {
  it("asks from a month back", () => {
    expect(tailFrom(held)).toBe("2026-04-10");
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
    close[20] = 215.99;
    const joined = joinTail(held, { ...tail, close });
    expect("days" in joined ? joined.close[held.days.length - 1] : joined).toBe(215.99);
  });

  // Nvidia pays one cent a quarter: 0.01 / 215 is a twentieth of a basis point, and still another footing.
  it.each<[string, PriceSeries]>([
    ["a cent of dividend", { ...tail, actions: [{ day: "2026-05-11", kind: "dividend", amount: 0.01 }] }],
    ["a split", { ...scaled(tail, 0.25), actions: [{ day: "2026-05-11", kind: "split", ratio: 4 }] }],
    ["a split nobody tells of", scaled(tail, 0.25)],
    ["a factor of a ten-thousandth", scaled(tail, 0.9999)],
    ["another return inside the overlap", { ...tail, adjclose: tail.adjclose.map((price, i) => (i === 0 ? price * 1.001 : price)) }],
    ["another close of a session long settled", { ...tail, close: tail.close.map((price, i) => (i === 3 && price !== null ? price / 2 : price)) }],
    ["a tail that begins after all that is held", cutSeries(tail, { from: "2026-05-11" })],
  ])("wants everything again after %s", (_, changed) => {
    expect(joinTail(held, changed)).toHaveProperty("refetch");
  });

  it("wants everything again when an event it had is gone", () => {
    const had: PriceSeries = { ...held, actions: [{ day: "2026-05-08", kind: "dividend", amount: 0.01 }] };
    expect(joinTail(had, { ...tail, actions: [{ day: "2026-05-08", kind: "dividend", amount: 0.01 }] })).toHaveProperty("days");
    expect(joinTail(had, tail)).toEqual({ refetch: "the dividend of 2026-05-08 is gone" });
  });

  it("fills a hole that the tail has no more", () => {
    const holed = without(held, "2026-04-21");
    expect(joinTail(holed, tail)).toEqual(whole);
  });

  it("keeps a session that the tail has lost", () => {
    expect(joinTail(held, without(tail, "2026-04-21"))).toEqual(whole);
    expect(joinTail(held, without(tail, "2026-05-07"))).toEqual(whole);
  });

  it("is behind where it ends before what is held", () => {
    expect(joinTail(held, cutSeries(tail, { from: "2026-01-01", to: "2026-05-07" }))).toEqual({
      behind: "it ends on 2026-05-07, and an earlier answer had 2026-05-08",
    });
  });

  it("keeps the newer of two prices of a running session", () => {
    const running: PriceSeries = { ...held, latest: { at: "2026-05-11T18:59:00.000Z", adjclose: 216 } };
    const older: PriceSeries = { ...cutSeries(tail, { from: "2026-01-01", to: "2026-05-08" }), latest: { at: "2026-05-11T18:40:00.000Z", adjclose: 214 } };
    for (const edge of [older, cutSeries(tail, { from: "2026-01-01", to: "2026-05-08" })])
      expect(joinTail(running, edge)).toMatchObject({ latest: { adjclose: 216 } });
    expect(joinTail(running, tail)).not.toHaveProperty("latest");
  });
});

describe("all of it, asked for again", () => {
  it("keeps a session it has lost, on its own footing", () => {
    const divided: PriceSeries = { ...scaled(whole, 0.5), close: whole.close.map((price) => (price === null ? null : price / 4)) };
    const joined = joinWhole(held, without(divided, "2026-04-21"));
    const at = whole.days.indexOf("2026-04-21");
    if ("behind" in joined) throw new Error(joined.behind);
    expect(joined.days).toEqual(whole.days);
    expect(joined.adjclose[at]).toBeCloseTo((whole.adjclose[at] ?? 0) / 2, 3);
    expect(joined.close[at]).toBeCloseTo((whole.close[at] ?? 0) / 4, 3);
  });

  it("lets a lost session go where a split lies beside it: nobody knows its footing", () => {
    const at = whole.days.indexOf("2026-04-21");
    const divided: PriceSeries = { ...whole, adjclose: whole.adjclose.map((price, i) => (i < at ? price / 4 : price)) };
    expect(joinWhole(held, without(divided, "2026-04-21"))).not.toMatchObject({ days: { length: whole.days.length } });
  });
});

function without(series: PriceSeries, day: string): PriceSeries {
  const at = series.days.indexOf(day);
  const cut = <T>(column: T[]) => column.toSpliced(at, 1);
  return { ...series, days: cut(series.days), open: cut(series.open), close: cut(series.close), adjclose: cut(series.adjclose), volume: cut(series.volume) };
}
