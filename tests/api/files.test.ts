import { createHash } from "node:crypto";
import { DOMParser } from "@xmldom/xmldom";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import { parse } from "csv-parse/sync";
import { PNG } from "pngjs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "../../app/api/files/[format]/[...place]/route.ts";
import { newestVersion } from "../../lib/domain/edition.ts";
import { loadChanges } from "../../lib/io/data/data-files.ts";
import { problem } from "../../lib/io/contract/problem-schema.ts";
import { snapshotFile } from "../fixtures/snapshot-file.ts";
import { publishedMoves } from "../fixtures/published-moves.ts";

const method = newestVersion(loadChanges(), "method");

beforeEach(() => {
  vi.stubEnv("PRICES", "snapshot");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** As `next.config.ts` leads an address here: `/tickers/NVDA.csv?range=1y`. */
async function get(address: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(address, "http://localhost");
  const [, path = "", ending] = /^\/(.+?)(?:\.(metadata\.json|csv|json|svg|png))?$/.exec(url.pathname) ?? [];
  return GET(new Request(url, { headers }), { params: Promise.resolve({ format: ending ?? "query", place: path.split("/") }) });
}

const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true, record_delimiter: "\r\n" });
const errorOf = async (address: string) => {
  const answer = await get(address);
  return { status: answer.status, error: problem.parse(await answer.json()).error };
};

describe("a view as CSV", () => {
  it.each(publishedMoves.filter(([symbol]) => symbol !== "^VIX"))("holds %s’s move of 27 January 2025, %d %%, as published", async (symbol, percent) => {
    const rows = rowsOf(await (await get(`/tickers/${encodeURIComponent(symbol)}.csv`)).text());
    const row = rows.find(({ session, line }) => session === "0" && line === symbol);
    expect(row).toMatchObject({ day: "2025-01-27", measure: "change", unit: "fraction" });
    expect((Number(row?.value) * 100).toFixed(2)).toBe(percent.toFixed(2));
  });

  it("has one line of heads, a row for every session and line, and a name that says so", async () => {
    const answer = await get("/compare.csv?lines=NVDA,9984.T&range=3m");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="claimtape-nvda-9984-t-change-2024-12-23-to-2025-03-27.csv"');
    const text = await answer.text();
    expect(text.split("\r\n")[0]).toBe("session,day,line,name,measure,unit,value,source");
    const rows = rowsOf(text);
    expect(rows.filter(({ line }) => line === "NVDA")).toHaveLength(64); // 21 before, the day, 42 after
    // Tokyo's first session after the article is the 28th.
    expect(rows.find(({ session, line }) => session === "0" && line === "9984.T")?.day).toBe("2025-01-28");
  });

  it("holds every session on request, whatever the range", async () => {
    const all = await (await get("/tickers/NVDA.csv?rows=all")).text();
    expect(all).toBe(await (await get("/tickers/NVDA.csv?range=all")).text());
    const days = rowsOf(all).map(({ day = "" }) => day);
    const sessions = snapshotFile("NVDA").days.filter((day) => day >= (days[0] ?? ""));
    expect(days).toEqual(sessions);
    expect(sessions.length).toBeGreaterThan(500);
  });

  it("names the bars of a day by their end", async () => {
    const rows = rowsOf(await (await get("/tickers/NVDA?format=csv&range=day&base=publication")).text());
    expect(rows[0]).toHaveProperty("time");
    expect(rows.find(({ day, time }) => day === "2025-01-27" && time === "06:10")).toMatchObject({ value: "0" });
  });
});

describe("levels", () => {
  it.each(["csv", "json", "svg", "png"])("of a view of prices do not leave as %s", async (format) => {
    const { status, error } = await errorOf(`/tickers/NVDA.${format}?measure=price`);
    expect(status).toBe(403);
    expect(error.detail).toContain("Yahoo’s terms");
  });

  it("leave where the deployment says so", async () => {
    vi.stubEnv("EXPORT_LEVELS", "1");
    const rows = rowsOf(await (await get("/tickers/NVDA.csv?measure=price")).text());
    expect(rows.find(({ session }) => session === "0")).toMatchObject({ value: "118.42", unit: "USD" }); // the official close
  });

  it("stay out of everything that says what the file would hold", async () => {
    expect((await get("/tickers/NVDA.metadata.json?measure=price")).status).toBe(200);
  });
});

describe("what an address asks wrongly", () => {
  it.each([
    ["/tickers/NVDA.csv?measure=kurs", "measure", "kurs"],
    ["/tickers/NVDA.csv?range=5y", "range", "5y"],
    ["/tickers/NVDA.csv?base=2020-01-01", "base", "2020-01-01"],
    ["/tickers/NVDA.csv?base=2025-01-25", "base", "2025-01-25"], // a Saturday
    ["/tickers/NVDA.csv?log=1", "log", "1"], // changes go below zero
    ["/tickers/NVDA.csv?from=2025-03-01&to=2025-02-01", "to", "2025-02-01"],
    ["/tickers/NVDA.csv?sort=TSLA", "sort", "TSLA"],
    ["/compare.csv?lines=NVDA,NVIDEA", "lines", "NVIDEA"],
    ["/tickers/NVDA.csv?rows=some", "rows", "some"],
    ["/tickers/NVDA.png?size=9x", "size", "9x"],
    ["/tickers/NVDA.svg?theme=pink", "theme", "pink"],
    ["/tickers/NVDA.csv?size=2x", "size", "2x"],
    ["/tickers/NVDA.csv?foo=1", "foo", "1"],
    ["/tickers/NVDA.csv?format=json", "format", "json"],
    ["/tickers/NVDA?format=xlsx", "format", "xlsx"],
  ])("%s: 400, and says which", async (address, parameter, value) => {
    expect(await errorOf(address)).toMatchObject({ status: 400, error: { parameter, value } });
  });

  it.each([
    ["/tickers/NVDIA.csv", "symbol"],
    ["/tickers/..%2F..%2Fpackage.json", "symbol"],
    ["/tickers/constructor.csv", "symbol"],
    ["/articles/deepseek-sputnik/claims/nobody-1.json", "claim"],
    ["/compare.png", "lines"],
    ["/tickers/OPENAI.csv", "lines"],
    ["/articles/deepseek-sputnik.csv", "path"],
    ["/method.csv", "path"],
  ])("%s: 404, and says which", async (address, parameter) => {
    expect(await errorOf(address)).toMatchObject({ status: 404, error: { parameter } });
  });

  it("takes a parameter once", async () => {
    expect(await errorOf("/tickers/NVDA.csv?range=1y&range=all")).toMatchObject({ status: 400, error: { parameter: "range" } });
  });
});

describe("a view as a picture", () => {
  it.each([
    "/tickers/NVDA.svg",
    "/tickers/GSENEPOW.svg?theme=dark&range=1y",
    "/compare.svg?lines=NVDA,AVGO,META,MSFT,AMZN,GOOGL",
    "/tickers/NVDA.svg?range=day",
    "/articles/deepseek-sputnik/claims/brown-10.svg",
  ])("%s is well-formed and says what it is", async (address) => {
    const answer = await get(address);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    const document = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`);
      },
    }).parseFromString(await answer.text(), "image/svg+xml");
    const text = [...document.getElementsByTagName("text")].map((one) => one.textContent ?? "").join(" ");
    expect(text).toContain("Claimtape");
    expect(text).toContain("% = ");
    expect(text).toMatch(/Snapshot of .*2026/);
    expect(text).toMatch(/Method \d+\.\d+\./);
    expect(text.replaceAll(" ", "")).toContain(new URL(address, "http://localhost").pathname.replace(/\.svg$/, ""));
    expect(String(document)).not.toMatch(/var\(|class=|style=|<script|href=/);
  });

  it.each([
    ["/tickers/NVDA.png", 960],
    ["/tickers/NVDA.png?size=2x&theme=dark", 1920],
  ])("%s decodes at its width", async (address, width) => {
    const picture = PNG.sync.read(Buffer.from(await (await get(address)).arrayBuffer()));
    expect(picture.width).toBe(width);
    const [red = 0] = picture.data;
    expect(red < 60).toBe(address.includes("dark"));
  });

  it("is the same bytes twice", async () => {
    for (const address of ["/tickers/NVDA.png", "/tickers/NVDA.svg", "/tickers/NVDA.csv", "/tickers/NVDA.json"]) {
      const sums = await Promise.all(
        [1, 2].map(async () =>
          createHash("sha256")
            .update(Buffer.from(await (await get(address)).arrayBuffer()))
            .digest("hex"),
        ),
      );
      expect(sums[0]).toBe(sums[1]);
    }
  });
});

describe("every export", () => {
  it.each(["csv", "json", "svg", "png"])("%s has a tag that is honoured", async (format) => {
    const first = await get(`/tickers/NVDA.${format}`);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[0-9a-f]{24}"$/);
    expect((await get(`/tickers/NVDA.${format}`, { "if-none-match": tag })).status).toBe(304);
  });

  it.each(["/tickers/NVDA.json", "/tickers/NVDA.metadata.json", "/articles/deepseek-sputnik/claims/brown-10.json?measure=abnormal&against=RSP"])(
    "%s names method, data and licence",
    async (address) => {
      const content = await (await get(address)).json();
      expect(content).toMatchObject({ method: { version: method }, asOf: [expect.stringMatching(/^2026-/)] });
      expect(content.source).toContain(`Method ${method}.`);
      expect(content.licence).toContain("redistribution");
      expect(content.link).toMatch(/^https?:\/\//);
    },
  );

  it("JSON holds the rows of the CSV", async () => {
    const { table } = await (await get("/compare.json?lines=NVDA,VST")).json();
    const rows: string[][] = parse(await (await get("/compare.csv?lines=NVDA,VST")).text(), { record_delimiter: "\r\n" });
    expect([table.columns, ...table.rows.map((row: unknown[]) => row.map(String))]).toEqual(rows);
  });
});

// The styles of citation-js take their time to load.
describe("a citation", { timeout: 60_000 }, () => {
  it("is read by citation-js as BibTeX and as CSL-JSON, with the same title, address and days", async () => {
    const bibtex = await (await get("/tickers/NVDA?format=bibtex&range=1y&measure=abnormal")).text();
    const csl = await (await get("/tickers/NVDA?format=csl&range=1y&measure=abnormal")).text();
    for (const item of [...new Cite(bibtex).data, ...new Cite(csl).data]) {
      expect(item.URL).toMatch(/\/tickers\/NVDA\?measure=abnormal&range=1y$/);
      expect(item.title?.replaceAll("\u00A0", " ")).toMatch(/^NVIDIA Corporation, session by session\. 0.% = close/);
      expect(item.version).toBe(method);
      expect(item.note).toContain(`method ${method}`);
      expect(item.accessed?.["date-parts"]?.[0]).toHaveLength(3);
    }
    expect(new Cite(csl).format("bibliography", { format: "text", template: "apa" })).toContain("Claimtape");
  });

  it("in words says when it was retrieved", async () => {
    expect(await (await get("/tickers/NVDA?format=citation")).text()).toMatch(
      new RegExp(
        `^Claimtape \\(2026\\)\\. NVIDIA.*Data as of 15 May 2026; method ${method.replace(".", "\\.")}\\. Retrieved \\d+ \\w+ \\d{4}\\. http\\S+/tickers/NVDA\n$`,
      ),
    );
  });
});
