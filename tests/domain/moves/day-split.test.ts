import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daySplit, portfolioSplit, stepAt } from "../../../lib/domain/moves/day-split.ts";
import type { DaySplit } from "../../../lib/domain/moves/day-split.ts";
import { eventDay } from "../../../lib/domain/market/event-day.ts";
import type { EventDay } from "../../../lib/domain/market/event-day.ts";
import { legs } from "../../../lib/domain/moves/legs.ts";
import { movesOf } from "../../../lib/domain/moves/moves.ts";
import type { BaseMove, Moves } from "../../../lib/domain/moves/moves.ts";
import { absence, isAbsent } from "../../../lib/domain/market/series.ts";
import type { Absence } from "../../../lib/domain/market/series.ts";
import { NEW_YORK } from "../market/exchange-samples.ts";
import { dailyOf, intradayOf } from "../market/price-files.ts";

const PUBLISHED = "2025-01-27T12:10:00+01:00";

function found<T>(value: T | Absence): T {
  if (isAbsent(value)) throw new Error(value.why);
  return value;
}

const event: EventDay = found(eventDay(PUBLISHED, NEW_YORK, ["2025-01-23", "2025-01-24", "2025-01-27"]));
const filed = (symbol: string) => daySplit(movesOf(legs(dailyOf(symbol), intradayOf(symbol), event, NEW_YORK, PUBLISHED), []), event);
const percent = (fraction: number | undefined, digits = 2) => Number(((fraction ?? NaN) * 100).toFixed(digits)) + 0;
const reached = (split: DaySplit) => split.steps.map((step) => percent(step.reached));

const base = (move: number): BaseMove => ({
  base: "close",
  baseDay: "2025-01-24",
  eventDay: "2025-01-27",
  basePrice: null,
  eventPrice: null,
  move,
  versus: [],
  withoutBenchmark: [],
});
/** Moves from the three bases of something that stood at 100, then at these levels. */
const made = (published: number | null, open: number | null, close: number): Moves => ({
  close: base(close / 100 - 1),
  publication: published === null ? absence("no-intraday", "none held") : base(close / published - 1),
  open: open === null ? absence("no-open", "no open") : base(close / open - 1),
});

describe("the day in three", () => {
  // By hand from levels that were printed: closes 142.62 and 118.42 (Reuters, facts of the day), the open 124.80
  // (Yahoo’s history), 124.52 as the close of the 06:05 bar. 124.52 / 142.62 = 0.87309, 124.80 / 124.52 = 1.00225,
  // 118.42 / 124.80 = 0.94888.
  test("Nvidia had done 12.7 of its 17.0 % when the article appeared", () => {
    const split = found(filed("NVDA"));
    expect(split.steps.map(({ part, move }) => [part, percent(move)])).toEqual([
      ["before", -12.69],
      ["to-open", 0.22],
      ["session", -5.11],
    ]);
    expect(reached(split)).toEqual([-12.69, -12.49, -16.97]);
    expect(percent(split.day, 1)).toBe(-17);
    expect(percent(stepAt(split, "before")?.reached, 1)).toBe(-12.7);
    expect(percent(stepAt(split, "before")?.rest, 1)).toBe(-4.9);
  });

  // Meta: 647.49, 614.16, 626.61, 659.88, divided by hand.
  test("Meta fell before and rose after", () => {
    expect(reached(found(filed("META")))).toEqual([-5.15, -3.22, 1.91]);
  });

  test("without a price at publication the night is one step, and says why", () => {
    // SMH: 261.53, 242.48, 235.81.
    const split = found(filed("SMH"));
    expect(split.steps.map(({ part, move }) => [part, percent(move)])).toEqual([
      ["overnight", -7.28],
      ["session", -2.75],
    ]);
    expect(split.undivided).toMatchObject({ absent: "no-intraday" });
    expect(stepAt(split, "before")).toBeUndefined();
  });

  test("what is missing says why", () => {
    const why = absence("not-listed", "private");
    expect(daySplit(why, event)).toBe(why);
    expect(daySplit(made(90, 91, 80), why)).toBe(why);
    expect(daySplit({ ...made(90, 91, 80), close: why }, event)).toBe(why);
    expect(filed("RSP")).toMatchObject({ absent: "no-open" });
    expect(filed("CHAT")).toMatchObject({ absent: "no-open" });
  });

  test("an article of the session divides no night", () => {
    const split = found(daySplit(made(90, 91, 80), { ...event, phase: "in-session" }));
    expect(split.steps.map(({ part }) => part)).toEqual(["overnight", "session"]);
    expect(split.undivided).toMatchObject({ absent: "no-session" });
  });
});

const level = fc.double({ min: 1, max: 1000, noNaN: true });
const compounded = (split: DaySplit) => split.steps.reduce((growth, { move }) => growth * (1 + move), 1);

test("the parts compound to the day, each starts where the last one ended, and the rest completes it", () => {
  fc.assert(
    fc.property(fc.option(level), level, level, (published, open, close) => {
      const split = found(daySplit(made(published, open, close), event));
      expect(compounded(split) / (close / 100)).toBeCloseTo(1, 9);
      expect(split.steps.at(-1)?.reached).toBeCloseTo(split.day, 12);
      split.steps.forEach((step, i) => {
        const start = split.steps[i - 1]?.reached ?? 0;
        expect(((1 + start) * (1 + step.move)) / (1 + step.reached)).toBeCloseTo(1, 9);
        expect(((1 + step.reached) * (1 + step.rest)) / (1 + split.day)).toBeCloseTo(1, 9);
      });
    }),
  );
});

describe("a portfolio", () => {
  // Equal parts from the close: the mean of what the seven had reached, from their printed levels, worked out apart
  // from this code: (222.26/222.78 + 221.91/234.85 + 191.04/200.21 + 614.16/647.49 + 412.63/444.06 + 124.52/142.62 +
  // 388.15/406.58) / 7 and so on.
  test("the Magnificent Seven stood at −5.68 %, opened at −4.31 % and closed at −2.90 %", () => {
    const split = found(portfolioSplit(["AAPL", "AMZN", "GOOGL", "META", "MSFT", "NVDA", "TSLA"].map(filed)));
    expect(reached(split)).toEqual([-5.68, -4.31, -2.9]);
    expect(compounded(split)).toBeCloseTo(1 + split.day, 12);
  });

  test("needs every member, and every member's price at publication to divide the night", () => {
    expect(portfolioSplit([])).toMatchObject({ absent: "no-price" });
    expect(portfolioSplit([filed("NVDA"), filed("RSP")])).toMatchObject({ absent: "no-open" });
    const half = found(portfolioSplit([daySplit(made(90, 80, 70), event), daySplit(made(null, 100, 110), event)]));
    expect(half.steps.map(({ part }) => part)).toEqual(["overnight", "session"]);
    expect(reached(half)).toEqual([-10, -10]);
    expect(half.undivided).toMatchObject({ absent: "no-intraday" });
  });

  test("of one is that one, and of any compounds to the mean of the days", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level, level), { minLength: 1, maxLength: 6 }), (levels) => {
        const members = levels.map(([published, open, close]) => found(daySplit(made(published, open, close), event)));
        const whole = found(portfolioSplit(members));
        expect(whole.day).toBeCloseTo(members.reduce((sum, { day }) => sum + day, 0) / members.length, 9);
        expect(compounded(whole) / (1 + whole.day)).toBeCloseTo(1, 9);
        if (members.length === 1) expect(reached(whole)).toEqual(reached(members[0] ?? whole));
      }),
    );
  });
});
