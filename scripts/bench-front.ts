/**
 * `npm run bench:front [-- --beside <folder of another built checkout>]`: static pages against node:http with
 * the same compressed bytes, health beside 16 concurrent dearest pages, 50 mixed readers, and the CPU of each
 * route. Ratios of one run travel, times do not. With `--beside` readers and routes are measured on both. Parts can
 * be named: `npm run bench:front static health readers routes`.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ask, percentile, perSecond, readersAt } from "./bench/http-load.ts";
import type { Got } from "./bench/http-load.ts";
import { servePlain, serveSite } from "./bench/servers.ts";
import type { MeasuredServer } from "./bench/servers.ts";
import { printTable } from "./bench/table.ts";
import type { BenchRow } from "./bench/table.ts";

const {
  values: { beside },
  positionals,
} = parseArgs({ options: { beside: { type: "string" } }, allowPositionals: true });

const twelve = "NVDA,MSFT,SPY,AMD,AVGO,ASML,GOOGL,META,AMZN,AAPL,TSM,ORCL";
const dearest = `/compare?lines=${twelve}&range=all`;
const board = "/articles/deepseek-sputnik";
const statics = ["/", "/tickers/NVDA", `${board}/claims/brown-10`, "/method"];

/** Each on its own: drawn anew (a host nobody named before), and asked again. */
const routes = [
  dearest,
  `/compare.png?lines=${twelve}&range=all&size=2x`,
  `/compare.csv?lines=${twelve}&range=all`,
  `/compare.json?lines=${twelve}&range=all&rows=all`,
  "/?speaker=brown",
  `${board}?speaker=brown&type=forecast&instrument=SPY`,
  "/tickers/NVDA?range=all",
  "/tickers/GSENEPOW?range=all&layout=apart",
  "/tickers/NVDA?base=open",
  `/embed/compare?lines=${twelve}&range=all`,
  `/share/compare.png?lines=${twelve}`,
  "/data/prices.csv",
  "/search?q=nvidia",
  `${board}/arguments?claims=goldman-6,brown-13`,
  "/api/articles/deepseek-sputnik",
  "/api/tickers/NVDA/study",
  "/api/tickers/NVDA/prices",
  "/api/openapi.json",
  "/",
  "/tickers/NVDA",
  "/tickers/NVDIA",
  "/nothing/here",
];

const symbols = twelve.split(",");
const ranges = ["5d", "1m", "3m", "1y", "all"];
/** What readers ask: pages of the build most of all, some views of them, files and the API. */
const walk = [
  ...Array.from({ length: 6 }, () => statics).flat(),
  ...symbols.flatMap((symbol) => [`/tickers/${symbol}`, `/tickers/${symbol}?range=1y`, `/api/tickers/${symbol}/prices`]),
  ...ranges.map((range) => `/compare?lines=NVDA,SPY&range=${range}`),
  dearest,
  "/?speaker=brown",
  "/?speaker=chamath&type=forecast",
  "/search?q=nvidia",
  "/tickers/NVDA.csv?range=1y",
  "/tickers/SPY.png",
  "/data/prices.csv",
];

const rows: BenchRow[] = [];
const folder = mkdtempSync(join(tmpdir(), "claimtape-bench-"));
const ours = await serveSite();
const other = beside === undefined ? null : await serveSite(resolve(beside));
const plain = await servePlain(await copyOf(statics));
const parts: Record<string, () => Promise<BenchRow[]>> = { static: staticRows, health: healthRows, readers: mixedRows, routes: routeRows };
try {
  for (const [name, part] of Object.entries(parts)) if (positionals.length === 0 || positionals.includes(name)) rows.push(...(await part()));
} finally {
  for (const server of [ours, plain, other]) server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = printTable(rows) ? 0 : 1;

/** What the front gives for these addresses, as a file for the plain server. */
async function copyOf(paths: string[]): Promise<string> {
  const answers: Record<string, { headers: Record<string, string>; body: string }> = {};
  for (const path of paths) {
    const { headers, body } = await new Promise<{ headers: Record<string, string>; body: Buffer }>((done) =>
      get(`${ours.origin}${path}`, { headers: { "accept-encoding": "br" } }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          done({ headers: { "content-type": String(response.headers["content-type"]), "content-encoding": "br" }, body: Buffer.concat(parts) }),
        );
      }),
    );
    answers[path] = { headers: { ...headers, "content-length": `${body.length}` }, body: body.toString("base64") };
  }
  const file = join(folder, "answers.json");
  writeFileSync(file, JSON.stringify(answers));
  return file;
}

async function staticRows(): Promise<BenchRow[]> {
  const all: BenchRow[] = [];
  for (const path of statics) all.push(await staticRow(path));
  return all;
}

/** Taken in turns; the median of the rounds. */
async function staticRow(path: string): Promise<BenchRow> {
  const rates: { front: number; http: number }[] = [];
  for (let round = 0; round < 5; round += 1) rates.push({ front: await perSecond(ours.origin, path), http: await perSecond(plain.origin, path) });
  const front = percentile(
    rates.map((one) => one.front),
    0.5,
  );
  const http = percentile(
    rates.map((one) => one.http),
    0.5,
  );
  const ratio = percentile(
    rates.map((one) => one.front / one.http),
    0.5,
  );
  return {
    what: `requests/s of ${path}, against node:http with the same bytes`,
    ours: front.toFixed(0),
    against: http.toFixed(0),
    ratio: `${ratio.toFixed(2)}×`,
    target: "≥ 0.5×",
    met: ratio >= 0.5,
  };
}

async function healthRows(): Promise<BenchRow[]> {
  const health: number[] = [];
  let going = true;
  const watching = (async () => {
    while (going) {
      health.push((await ask(ours.origin, "/api/health/live")).ms);
      await wait(10);
    }
  })();
  // A layout of its own for each, so that none is drawn once for all.
  const got = await readersAt(ours.origin, 16, 8000, (reader, step) => `${dearest}&base=${dayOf(reader * 1000 + step)}`);
  going = false;
  await watching;
  const pages = percentile(
    got.map(({ ms }) => ms),
    0.99,
  );
  const live = percentile(health, 0.99);
  return [
    {
      what: "p99 of /api/health/live beside 16 × the dearest page",
      ours: `${live.toFixed(1)} ms`,
      against: `${pages.toFixed(0)} ms`,
      ratio: `${(live / pages).toFixed(3)}×`,
      target: "≤ 0.1×",
      met: live / pages <= 0.1,
    },
  ];
}

function dayOf(n: number): string {
  return new Date(Date.UTC(2023, 0, 2) + (n % 700) * 86_400_000).toISOString().slice(0, 10);
}

async function mixedRows(): Promise<BenchRow[]> {
  const measure = (server: MeasuredServer) => readersAt(server.origin, 50, 12_000, (reader, step) => walk[(reader * 7 + step * 11) % walk.length] ?? "/");
  // Servers that have been up for a while: each address was asked once.
  for (const server of [other, ours]) if (server !== null) for (const path of walk) await ask(server.origin, path);
  const before = other === null ? null : await measure(other);
  const now = await measure(ours);
  const failed = (got: Got[]) => got.filter(({ status }) => status === 0 || status >= 500).length;
  const times = (got: Got[], share: number) =>
    percentile(
      got.map(({ ms }) => ms),
      share,
    );
  const compared = [0.5, 0.99].map((share): BenchRow => {
    const mine = times(now, share);
    const theirs = before === null ? NaN : times(before, share);
    return {
      what: `50 mixed readers, p${share * 100}`,
      ours: `${mine.toFixed(0)} ms`,
      against: before === null ? "" : `${theirs.toFixed(0)} ms`,
      ratio: before === null ? "" : `${(mine / theirs).toFixed(2)}×`,
      target: before === null ? "" : "≤ 0.25×",
      met: before === null ? null : mine / theirs <= 0.25,
    };
  });
  return [
    ...compared,
    {
      what: "50 mixed readers, answers in 12 s",
      ours: `${now.length}`,
      against: before === null ? "" : `${before.length}`,
      ratio: before === null ? "" : `${(now.length / before.length).toFixed(1)}×`,
      target: "",
      met: null,
    },
    {
      what: "50 mixed readers, failures",
      ours: `${failed(now)}`,
      against: before === null ? "" : `${failed(before)}`,
      ratio: "",
      target: "0",
      met: failed(now) === 0,
    },
  ];
}

async function routeRows(): Promise<BenchRow[]> {
  const result: BenchRow[] = [];
  for (const path of routes) {
    const before = other === null ? null : await cpuPer(other, path, false);
    const first = await cpuPer(ours, path, true);
    const again = await cpuPer(ours, path, false);
    const shown = (ms: number) => `${ms.toFixed(1)} ms`;
    result.push({
      what: `CPU of ${path}`,
      ours: `${shown(first)} / again ${shown(again)}`,
      against: before === null ? "" : shown(before),
      ratio: before === null ? "" : `${(first / before).toFixed(2)}×`,
      target: "",
      met: null,
    });
  }
  return result;
}

/** Milliseconds for one, over ten after two that warm up; counted in hundredths of a second, so small ones are asked more often. */
async function cpuPer(server: MeasuredServer, path: string, anew: boolean): Promise<number> {
  const once = (n: number) => ask(server.origin, path, anew ? { host: `bench-${n}.example` } : {});
  for (let n = 0; n < 2; n += 1) await once(n);
  const before = server.cpuMs();
  let times = 0;
  while (times < 10 || (times < 200 && server.cpuMs() - before < 200)) await once(10 + times++);
  return (server.cpuMs() - before) / times;
}
