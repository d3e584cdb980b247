import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { DataError } from "../../../lib/io/data/data-error.ts";
import { articleSlugs } from "../../../lib/io/data/data-files.ts";
import { checkWholeData } from "../../../lib/io/data/whole-data.ts";
import { copyOfData } from "../../fixtures/copy-of-data.ts";
import type { Change, Json } from "../../fixtures/copy-of-data.ts";

const article = "articles/deepseek-sputnik.json";
const columns = ["days", "open", "close", "adjclose", "volume"] as const;

/** The row of one day taken out of every column. */
const without = (...days: string[]): Change => (series) => {
  for (const day of days) {
    const at = series.days.indexOf(day);
    for (const column of columns) series[column].splice(at, 1);
    series.stubs = series.stubs.filter((stub: { day: string }) => stub.day !== day);
  }
};
/** The row before a day written once more under another date. */
const extra = (day: string): Change => (series) => {
  const at = series.days.findIndex((one: string) => one > day);
  for (const column of columns) series[column].splice(at, 0, column === "days" ? day : series[column][at - 1]);
};
const times = (column: string, factor: number, day?: string): Change => (series) => {
  series[column] = series[column].map((value: number | null, at: number) => (value === null || (day !== undefined && series.days[at] !== day) ? value : value * factor));
};
const known = (list: string, entry: object): Change => (days) => { days[list].push({ reason: "Known.", ...entry }); };

describe("the check before a start", () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

  function errorOf(changes: Record<string, Change>): unknown {
    const folder = copyOfData(changes);
    folders.push(folder);
    try {
      checkWholeData(folder);
    } catch (error) {
      return error;
    }
    return null;
  }

  test("counts what there is, and a copy that is whole passes", () => {
    const data = join(import.meta.dirname, "../../../data");
    const files = (folder: string) => readdirSync(join(data, folder));
    const json = (file: string): Json => JSON.parse(readFileSync(join(data, file), "utf8"));
    const claims = files("articles").flatMap((file) => json(`articles/${file}`).claims);
    const { exchanges, instruments } = json("instruments.json");
    expect(checkWholeData()).toMatchObject({
      articles: files("articles").length,
      claims: claims.length,
      exchanges: exchanges.length,
      instruments: instruments.length,
      compositions: json("baskets.json").length,
      prices: files("prices").length,
      intraday: files("intraday").filter((name) => name.endsWith(".json")).length,
    });
    expect(checkWholeData().prices).toBeGreaterThan(60);
    expect(errorOf({})).toBeNull();
  });

  type Case = [what: string, changes: Record<string, Change>, file: string, path: RegExp, message: RegExp];
  test.each<Case>([
    ["an adjusted close ten times as high", { "prices/NVDA.json": times("adjclose", 10, "2024-05-01") }, "prices/NVDA.json", /^adjclose\[\d+\]$/, /: 829\.\d+; expected no more than 45 %.*2024-05-01.*known-days/],
    ["a close ten times as high", { "prices/NVDA.json": times("close", 10, "2025-01-27") }, "prices/NVDA.json", /^(open|close)\[\d+\]$/, /2025-01-27/],
    ["closes that part from the adjusted ones", { "prices/NVDA.json": (c) => { times("close", 1.2, "2025-01-27")(c); times("open", 1.2, "2025-01-27")(c); } }, "prices/NVDA.json", /^close\[\d+\]$/, /142\.\d+; expected a close that moves as adjclose does on 2025-01-27/],
    ["opens twice as high", { "prices/NVDA.json": times("open", 2) }, "prices/NVDA.json", /^open\[0\]$/, /expected an open within 40 % of the close/],
    ["an instrument without its event day", { "prices/NVDA.json": without("2025-01-27") }, "prices/NVDA.json", /^days$/, /\["2025-01-24","2025-01-28"\]; expected a row for 2025-01-27, a session/],
    ["the sessions of New York without the event day", { "prices/SPY.json": without("2025-01-27") }, "prices/SPY.json", /^days$/, /\["2025-01-24","2025-01-28"\]; expected a row for 2025-01-27, on which \d+ others/],
    ["the sessions of New York cut short", { "prices/SPY.json": (c) => { without(...c.days.slice(-200))(c); } }, "prices/SPY.json", /^days$/, /expected a row for 2025-07-31, on which \d+ others/],
    ["the sessions of Tokyo without the event day", { "prices/9984.T.json": without("2025-01-28") }, "prices/9984.T.json", /^days$/, /\["2025-01-27","2025-01-29"\]; expected a row for 2025-01-28, the event day of data\/articles.*Tokyo/],
    ["the sessions of Hong Kong without the day before", { "prices/0700.HK.json": without("2025-01-27") }, "prices/0700.HK.json", /^days$/, /expected a row for 2025-01-27, the session before the event/],
    ["a Saturday", { "prices/NVDA.json": extra("2025-01-25") }, "prices/NVDA.json", /^days\[\d+\]$/, /"2025-01-25"; expected a weekday, not a Saturday/],
    ["a day New York stayed shut", { "prices/NVDA.json": extra("2025-01-09") }, "prices/NVDA.json", /^days\[\d+\]$/, /"2025-01-09"; expected a session of its exchange.*SPY/],
    ["bars ten times as high", { "intraday/NVDA.json": times("close", 10) }, "intraday/NVDA.json", /^close\[0\]$/, /expected a price within 30 % of the close of 2025-01-24, 142\.62/],
    ["bars all after the close", { "intraday/NVDA.json": (c) => { c.session = c.session.map(() => "post"); } }, "intraday/NVDA.json", /^session\[0\]$/, /"post"; expected "pre" for a bar of 04:00.*09:30 to 16:00/],
    ["bars of another day", { "intraday/TSLA.json": (c) => { c.start = c.start.map((at: string) => at.replace("2025-01-27", "2025-01-26")); } }, "intraday/TSLA.json", /^start\[0\]$/, /"2025-01-26.*expected a bar on a day of data\/prices\/TSLA\.json/],
    ["a publication after all data", { [article]: (c) => { c.publishedAt = "2035-01-27T12:10:00+01:00"; } }, article, /^publishedAt$/, /"2035-01-27T12:10:00\+01:00"; expected an instant with sessions of .* before and after/],
    ["a publication before all data", { [article]: (c) => { c.publishedAt = "2015-01-27T12:10:00+01:00"; } }, article, /^publishedAt$/, /"2015/],
    ["prices of nobody", { "prices/ZZZ.json": () => "{}" }, "prices/ZZZ.json", /^$/, /"ZZZ"; expected the symbol of a quoted instrument/],
    ["bars of what is not quoted", { "intraday/MAG7.json": () => "{}" }, "intraday/MAG7.json", /^$/, /"MAG7"; expected the symbol of a quoted/],
    ["no article", Object.fromEntries(articleSlugs().map((slug): [string, Change] => [`articles/${slug}.json`, () => null])), "articles", /^$/, /nothing there; expected at least one article/],
    ["a known day of what is not quoted", { "known-days.json": known("jumps", { symbol: "MAG7", day: "2025-01-27" }) }, "known-days.json", /^jumps\[\d+\]\.symbol$/, /"MAG7".*quoted/],
    ["a known day without reason", { "known-days.json": (c: Json) => { c.gaps = [{ symbol: "NVDA", day: "2025-01-27", reason: "" }]; } }, "known-days.json", /^gaps\[0\]\.reason$/, /""; expected some text/],
  ])("stops at %s, with file, path and value", (_, changes, file, path, message) => {
    const error = errorOf(changes);
    expect(error).toBeInstanceOf(DataError);
    if (!(error instanceof DataError)) return;
    expect(error.file).toBe(`data/${file}`);
    expect(error.path).toMatch(path);
    expect(error.message).toMatch(message);
  });

  test.each<[string, Record<string, Change>]>([
    ["a gap", { "prices/NVDA.json": without("2024-05-01"), "known-days.json": known("gaps", { symbol: "NVDA", day: "2024-05-01" }) }],
    ["a stranger", { "prices/NVDA.json": extra("2025-01-25"), "known-days.json": known("strangers", { symbol: "NVDA", day: "2025-01-25" }) }],
    // Tokyo shut on the day: the next one is the event day.
    ["a holiday at the event", { "prices/9984.T.json": without("2025-01-28"), "known-days.json": known("gaps", { symbol: "9984.T", day: "2025-01-28" }) }],
  ])("lets %s pass that is known, with its reason", (_, changes) => {
    expect(errorOf(changes)).toBeNull();
  });
});
