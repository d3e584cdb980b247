import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getFile } from "../../app/api/files/[format]/[...place]/route.ts";
import { GET as getLine } from "../../app/api/lines/[id]/route.ts";
import { GET as getCatalogue } from "../../app/api/lines/route.ts";
import { GET as getSince } from "../../app/api/tickers/[symbol]/since/route.ts";
import type { Line } from "../../lib/domain/report/line.ts";
import type { Absence } from "../../lib/domain/market/series.ts";
import { drawable, liveLinesFor, linesFor } from "../../lib/impact.ts";
import { loadInstruments } from "../../lib/io/data/data-files.ts";
import { seriesStore } from "../../lib/io/prices/series-store.ts";
import { startYahooStandIn } from "../fixtures/yahoo-stand-in.ts";
import type { YahooStandIn } from "../fixtures/yahoo-stand-in.ts";

const slug = "deepseek-sputnik";
let yahoo: YahooStandIn;

/** The store is made at its first use: all of this file meets one stand-in, in which everything has three sessions after the snapshot. The clock stands in the evening of the third: later, newer ones would be missing. */
beforeAll(async () => {
  vi.setSystemTime("2026-05-20T23:00:00Z");
  yahoo = await startYahooStandIn({ mood: "newer", until: "2026-05-15" });
  yahoo.setMood("GOOGL", "html-200");
  yahoo.setMood("MSFT", "differs");
  yahoo.setMood("AVGO", "split-newer");
  vi.stubEnv("PRICES", "auto");
  vi.stubEnv("LOG", "off");
  vi.stubEnv("CLAIMTAPE_YAHOO_ORIGIN", yahoo.origin);
  // Asked for by nobody who waits: a chart does for two and a half seconds alone.
  const quoted = Object.values(loadInstruments()).filter((one) => "symbol" in one.yahoo);
  await Promise.all(quoted.map(({ symbol }) => seriesStore().read(symbol)));
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await yahoo.close();
});

const isLine = (line: Line | Absence | undefined): line is Line => line !== undefined && !("absent" in line);
const lineAt = async (id: string, headers: Record<string, string> = {}) => getLine(new Request(`http://localhost/api/lines/${encodeURIComponent(id)}`, { headers }), { params: Promise.resolve({ id: encodeURIComponent(id) }) });
const line = async (id: string): Promise<Line> => (await lineAt(id)).json();
async function file(address: string): Promise<Response> {
  const url = new URL(address, "http://localhost");
  const [, path = "", format = ""] = /^\/(.+?)\.(metadata\.json|csv|json|svg)$/.exec(url.pathname) ?? [];
  return getFile(new Request(url), { params: Promise.resolve({ format, place: path.split("/") }) });
}

describe("lines go on past the snapshot", () => {
  it("with Yahoo's newer sessions, said to be live since their first", async () => {
    const nvda = await line("NVDA");
    expect(nvda.days.slice(-4)).toEqual(["2026-05-15", "2026-05-18", "2026-05-19", "2026-05-20"]);
    expect(nvda.live?.from).toBe("2026-05-18");
    expect(nvda.live?.statuses["NVDA"]).toMatchObject({ kind: "yahoo-agrees", newerDays: 3 });
    // Origin and date stay those of the figures that came from the snapshot.
    expect(nvda).toMatchObject({ asOf: "2026-05-15", origin: "Yahoo Finance, via the public repository kinryukii/us-tech-quant-v18" });
    // Each newer session of the stand-in is 1 % up.
    const last = (1 + (nvda.change.at(-4) ?? NaN)) * 1.01 ** 3 - 1;
    expect(nvda.change.at(-1)).toBeCloseTo(last, 4);
  });

  it("and no figure up to the snapshot's last day is another, of any line", async () => {
    const ids = drawable().map(({ id }) => id);
    const [kept, live] = await Promise.all([linesFor(slug, ids), liveLinesFor(slug, ids, "file")]);
    const ended: string[] = [];
    for (const id of ids) {
      const [before, after] = [kept[id], live[id]];
      if (!isLine(before) || !isLine(after)) {
        expect(after, id).toEqual(before);
        continue;
      }
      const count = before.days.length;
      for (const key of ["days", "offsets", "change"] as const) expect(after[key].slice(0, count), `${id} ${key}`).toEqual(before[key]);
      expect(Array.isArray(after.close) ? after.close.slice(0, count) : after.close).toEqual(before.close);
      expect(Object.fromEntries(Object.entries(after.abnormal).map(([name, sums]) => [name, Array.isArray(sums) ? sums.slice(0, count) : sums]))).toEqual(before.abnormal);
      expect([after.bases, after.minutes, after.eventDay, after.baseDay]).toEqual([before.bases, before.minutes, before.eventDay, before.baseDay]);
      if (after.days.length === count) ended.push(id);
    }
    // One that fails, one that has nothing newer, and the two portfolios they are in.
    expect(ended.toSorted()).toEqual(["GOOGL", "GSTMTAIP-LIST", "MAG7", "MSFT"]);
  });

  it("except where Yahoo fails: then the snapshot's stay, and the reason is in the answer", async () => {
    const googl = await line("GOOGL");
    expect(googl.days.at(-1)).toBe("2026-05-15");
    expect(googl.live).toMatchObject({ from: null, statuses: { GOOGL: { kind: "yahoo-unreachable", reason: "invalid-answer" } } });
    // A portfolio goes on as far as all of its members do.
    const group = await line("MAG7");
    expect(group.days.at(-1)).toBe("2026-05-15");
    expect(group.live?.statuses).toHaveProperty("GOOGL");
  });

  it("as do the days an address may ask for", async () => {
    const answer = await getCatalogue(new Request("http://localhost/api/lines"));
    expect(await answer.json()).toMatchObject({ last: "2026-05-20" });
    expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
  });

  it("with a tag of what is in them, kept a minute, and five seconds where something stands in", async () => {
    const first = await lineAt("NVDA");
    const tag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("public, max-age=60");
    expect((await lineAt("NVDA", { "if-none-match": tag })).status).toBe(304);
    expect((await lineAt("GOOGL")).headers.get("cache-control")).toBe("public, max-age=5");
    expect((await lineAt("META", { "if-none-match": tag })).status).toBe(200);
  });

  it("to the same move as “since the article” says", async () => {
    const since = await (await getSince(new Request("http://localhost/api/tickers/NVDA/since"), { params: Promise.resolve({ symbol: "NVDA" }) })).json();
    expect(since.rows[0]).toMatchObject({ base: "close", latest: { day: "2026-05-20" } });
    expect((await line("NVDA")).change.at(-1)).toBeCloseTo(since.rows[0].move, 5);
  });
});

describe("files of a view that reaches the end", () => {
  it("hold the newer rows, each with its source", async () => {
    const answer = await file("/tickers/NVDA.csv?range=all");
    const rows: Record<string, string>[] = parse(await answer.text(), { columns: true, record_delimiter: "\r\n" });
    const own = rows.filter(({ line: id }) => id === "NVDA");
    expect(own.at(-4)).toMatchObject({ day: "2026-05-15", source: "snapshot" });
    expect(own.at(-1)).toMatchObject({ day: "2026-05-20", source: "yahoo" });
    expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
  });

  it("take a day after the snapshot as the end of a range, and as a base", async () => {
    const { table, days, source, lines } = await (await file("/tickers/NVDA.json?from=2026-05-11&to=2026-05-19&base=2026-05-18")).json();
    expect(days).toEqual({ first: "2026-05-11", last: "2026-05-19" });
    expect(table.rows.find((row: unknown[]) => row[1] === "2026-05-18" && row[2] === "NVDA")?.[6]).toBe(0);
    expect(source).toMatch(/Snapshot of 15 May 2026; .* Live from Yahoo Finance from 18 May 2026, asked \d+ \w+ \d{4}, \d\d:\d\d UTC\./);
    expect(lines[0]).toMatchObject({ id: "NVDA", asOf: "2026-05-15", liveFrom: "2026-05-18" });
    expect((await file("/tickers/NVDA.json?from=2026-05-11&to=2026-05-19&base=2026-05-21")).status).toBe(400);
  });

  it("draw where the live part begins, and name its lines where they begin apart", async () => {
    expect(await (await file("/tickers/NVDA.svg?range=all")).text()).toMatch(/>live<\/text>/);
    const apart = await (await file("/compare.svg?lines=NVDA,PEG&range=all")).text();
    expect(apart).toContain(">live: PEG</text>");
    expect(apart).toContain(">live: NVDA</text>");
    const event = await (await file("/tickers/NVDA.svg")).text();
    expect(event).not.toMatch(/live/i);
  });

  it("say why a line ends with the snapshot, where Yahoo differs, and what a split does to prices", async () => {
    const source = async (address: string) => (await (await file(address)).json()).source as string;
    expect(await source("/compare.metadata.json?lines=GOOGL&range=all")).toContain("No newer sessions: Yahoo gave an answer that fails our checks (GOOGL).");
    expect(await source("/compare.metadata.json?lines=MSFT&range=all")).toContain("Yahoo says otherwise of MSFT on 27 January 2025 and one other day; the snapshot’s figures are shown.");
    vi.stubEnv("EXPORT_LEVELS", "1");
    expect(await source("/compare.metadata.json?lines=AVGO&range=all&measure=price")).toContain("AVGO has split 4:1 since the snapshot");
  });
});

describe("the verdicts' days", () => {
  it("stay the snapshot's: the data sets given away hold no newer session", async () => {
    expect((await linesFor(slug, ["NVDA"]))["NVDA"]).toMatchObject({ live: null, asOf: "2026-05-15" });
  });
});
