/** With a second article beside the first, every line and every row counts from the one that was asked for. */
import { mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getLine } from "../../app/api/lines/[id]/route.ts";
import { GET as getCatalogue } from "../../app/api/lines/route.ts";
import { GET as getSince } from "../../app/api/tickers/[symbol]/since/route.ts";
import { isAbsent } from "../../lib/domain/market/series.ts";
import { linesFor } from "../../lib/impact.ts";
import { articleSlugs } from "../../lib/io/data/data-files.ts";
import { lineHref, linesHref, sinceHref } from "../../lib/view/words/links.ts";
import { copyOfData } from "../fixtures/copy-of-data.ts";

const FIRST = "deepseek-sputnik";
const SECOND = "doj-google-2025-09-02";
let root: string;

beforeAll(async () => {
  const text = readFileSync(new URL(`../fixtures/articles/${SECOND}.json`, import.meta.url), "utf8");
  root = mkdtempSync(join(tmpdir(), "claimtape-site-"));
  renameSync(copyOfData({ [`articles/${SECOND}.json`]: () => text }), join(root, "data"));
  vi.spyOn(process, "cwd").mockReturnValue(root);
  vi.stubEnv("PRICES", "snapshot");
  // Each is judged once, which takes its time.
  for (const slug of [FIRST, SECOND]) await linesFor(slug, ["NVDA"]);
}, 60_000);
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const ask = (address: string) => new Request(`http://localhost${address}`);
const line = async (address: string) => getLine(ask(address), { params: Promise.resolve({ id: "NVDA" }) });
const since = async (address: string) => getSince(ask(address), { params: Promise.resolve({ symbol: "NVDA" }) });

describe("two articles", () => {
  it("are both served", () => {
    expect(articleSlugs()).toEqual([FIRST, SECOND]);
  });

  it.each([
    ["/api/lines/NVDA", "2025-01-24", "2025-01-27"],
    [lineHref(FIRST, "NVDA"), "2025-01-24", "2025-01-27"],
    [lineHref(SECOND, "NVDA"), "2025-09-02", "2025-09-03"],
  ])("%s counts from the close of %s", async (address, baseDay, eventDay) => {
    const found = await (await line(address)).json();
    expect(found).toMatchObject({ baseDay, eventDay });
    expect(found.change[found.days.indexOf(baseDay)]).toBe(0);
  });

  it.each([FIRST, SECOND])("a line of %s is the one its page was drawn from", async (slug) => {
    expect(await (await line(lineHref(slug, "NVDA"))).json()).toEqual((await linesFor(slug, ["NVDA"])).NVDA);
  });

  it("has bars for the article they are of alone", async () => {
    const [first, second] = await Promise.all([FIRST, SECOND].map(async (slug) => (await line(lineHref(slug, "NVDA"))).json()));
    expect(isAbsent(first.minutes)).toBe(false);
    expect(second.minutes).toMatchObject({ absent: "no-intraday" });
  });

  it("since the article is since its own bases", async () => {
    const [first, second] = await Promise.all([FIRST, SECOND].map(async (slug) => (await (await since(sinceHref(slug, "NVDA"))).json()).rows[0]));
    expect(first.latest.day).toBe(second.latest.day);
    expect(first.move).not.toBeCloseTo(second.move, 3);
  });

  it.each([
    ["a line", () => line("/api/lines/NVDA?article=deepseek")],
    ["the catalogue", async () => getCatalogue(ask(linesHref("deepseek")))],
    ["since", () => since(sinceHref("deepseek", "NVDA"))],
  ])("an article that is none gets %s a 400 that names it", async (_, asked) => {
    const answer = await asked();
    expect(answer.status).toBe(400);
    expect((await answer.json()).error).toMatchObject({ parameter: "article", value: "deepseek", allowed: [FIRST, SECOND] });
  });

  it("the catalogue of each can be had", async () => {
    for (const slug of [FIRST, SECOND]) expect((await getCatalogue(ask(linesHref(slug)))).status).toBe(200);
  });
});
