import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PriceSeries } from "../../lib/domain/series.ts";
import { parseData } from "../../lib/io/data-error.ts";
import type { PriceProvider } from "../../lib/io/price-provider.ts";
import { isPriceFailure } from "../../lib/io/price-provider.ts";
import { priceSeriesSchema } from "../../lib/io/series-schema.ts";
import { snapshotProvider } from "../../lib/io/snapshot.ts";
import { yahooProvider } from "../../lib/io/yahoo.ts";
import { quoted } from "../fixtures/quoted.ts";
import { snapshotFile } from "../fixtures/snapshot-file.ts";
import type { YahooStandIn } from "../fixtures/yahoo-stand-in.ts";
import { startYahooStandIn } from "../fixtures/yahoo-stand-in.ts";

let standIn: YahooStandIn;
beforeAll(async () => {
  standIn = await startYahooStandIn();
});
afterAll(() => standIn.close());

/** One contract, two values. Yahoo's answers come from the stand-in, through the injected `fetch`. */
const providers: [string, () => PriceProvider][] = [
  ["snapshot", () => snapshotProvider({ quoted, load: snapshotFile })],
  [
    "yahoo",
    () =>
      yahooProvider({
        quoted,
        fetch: (input, init) => {
          const url = new URL(input instanceof Request ? input.url : input);
          return fetch(new URL(url.pathname + url.search, standIn.origin), init);
        },
        timeoutMs: 30_000,
        now: () => new Date("2026-05-18T09:00:00Z"),
      }),
  ],
];

describe.each(providers)("%s", (source, provider) => {
  async function series(symbol: string, range: { from: string; to?: string }): Promise<PriceSeries> {
    const answer = await provider()(symbol, range);
    if (isPriceFailure(answer)) throw new Error(`${answer.failed}: ${answer.detail}`);
    return answer;
  }

  it("gives whole series that pass the schema", async () => {
    for (const symbol of quoted.keys()) {
      const answer = await series(symbol, { from: "2023-06-01" });
      parseData(priceSeriesSchema, answer, symbol);
      expect(answer).toMatchObject({ symbol, source, currency: quoted.get(symbol)?.currency, levels: quoted.get(symbol)?.levels });
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
    const ask = provider();
    expect(await ask("GME", { from: "2025-01-24" })).toMatchObject({ failed: "not-allowed", symbol: "GME" });
    expect(await ask("NVDA", { from: "2025-01-32" })).toMatchObject({ failed: "not-allowed" });
    expect(await ask("NVDA", { from: "2025-01-28", to: "2025-01-27" })).toMatchObject({ failed: "not-allowed" });
    expect(await ask("NVDA", { from: "2025-01-25", to: "2025-01-26" })).toMatchObject({ failed: "not-found" });
    expect(await ask("NVDA", { from: "1990-01-01", to: "1990-02-01" })).toMatchObject({ failed: "not-found" });
  });
});
