/**
 * Cleans a machine-made list of who is quoted in the United States into `data/market/universe.json` and
 * `data/market/left.json`.
 *
 *   npm run import:universe -- <folder>
 *
 *   --data <folder>   instead of data/
 *
 * The folder holds universe.json and left-since.csv. `data/market/names.json` corrects by hand what no
 * rule can know. Every symbol with prices has to be in the result, or the script stops.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { DataError, parseData } from "../lib/io/data/data-error.ts";
import { loadMarketIndex } from "../lib/io/data/market-files.ts";
import { leftListingsSchema, namesSchema, universeSchema } from "../lib/io/data/universe-schema.ts";
import { buildUniverse } from "./market/build-universe.ts";
import { csvTable } from "./market/csv-table.ts";
import { lineJson } from "./market/line-json.ts";
import { writeWhole } from "./snapshot/columnar.ts";

const asOf = "2026-08-21";
const origin =
  "Nasdaq's stock screener of 22 August 2026 and its history, via a public repository; members of the S&P 500 of 8 August 2026 from a public-domain list";

const rawSchema = z.array(
  z.object({
    symbol: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    exchange: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
    sector: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
    industry: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
    country: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
    sp500: z.boolean(),
  }),
);

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string", default: join(import.meta.dirname, "../data") } },
});
const [folder] = positionals;
if (folder === undefined || positionals.length > 1) {
  console.error("expected one folder: npm run import:universe -- <folder>");
  process.exit(2);
}

try {
  const market = join(options.data, "market");
  const raw = parseData(rawSchema, JSON.parse(readFileSync(join(folder, "universe.json"), "utf8")), "universe.json");
  const gone = new Set(csvTable(join(folder, "left-since.csv"), ["symbol"]).map((row) => row["symbol"] ?? ""));
  const names = parseData(namesSchema, JSON.parse(readFileSync(join(market, "names.json"), "utf8")), "data/market/names.json");
  const priced = loadMarketIndex(options.data).series;
  // Who has prices up to the end is still quoted, whatever the list of those who left says.
  for (const { symbol, last } of priced) if (last === asOf) gone.delete(symbol);
  const { left, ...built } = buildUniverse(raw, gone, names);
  const universe = parseData(universeSchema, { asOf, origin, ...built }, "the new universe.json");
  const known = new Set([...universe.listed, ...left].map(({ symbol }) => symbol));
  const unnamed = priced.filter(({ symbol }) => !known.has(symbol)).map(({ symbol }) => symbol);
  if (unnamed.length > 0) throw new DataError("data/market/names.json", ["missing"], undefined, `names of ${unnamed.join(", ")}, which have prices`);
  const note =
    "No longer in the list of those above two billion dollars under this symbol: bought, renamed, or grown small. Where `on` and `how` are missing, which of the three it was is not known. Days are remembered, not looked up.";
  const gonePart = parseData(leftListingsSchema, { asOf, origin, note, left }, "the new left.json");
  writeWhole(join(market, "universe.json"), lineJson(universe));
  writeWhole(join(market, "left.json"), lineJson(gonePart));
  console.log(
    `universe.json: ${universe.listed.length} listed, ${universe.shared.length} shared names, ${universe.ask.length} words to ask about; left.json: ${left.length}`,
  );
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
