import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dropOneRange } from "../../../lib/domain/moves/drop-one.ts";
import type { Leg } from "../../../lib/domain/moves/moves.ts";
import { absence, isAbsent } from "../../../lib/domain/market/series.ts";
import type { Absence } from "../../../lib/domain/market/series.ts";
import { downloadedMoves, publishedMoves } from "../../fixtures/published-moves.ts";

function found<T>(value: T | Absence): T {
  if (isAbsent(value)) throw new Error(value.why);
  return value;
}

const member = (symbol: string, move: number) => ({
  symbol,
  leg: { base: "close", baseDay: "2025-01-24", eventDay: "2025-01-27", basePrice: null, eventPrice: null, move } satisfies Leg,
});
const reported = (...symbols: string[]) =>
  [...publishedMoves, ...downloadedMoves].filter(([symbol]) => symbols.includes(symbol)).map(([symbol, percent]) => member(symbol, percent / 100));
const percent = (fraction: number) => Number((fraction * 100).toFixed(3));

describe("each left out in turn", () => {
  // From the moves as the press and a second download give them, added up by hand. The seven sum to −20.30:
  // without Nvidia (−16.97) −3.33 / 6 = −0.555, without Apple (+3.18) −23.48 / 6 = −3.913.
  test("without Nvidia the seven hardly fell", () => {
    const range = found(dropOneRange(reported("NVDA", "MSFT", "GOOGL", "META", "TSLA", "AAPL", "AMZN")));
    expect(percent(range.whole)).toBe(-2.9);
    expect(range.each).toHaveLength(7);
    expect([range.highest.without, percent(range.highest.move)]).toEqual(["NVDA", -0.555]);
    expect([range.lowest.without, percent(range.lowest.move)]).toEqual(["AAPL", -3.913]);
  });

  // −29.88 −15.56 −22.35 −8.70 −4.33 −8.73 = −89.55; without VRT −59.67 / 5, without EQIX −85.22 / 5.
  test("the data-centre list lies between −17.0 and −11.9 %", () => {
    const range = found(dropOneRange(reported("VRT", "ETN", "ANET", "DELL", "EQIX", "DLR")));
    expect([range.lowest.without, percent(range.lowest.move)]).toEqual(["EQIX", -17.044]);
    expect([range.highest.without, percent(range.highest.move)]).toEqual(["VRT", -11.934]);
    expect(percent(range.whole)).toBe(-14.925);
  });

  test("what cannot be left out", () => {
    const why = absence("no-price", "none");
    expect(dropOneRange([member("A", 0.1), { symbol: "B", leg: why }])).toBe(why);
    expect(dropOneRange([member("A", 0.1)])).toMatchObject({ absent: "no-price" });
    expect(dropOneRange([])).toMatchObject({ absent: "no-price" });
  });
});

test("n members give n moves, whose ends enclose the whole and whose mean is the whole", () => {
  const moves = fc.array(fc.double({ min: -0.9, max: 2, noNaN: true }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(moves, (all) => {
      const range = found(dropOneRange(all.map((move, i) => member(`M${i}`, move))));
      expect(range.each.map(({ without }) => without)).toEqual(all.map((_, i) => `M${i}`));
      expect(range.lowest.move).toBeLessThanOrEqual(range.whole + 1e-12);
      expect(range.highest.move).toBeGreaterThanOrEqual(range.whole - 1e-12);
      expect(Math.min(...range.each.map(({ move }) => move))).toBe(range.lowest.move);
      expect(Math.max(...range.each.map(({ move }) => move))).toBe(range.highest.move);
      expect(range.each.reduce((sum, { move }) => sum + move, 0) / all.length).toBeCloseTo(range.whole, 9);
      // Leaving out the highest gives the lowest, and the other way round.
      expect(all[Number(range.lowest.without.slice(1))]).toBeCloseTo(Math.max(...all), 9);
    }),
  );
});
