/** The first day itself, inside a network where Yahoo's names lead to this process: see `run.ts`. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { SeriesStatus } from "../../lib/domain/market/series.ts";
import { loadExchanges, loadInstruments } from "../../lib/io/data/data-files.ts";
import { quotedInstruments } from "../../lib/io/data/quoted-instruments.ts";
import { settlingMinutes } from "../../lib/io/prices/session-calendar.ts";
import { startSecureYahoo } from "../fixtures/secure-yahoo.ts";
import { historyOf } from "../fixtures/yahoo/history.ts";
import { startBuiltServer } from "../weather/built-server.ts";

const [folder = "", report = ""] = process.argv.slice(2);
// What a machine's owner may have set is none of a first day's.
for (const name of [
  "CLAIMTAPE_YAHOO_ORIGIN",
  "CLAIMTAPE_CACHE",
  "PRICES",
  "REDIS_URL",
  "HTTPS_PROXY",
  "https_proxy",
  "HTTP_PROXY",
  "http_proxy",
  "NODE_USE_ENV_PROXY",
])
  delete process.env[name];

const quoted = quotedInstruments({ exchanges: loadExchanges(), instruments: Object.values(loadInstruments()) });
const symbols = [...quoted.keys()];
const settledNow = new Date(Date.now() - settlingMinutes * 60_000);
/** The last session that Yahoo has of each, by the stand-in's own history. */
const lastDay = Object.fromEntries([...quoted].map(([symbol, { vendorSymbol }]) => [symbol, historyOf(vendorSymbol, settledNow)?.days.at(-1) ?? ""]));
const authority = {
  folder,
  ca: join(folder, "ca.pem"),
  key: readFileSync(join(folder, "host.key"), "utf8"),
  cert: readFileSync(join(folder, "host.pem"), "utf8"),
};
const { yahoo, seen, close } = await startSecureYahoo(authority, 443, { mood: "rate-limited-wait" });
const site = await startBuiltServer({ NODE_EXTRA_CA_CERTS: authority.ca, CLAIMTAPE_YAHOO_BREAKER_MS: "1000" });

let passed = 0;
let failed = 0;
async function check(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    passed += 1;
    console.log(`✓ ${what}`);
  } catch (error) {
    failed += 1;
    console.error(`✗ ${what}\n  ${error instanceof Error ? error.message.replaceAll("\n", "\n  ") : String(error)}`);
  }
}

const get = (path: string) => fetch(`${site.origin}${path}`);
const text = async (path: string): Promise<string> => {
  const answer = await get(path);
  equal(answer.status, 200, `${path} answered ${answer.status}`);
  return answer.text();
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shapes of answers are held by tests of their own
const json = async (path: string): Promise<any> => JSON.parse(await text(path));
const pricesOf = (symbol: string): Promise<{ status: SeriesStatus; days: string[] }> => json(`/api/tickers/${encodeURIComponent(symbol)}/prices`);
const newYork = lastDay["SPY"] ?? "";

await check("the first pages come complete from the snapshot, before Yahoo is asked", async () => {
  match(await text("/"), /DeepSeek/);
  match(await text("/tickers/NVDA"), /snapshot of 15 May 2026/);
  deepEqual(yahoo.requests, []);
});

await check("Yahoo answers 429 to everything: pages stand, prices and charts say why they end with the snapshot", async () => {
  const { status, days } = await pricesOf("NVDA");
  deepEqual([status.kind, "reason" in status ? status.reason : null, days.at(-1)], ["yahoo-unreachable", "rate-limited", "2026-05-15"]);
  const line = await json("/api/lines/NVDA");
  deepEqual([line.days.at(-1), line.live.from], ["2026-05-15", null]);
  match((await json("/tickers/NVDA.metadata.json?range=all")).source, /No newer sessions: Yahoo asks us to wait/);
  match(await text("/"), /DeepSeek/);
});

await check(`and is left alone: ${symbols.length} readers of as many instruments make it no more than a few questions`, async () => {
  const before = yahoo.requests.length;
  await Promise.all(symbols.map(pricesOf));
  ok(yahoo.requests.length - before <= 12, `${yahoo.requests.length - before} questions`);
  equal((await json("/api/health/ready")).ready ?? true, true);
});

await check(`Yahoo is back: all ${symbols.length} instruments are live, on to the last session of their exchange`, async () => {
  yahoo.setMood("*", "normal");
  const waiting = new Set(symbols);
  for (const until = Date.now() + 60_000; waiting.size > 0 && Date.now() < until; await pause(250)) {
    for (const symbol of [...waiting]) {
      const { status, days } = await pricesOf(symbol);
      if (status.kind === "yahoo-agrees" && status.cached === null && status.newerDays > 0 && days.at(-1) === lastDay[symbol]) waiting.delete(symbol);
    }
  }
  const why = await Promise.all([...waiting].map(async (symbol) => `${symbol} ${JSON.stringify((await pricesOf(symbol)).status)}`));
  deepEqual(why, []);
});

await check("every line of every chart reaches the present day, live since its first newer session", async () => {
  const { names, last } = await json("/api/lines");
  equal(last, newYork);
  const behind: string[] = [];
  for (const { id } of names) {
    const line = await json(`/api/lines/${encodeURIComponent(id)}`);
    const wanted = lastDay[id] ?? newYork;
    if (line.days?.at(-1) !== wanted || !(line.live?.from > "2026-02-18"))
      behind.push(`${id} ${line.days?.at(-1) ?? line.why} (${wanted}), live from ${line.live?.from}`);
  }
  deepEqual(behind, []);
});

await check("and so do files of a view: table, document, picture", async () => {
  const rows = (await text("/tickers/NVDA.csv?range=all")).trim().split("\r\n");
  match(rows.at(-1) ?? "", new RegExp(`,${newYork},NVDA,.*,yahoo$`));
  match((await json("/tickers/NVDA.json?range=all")).source, /Live from Yahoo Finance from 18 May 2026, asked/);
  match(await text("/tickers/NVDA.svg?range=all"), />live<\/text>/);
  equal((await get("/tickers/NVDA.png?range=all")).headers.get("content-type"), "image/png");
});

await check("the move since the article is the chart's", async () => {
  const [row] = (await json("/api/tickers/NVDA/since")).rows;
  const line = await json("/api/lines/NVDA");
  equal(row.latest.day, newYork);
  ok(Math.abs(row.move - line.change.at(-1)) < 1e-5, `${row.move} and ${line.change.at(-1)}`);
});

await check("one host was asked, by its certificate, without a cookie", async () => {
  deepEqual([...new Set(seen.map(({ host }) => host))], ["query2.finance.yahoo.com"]);
  // The client sends an empty header where it holds none.
  deepEqual(new Set(seen.map(({ cookie = "" }) => cookie)), new Set([""]));
  deepEqual(site.thrown(), []);
});

await site.stop();
await close();
writeFileSync(report, JSON.stringify({ passed, failed, skipped: 0 }));
console.log(`The first day: ${passed} passed, ${failed} failed; Yahoo was asked ${seen.length} times.`);
process.exit(failed > 0 ? 1 : 0);
