/**
 * Takes the daily bars (and 5-minute closes) that the site embeds.
 *
 *   npm run snapshot -- --from-csv <folder>   out of CSV figures: daily/, intraday/, MANIFEST.csv
 *   npm run snapshot                          out of Yahoo, daily bars only
 *
 *   --as-of YYYY-MM-DD   the day the figures were taken down (CSV; default: the last day of each file)
 *   --only NVDA,SPY      these instruments
 *   --allow-shorter      take a series that lost days
 *   --prune              delete files of instruments that are not listed any more
 *   --data <folder>      instead of data/
 *
 *   --anew               ask again for what an interrupted run had taken
 *
 * It covers the instruments of instruments.json that have a symbol at Yahoo. New series wait in
 * data/.taking until all are there and have passed every check of a start; then each moves over its old
 * file. One that fails keeps its old file, and the exit code is 1. Interrupted, or left alone by Yahoo, it
 * goes on where it was when it is run again within twelve hours. One run at a time: a second one says so and
 * ends with 2. It ends with 0 when every instrument it was about was taken or is unchanged.
 */
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { calendarsSchema } from "../lib/io/data/calendar-schema.ts";
import { parseData } from "../lib/io/data/data-error.ts";
import { instrumentsSchema } from "../lib/io/data/instrument-schema.ts";
import { loadKnownDays } from "../lib/io/data/data-files.ts";
import { firstDay, isDay } from "../lib/io/prices/price-provider.ts";
import { quotedInstruments } from "../lib/io/data/quoted-instruments.ts";
import type { QuotedInstruments } from "../lib/io/data/quoted-instruments.ts";
import { yahooProvider } from "../lib/io/prices/yahoo.ts";
import { sessionCalendar } from "../lib/io/prices/session-calendar.ts";
import { endWithParent } from "./snapshot/end-with-parent.ts";
import { openFigures } from "./snapshot/figures.ts";
import { onlyRun } from "./snapshot/only-run.ts";
import { dailyKind, readKept } from "./snapshot/series-kinds.ts";
import { takeSnapshot } from "./snapshot/take.ts";
import { yahooFigures } from "./snapshot/yahoo-figures.ts";

const { values: options } = parseArgs({
  options: {
    "from-csv": { type: "string" },
    "as-of": { type: "string" },
    only: { type: "string" },
    "allow-shorter": { type: "boolean", default: false },
    anew: { type: "boolean", default: false },
    prune: { type: "boolean", default: false },
    data: { type: "string", default: join(import.meta.dirname, "../data") },
  },
});

const asOf = options["as-of"];
if (asOf !== undefined && !isDay(asOf)) stop(`--as-of is "${asOf}"; allowed is a day YYYY-MM-DD`);

// Not through data-files: that asks for a price file of every instrument, and this is what writes them.
const facts = join(import.meta.dirname, "../data/instruments.json");
const listed = parseData(instrumentsSchema, JSON.parse(readFileSync(facts, "utf8")), "data/instruments.json");
const calendars = parseData(calendarsSchema, JSON.parse(readFileSync(join(import.meta.dirname, "../data/calendars.json"), "utf8")), "data/calendars.json");
const all = quotedInstruments({
  ...listed,
  exchanges: listed.exchanges.map((exchange) => ({ ...exchange, calendar: calendars.find(({ exchanges }) => exchanges.includes(exchange.id)) })),
});
const known = loadKnownDays(join(import.meta.dirname, "../data"));
const chosen = options.only === undefined ? [...all.keys()] : options.only.split(",");
const instruments = chosen.map((symbol) => {
  const quoted = all.get(symbol);
  if (!quoted) stop(`--only names "${symbol}", which is no instrument with a symbol at Yahoo`);
  return quoted;
});

const run = onlyRun(options.data);
if ("taken" in run) stop(`Another run is taking the snapshot: process ${run.taken}. Wait for it, or end it.`);
process.on("exit", run.release);
endWithParent();

const folder = options["from-csv"];
const figures =
  folder === undefined
    ? yahooFigures({
        provider: yahooProvider({
          quoted: all,
          known,
          calendar: sessionCalendar(keptDays),
          timeoutMs: 20_000,
          origin: process.env["CLAIMTAPE_YAHOO_ORIGIN"] || undefined,
          userAgent: process.env["CLAIMTAPE_YAHOO_USER_AGENT"] || undefined,
        }),
        from: firstDay,
        known,
      })
    : openFigures(folder, { known, asOf });

const { written, unchanged, failed } = await takeSnapshot({
  instruments,
  figures,
  dataFolder: options.data,
  known,
  allowShorter: options["allow-shorter"],
  ...(folder === undefined ? { resumable: "Yahoo", anew: options.anew } : {}),
  print: console.log,
});
const strangers = unlisted(options.data, all);
for (const file of strangers) {
  if (options.prune) rmSync(file);
  console.log(`${file}  ${options.prune ? "deleted" : "is of no listed instrument (--prune deletes it)"}`);
}
console.log(`snapshot: ${written} written, ${unchanged} unchanged, ${failed} refused, of ${instruments.length} instruments`);
if (failed > 0) process.exitCode = 1;

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

/** The sessions an exchange is known to have had, by the file in place. */
function keptDays(symbol: string): string[] | undefined {
  return readKept(join(options.data, "prices", `${symbol}.json`), dailyKind)?.days;
}

function unlisted(dataFolder: string, listed: QuotedInstruments): string[] {
  return ["prices", "intraday"].flatMap((kind) =>
    readdirSync(join(dataFolder, kind))
      .filter((name) => name.endsWith(".json") && !listed.has(name.slice(0, -".json".length)))
      .map((name) => join(dataFolder, kind, name)),
  );
}
