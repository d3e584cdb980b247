import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventDay } from "../../../lib/domain/market/event-day.ts";
import type { EventDay } from "../../../lib/domain/market/event-day.ts";
import { legs, portfolioLeg } from "../../../lib/domain/moves/legs.ts";
import { movesOf } from "../../../lib/domain/moves/moves.ts";
import type { Leg } from "../../../lib/domain/moves/moves.ts";
import { AROUND, WHOLE, path } from "../../../lib/domain/moves/path.ts";
import { absence, isAbsent } from "../../../lib/domain/market/series.ts";
import type { Absence, IntradaySeries, PriceSeries } from "../../../lib/domain/market/series.ts";
import { NEW_YORK } from "../market/exchange-samples.ts";

const DAYS = ["2025-01-23", "2025-01-24", "2025-01-27", "2025-01-28"];
const PUBLISHED = "2025-01-27T12:10:00+01:00";

/** Made up: a dividend of 1 on 27 January, so adjusted closes before it are a hundredth lower. */
function made(change: Partial<PriceSeries> = {}): PriceSeries {
  return {
    symbol: "MADE",
    currency: "USD",
    timeZone: "America/New_York",
    levels: "market",
    source: "snapshot",
    asOf: "2025-01-28",
    origin: "made up",
    days: DAYS,
    open: [98, 99, 90, 82],
    close: [99, 100, 80, 84],
    adjclose: [98.01, 99, 80, 84],
    volume: [1, 1, 1, 1],
    stubs: [],
    ...change,
  };
}

function bars(change: Partial<IntradaySeries> = {}): IntradaySeries {
  return {
    symbol: "MADE",
    currency: "USD",
    timeZone: "America/New_York",
    asOf: "2025-01-28",
    origin: "made up",
    start: ["2025-01-24T20:55:00Z", "2025-01-24T21:00:00Z", "2025-01-27T11:00:00Z", "2025-01-27T11:05:00Z", "2025-01-27T11:10:00Z"],
    session: ["regular", "post", "pre", "pre", "pre"],
    close: [100, 101, 95, 96, 97],
    ...change,
  };
}

function found<T>(value: T | Absence): T {
  if (isAbsent(value)) throw new Error(value.why);
  return value;
}

const event: EventDay = found(eventDay(PUBLISHED, NEW_YORK, DAYS));
const legsOf = (series: PriceSeries, intraday: IntradaySeries | null = bars(), at = PUBLISHED, on = event) => legs(series, intraday, on, NEW_YORK, at);

describe("three bases", () => {
  test("the close before: returns from adjusted closes, levels from quoted ones", () => {
    expect(legsOf(made()).close).toEqual({
      base: "close",
      baseDay: "2025-01-24",
      eventDay: "2025-01-27",
      basePrice: 100,
      eventPrice: 80,
      move: 80 / 99 - 1,
    });
  });

  test("the open: that day's open and close stand on one scale", () => {
    // 90 to 80, whatever later dividends did to the adjusted close.
    const later = made({ adjclose: [49.005, 49.5, 40, 42] });
    expect(found(legsOf(later).open)).toMatchObject({ baseDay: "2025-01-27", basePrice: 90, eventPrice: 80 });
    expect(found(legsOf(later).open).move).toBeCloseTo(80 / 90 - 1, 12);
  });

  test("the publication: the last bar that had ended, not the one under way", () => {
    expect(legsOf(made()).publication).toEqual({
      base: "publication",
      baseDay: "2025-01-27",
      baseAt: "2025-01-27T11:10:00.000Z",
      eventDay: "2025-01-27",
      basePrice: 96,
      eventPrice: 80,
      move: 80 / 96 - 1,
    });
    expect(legsOf(made(), bars(), "2025-01-27T11:09:59Z").publication).toMatchObject({ basePrice: 95 });
  });

  test("a bar of the evening before is from before the dividend", () => {
    const evening = "2025-01-24T18:00:00-05:00";
    expect(found(legsOf(made(), bars(), evening).publication)).toMatchObject({ baseDay: "2025-01-24", basePrice: 101 });
    expect(found(legsOf(made(), bars(), evening).publication).move).toBeCloseTo(80 / (101 * 0.99) - 1, 12);
  });
});

describe("what is not there says why", () => {
  test("no open", () => {
    expect(legsOf(made({ open: [null, null, null, null] })).open).toMatchObject({ absent: "no-open" });
    expect(legsOf(made({ levels: "adjusted-only", open: [null, null, null, null], close: [null, null, null, null] }))).toMatchObject({
      close: { basePrice: null, eventPrice: null, move: 80 / 99 - 1 },
      open: { absent: "no-open" },
      publication: { absent: "no-intraday" },
    });
  });

  test("no 5-minute prices, or none since the close before", () => {
    expect(legsOf(made(), null).publication).toMatchObject({ absent: "no-intraday" });
    expect(legsOf(made(), bars({ start: ["2025-01-24T20:55:00Z"], close: [100] })).publication).toMatchObject({ absent: "no-intraday" });
    expect(legsOf(made(), bars({ start: [], close: [] })).publication).toMatchObject({ absent: "no-intraday" });
  });

  test("a later split: printed 5-minute prices are on another scale than the closes", () => {
    expect(legsOf(made({ levels: "split-adjusted" })).publication).toMatchObject({ absent: "no-intraday" });
    expect(legsOf(made({ levels: "split-adjusted" })).close).toMatchObject({ basePrice: 100, eventPrice: 80 });
  });

  test("a stub session gives no move from any base, with the reason of the row", () => {
    const reason = "Half-day; no trades in the row.";
    const stub = absence("stub-session", reason);
    expect(legsOf(made({ stubs: [{ day: "2025-01-27", reason }] }))).toEqual({ close: stub, publication: stub, open: stub });
    expect(legsOf(made({ stubs: [{ day: "2025-01-28", reason }] })).close).not.toHaveProperty("absent");
  });

  test("a series that ends, begins late or skips the day", () => {
    const cut = (from: number, to: number) =>
      made({
        days: DAYS.slice(from, to),
        adjclose: [98.01, 99, 80, 84].slice(from, to),
        open: [98, 99, 90, 82].slice(from, to),
        close: [99, 100, 80, 84].slice(from, to),
      });
    expect(legsOf(cut(0, 2)).close).toMatchObject({ absent: "series-ends" });
    expect(legsOf(cut(0, 2)).open).toMatchObject({ absent: "series-ends" });
    expect(legsOf(cut(2, 4)).close).toMatchObject({ absent: "no-price" });
    expect(legsOf(made({ days: ["2025-01-23", "2025-01-24", "2025-01-25", "2025-01-28"] })).close).toMatchObject({ absent: "no-price" });
  });
});

describe("against a benchmark", () => {
  const ours = legsOf(made());
  const theirs = legsOf(made({ symbol: "BENCH", adjclose: [100, 100, 98, 99] }), null);

  test("only on the same base", () => {
    const moves = movesOf(ours, [{ benchmark: "BENCH", legs: theirs }]);
    expect(found(moves.close).versus).toEqual([{ benchmark: "BENCH", move: 98 / 100 - 1, excess: 80 / 99 - 1 - (98 / 100 - 1) }]);
    expect(found(moves.publication).versus).toEqual([]);
    expect(found(moves.publication).withoutBenchmark).toMatchObject([{ benchmark: "BENCH", absence: { absent: "no-intraday" } }]);
  });

  test("a reason for the pair stands on every base", () => {
    const why = absence("no-benchmark", "Hours do not overlap.");
    const moves = movesOf(ours, [{ benchmark: "BENCH", legs: why }]);
    expect([moves.close, moves.open, moves.publication].map((move) => found(move).withoutBenchmark)).toEqual(
      Array.from({ length: 3 }, () => [{ benchmark: "BENCH", absence: why }]),
    );
  });
});

describe("portfolios", () => {
  const leg = (move: number, baseAt?: string): Leg => ({
    base: "close",
    baseDay: "2025-01-24",
    eventDay: "2025-01-27",
    basePrice: 10,
    eventPrice: 11,
    move,
    ...(baseAt === undefined ? {} : { baseAt }),
  });

  test("the mean of the members, without a price, from the oldest of their bars", () => {
    const whole = found(portfolioLeg([leg(0.1, "2025-01-27T11:10:00Z"), leg(-0.3, "2025-01-27T11:05:00Z")]));
    expect(whole.move).toBeCloseTo(-0.1, 12);
    expect(whole).toMatchObject({ basePrice: null, eventPrice: null, baseAt: "2025-01-27T11:05:00Z" });
  });

  test("need every member", () => {
    const why = absence("no-open", "No open.");
    expect(portfolioLeg([leg(0.1), why])).toBe(why);
    expect(portfolioLeg([])).toMatchObject({ absent: "no-price" });
  });
});

describe("paths", () => {
  test("start five sessions before, end twenty after or where the prices end, and pass 0 at the base", () => {
    expect(path(made(), event, DAYS)).toEqual({
      offsets: [-2, -1, 0, 1],
      days: DAYS,
      change: [98.01 / 99 - 1, 0, 80 / 99 - 1, 84 / 99 - 1],
    });
    expect(found(path(made(), event, DAYS, { before: 1, after: 0 })).offsets).toEqual([-1, 0]);
    expect(Object.is(found(path(made(), event, DAYS, { before: 0, after: 0 })).offsets[0], 0)).toBe(true);
  });

  test("a session without trade leaves a gap in the offsets, not a shift", () => {
    const gap = made({ days: ["2025-01-24", "2025-01-28"], adjclose: [99, 84] });
    expect(found(path(gap, event, DAYS, WHOLE)).offsets).toEqual([-1, 1]);
  });

  test("without a base there is no path", () => {
    expect(path(made({ days: ["2025-01-27", "2025-01-28"], adjclose: [80, 84] }), event, DAYS)).toMatchObject({ absent: "no-price" });
  });

  test("offsets are whole, days ascend, the base is 0, whatever the reach", () => {
    const levels = fc.array(fc.double({ min: 0.01, max: 1e5, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(levels, fc.nat(6), fc.nat(6), (adjclose, before, after) => {
        const line = found(path(made({ adjclose }), event, DAYS, { before, after }));
        expect(line.offsets).toHaveLength(line.days.length);
        expect(line.change.every(Number.isFinite)).toBe(true);
        expect(line.days).toEqual(line.days.toSorted());
        const base = line.offsets.indexOf(-1);
        if (base !== -1) expect(line.change[base]).toBe(0);
        expect(line.offsets.every((offset) => offset >= -Math.min(before, 2) && offset <= Math.min(after, 1))).toBe(true);
      }),
    );
    expect(AROUND).toEqual({ before: 5, after: 20 });
  });
});
