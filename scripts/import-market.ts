/**
 * Carries figures of the whole market into `data/market` and `data/intraday/<day>`.
 *
 *   npm run import:market -- <folder of figures>
 *
 *   --data <folder>   instead of data/
 *
 * The folder holds wide/adjclose.csv.gz, wide/universe.csv, daily-2026/, intraday-regular/ and
 * marketcap-2025-01-24.csv. `data/market/corrections.json` says what is not taken as it stands, and why.
 * Everything is written anew and then held against the checks of a start; the exit code is 1 where one
 * stops. The script needs nothing of the folder afterwards, and nor does the site.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { IntradaySeries } from "../lib/domain/market/series.ts";
import { DataError, parseData } from "../lib/io/data/data-error.ts";
import { checkMarket } from "../lib/io/prices/market-checks.ts";
import { marketCorrectionsSchema, marketIndexSchema } from "../lib/io/data/market-schema.ts";
import { capitalisation } from "./market/capitalisation.ts";
import { lineJson } from "./market/line-json.ts";
import { marketParquet } from "./market/market-parquet.ts";
import { settleSeries } from "./market/settle-series.ts";
import { readLevels, readRegularBars, readWide } from "./market/source-figures.ts";
import { columnar, writeWhole } from "./snapshot/columnar.ts";

/** Four compilations of Yahoo's, Financial Modeling Prep's and an Interactive Brokers user's figures; which holds whose is not stated. */
const origins = {
  dst: "Yahoo Finance or Financial Modeling Prep, via the public data repository dst",
  zoomies: "Yahoo Finance or Financial Modeling Prep, via the public data repository zoomies",
  klevera: "Yahoo Finance or Financial Modeling Prep, via the public data repository klevera",
  guydekowski: "Yahoo Finance or Financial Modeling Prep, via the public data repository guydekowski",
};

const levelsOrigin = "Yahoo Finance and an Interactive Brokers user, via public repositories";

/** An event day, the month its bars are filed under, and the symbols taken: elsewhere fuller bars are held already. */
const eventBars = [
  { day: "2025-01-27", month: "2025-01", symbols: ["TSM", "MU", "GOOG", "COIN", "HOOD"] },
  { day: "2026-02-23", month: "2026-02", symbols: ["NVDA", "TSLA", "TSM", "MU", "SPY", "QQQ", "MSFT", "GOOG", "META", "AMZN", "AAPL", "COIN", "HOOD"] },
];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string", default: join(import.meta.dirname, "../data") } },
});
const [folder] = positionals;
if (folder === undefined || positionals.length > 1) {
  console.error("expected one folder of figures: npm run import:market -- <folder>");
  process.exit(2);
}
const market = join(options.data, "market");
mkdirSync(market, { recursive: true });

const corrections = parseData(marketCorrectionsSchema, JSON.parse(readFileSync(join(market, "corrections.json"), "utf8")), "data/market/corrections.json");
const levels = readLevels(folder);
const settled = readWide(folder)
  .map((source) => settleSeries(source, levels.get(source.symbol), corrections))
  .toSorted((a, b) => (a.facts.symbol < b.facts.symbol ? -1 : 1));

const packed = marketParquet(settled);
const index = {
  asOf: settled.map(({ facts }) => facts.last).reduce((a, b) => (a > b ? a : b)),
  sha256: createHash("sha256").update(packed).digest("hex"),
  origins,
  levelsOrigin,
  series: settled.map(({ facts }) => facts),
  disagree: corrections.disagree,
};
parseData(marketIndexSchema, index, "the new series.json");
writeFileSync(join(market, "daily.parquet"), packed);
writeWhole(join(market, "series.json"), lineJson(index));
console.log(`daily.parquet: ${settled.length} series, ${settled.reduce((sum, { days }) => sum + days.length, 0)} rows, ${packed.length} bytes`);

const caps = capitalisation(join(folder, "marketcap-2025-01-24.csv"));
writeWhole(join(market, `capitalisation-${caps.day}.json`), columnar(caps));
console.log(`capitalisation-${caps.day}.json: ${caps.symbol.length} symbols`);

for (const { day, month, symbols } of eventBars) {
  mkdirSync(join(options.data, "intraday", day), { recursive: true });
  for (const symbol of symbols) {
    const bars = readRegularBars(folder, symbol, month);
    if (bars === null) throw new Error(`intraday-regular: no bars of ${symbol} in ${month}`);
    const series: IntradaySeries = {
      symbol,
      currency: "USD",
      timeZone: "America/New_York",
      asOf: bars.start.at(-1)?.slice(0, 10) ?? "",
      origin: "5-minute closes of the regular session, via a public repository",
      start: bars.start,
      session: bars.start.map(() => "regular"),
      close: bars.close,
    };
    writeWhole(join(options.data, "intraday", day, `${symbol}.json`), columnar(series));
  }
  console.log(`intraday/${day}: ${symbols.length} symbols`);
}

try {
  console.log(`${await checkMarket(options.data)} series pass the checks of a start`);
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
