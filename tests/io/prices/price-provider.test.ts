import { afterAll, beforeAll } from "vitest";
import { loadKnownDays } from "../../../lib/io/data/data-files.ts";
import { memoryStore } from "../../../lib/io/prices/memory-store.ts";
import type { PriceProvider } from "../../../lib/io/prices/price-provider.ts";
import type { PricesMode } from "../../../lib/io/prices/series-store.ts";
import { createSeriesStore } from "../../../lib/io/prices/series-store.ts";
import { snapshotProvider } from "../../../lib/io/prices/snapshot.ts";
import { yahooProvider } from "../../../lib/io/prices/yahoo.ts";
import { quoted } from "../../fixtures/quoted.ts";
import { snapshotFile } from "../../fixtures/snapshot-file.ts";
import type { YahooStandIn } from "../../fixtures/yahoo-stand-in.ts";
import { startYahooStandIn } from "../../fixtures/yahoo-stand-in.ts";
import { priceProviderContract } from "./price-provider-contract.ts";

let standIn: YahooStandIn;
beforeAll(async () => {
  standIn = await startYahooStandIn({ until: "2026-05-15" });
});
afterAll(() => standIn.close());

const log = () => undefined;
const snapshot = snapshotProvider({ quoted, load: snapshotFile });

/** Its answers come from the stand-in, through the injected `fetch`. */
const yahoo = (): PriceProvider =>
  yahooProvider({
    quoted,
    known: loadKnownDays(),
    log,
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      return fetch(new URL(url.pathname + url.search, standIn.origin), init);
    },
    timeoutMs: 30_000,
    now: () => new Date("2026-05-18T09:00:00Z"),
  });

/** The whole way a reader's question takes: store, guard, adapter. */
const store = (mode: PricesMode): PriceProvider => {
  const opened = createSeriesStore({ mode, snapshot, yahoo: yahoo(), quoted, store: memoryStore(), log, guard: { questionMs: 60_000 } });
  return async (symbol, range) => {
    const answer = await opened.read(symbol, range);
    return "failed" in answer ? answer : answer.series;
  };
};

priceProviderContract("the snapshot", () => snapshot);
priceProviderContract("Yahoo", yahoo);
priceProviderContract("the store of both", () => store("auto"));
priceProviderContract("the store of Yahoo alone", () => store("yahoo"));
