/**
 * What a start checks first: the settings in the environment, then every data file, read as the site
 * would and held against the others. One line, or the first thing that is wrong. The prices of the whole
 * market are known by their digest; `--market` looks at each of their series again.
 */
import { DataError } from "../lib/io/data/data-error.ts";
import { checkWholeData } from "../lib/io/data/whole-data.ts";
import { checkMarket, checkMarketFile } from "../lib/io/prices/market-checks.ts";
import { seriesStore } from "../lib/io/prices/series-store.ts";

try {
  seriesStore();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

try {
  const counts = checkWholeData();
  const market = process.argv.includes("--market") ? await checkMarket() : checkMarketFile();
  console.log(
    `data: ${many(counts.articles, "article")} with ${many(counts.claims, "claim")}, ` +
      `${many(counts.instruments, "instrument")} on ${many(counts.exchanges, "exchange")}, ` +
      `${counts.compositions} of them baskets and groups, capex of ${many(counts.companies, "company", "companies")}, ` +
      `${many(counts.prices, "price file")}, ${many(counts.intraday, "intraday file")}, ${market} series of the market: all fit together`,
  );
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  console.error(`data: ${error.message}`);
  process.exitCode = 1;
}

function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
