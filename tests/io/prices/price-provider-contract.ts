import { describe, expect, it } from "vitest";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { parseData } from "../../../lib/io/data/data-error.ts";
import type { PriceProvider } from "../../../lib/io/prices/price-provider.ts";
import { isPriceFailure } from "../../../lib/io/prices/price-provider.ts";
import { priceSeriesSchema } from "../../../lib/io/data/series-schema.ts";
import { quoted } from "../../fixtures/quoted.ts";

/**
 * What anything that gives daily bars must do: the snapshot, Yahoo's adapter, the store in front of both,
 * or the client of another API. Asked about the instruments of `fixtures/quoted.ts`, over figures that
 * begin on 1 June 2023 and end on 15 May 2026.
 */
export function priceProviderContract(name: string, open: () => PriceProvider): void {
  describe(`${name} as a price provider`, () => {
    async function series(symbol: string, range: { from: string; to?: string }): Promise<PriceSeries> {
      const answer = await open()(symbol, range);
      if (isPriceFailure(answer)) throw new Error(`${answer.failed}: ${answer.detail}`);
      return answer;
    }

    it("gives whole series that pass the schema", async () => {
      for (const symbol of quoted.keys()) {
        const answer = await series(symbol, { from: "2023-06-01" });
        parseData(priceSeriesSchema, answer, symbol);
        expect(answer).toMatchObject({ symbol, currency: quoted.get(symbol)?.currency, levels: quoted.get(symbol)?.levels });
        expect(answer.days[0]).toBe("2023-06-01");
        expect(answer.days.at(-1)).toBe("2026-05-15");
      }
    });

    it("gives the published closes of 24 and 27 January 2025", async () => {
      // Nvidia, as reported by Reuters and every price history: 142.62 -> 118.42.
      expect(await series("NVDA", { from: "2025-01-24", to: "2025-01-27" })).toMatchObject({
        days: ["2025-01-24", "2025-01-27"],
        close: [142.62, 118.42],
      });
    });

    it("takes both ends of a range in", async () => {
      expect((await series("SPY", { from: "2025-01-27", to: "2025-01-27" })).days).toEqual(["2025-01-27"]);
      // New York was closed on the 20th, a Monday, and at the weekend before it.
      expect((await series("SPY", { from: "2025-01-18", to: "2025-01-21" })).days).toEqual(["2025-01-21"]);
    });

    it("keeps the columns equally long and the stubs inside", async () => {
      const { days, open, close, adjclose, volume } = await series("9984.T", { from: "2025-01-01", to: "2025-03-01" });
      for (const column of [open, close, adjclose, volume]) expect(column).toHaveLength(days.length);
    });

    it("never gives a level where only adjusted closes exist", async () => {
      for (const symbol of ["RSP", "9984.T"]) {
        const { open, close } = await series(symbol, { from: "2025-01-02", to: "2025-01-31" });
        expect([...open, ...close].every((level) => level === null)).toBe(true);
      }
    });

    it("says why not, as a value", async () => {
      const ask = open();
      expect(await ask("GME", { from: "2025-01-24" })).toMatchObject({ failed: "not-allowed", symbol: "GME" });
      expect(await ask("NVDA", { from: "2025-01-32" })).toMatchObject({ failed: "not-allowed" });
      expect(await ask("NVDA", { from: "2025-01-28", to: "2025-01-27" })).toMatchObject({ failed: "not-allowed" });
      expect(await ask("NVDA", { from: "2025-01-25", to: "2025-01-26" })).toMatchObject({ failed: "not-found" });
      expect(await ask("NVDA", { from: "1990-01-01", to: "1990-02-01" })).toMatchObject({ failed: "not-found" });
    });

    it("gives the same return of a day, whatever else was paid and split since", async () => {
      // Nvidia −16.97 %, SPY −1.41 % on 27 January 2025, as every newspaper had them.
      for (const [symbol, percent] of [
        ["NVDA", "-16.97"],
        ["SPY", "-1.41"],
      ] as const) {
        const { adjclose } = await series(symbol, { from: "2025-01-24", to: "2025-01-27" });
        expect((((adjclose[1] ?? NaN) / (adjclose[0] ?? NaN) - 1) * 100).toFixed(2)).toBe(percent);
      }
    });

    it("names each day once, ascending, across the changes of the clocks", async () => {
      // New York changed its clocks on Sunday 9 March 2025 and Sunday 3 November 2024.
      expect((await series("NVDA", { from: "2025-03-06", to: "2025-03-12" })).days).toEqual([
        "2025-03-06",
        "2025-03-07",
        "2025-03-10",
        "2025-03-11",
        "2025-03-12",
      ]);
      expect((await series("SPY", { from: "2024-10-31", to: "2024-11-05" })).days).toEqual(["2024-10-31", "2024-11-01", "2024-11-04", "2024-11-05"]);
    });

    it("answers many at once, each about what was asked", async () => {
      const ask = open();
      const asked = Array.from({ length: 30 }, (_, n) => [...quoted.keys()][n % quoted.size] ?? "");
      const answers = await Promise.all(asked.map((symbol) => ask(symbol, { from: "2025-01-24", to: "2025-01-31" })));
      expect(answers.map(({ symbol }) => symbol)).toEqual(asked);
      expect(answers.some(isPriceFailure)).toBe(false);
    });
  });
}
