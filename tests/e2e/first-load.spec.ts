import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";

/**
 * What a page makes a reader load before anything is touched, against an empty app of the same Next,
 * built here with the same settings. Counted: every script the HTML asks for, gzipped one by one as a
 * server would send it. Left out: `nomodule` scripts, which no current browser fetches.
 */
const budget = 25_000;
const emptyApp = join(process.cwd(), "tests/fixtures/empty-app");
const pages = ["/", "/articles/deepseek-sputnik/claims/brown-10", "/articles/deepseek-sputnik/arguments", "/tickers/NVDA"];

let floor = 0;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  const next = join(process.cwd(), "node_modules/next/dist/bin/next");
  await promisify(execFile)(process.execPath, [next, "build", emptyApp], { env: { ...process.env, NODE_ENV: "production" } });
  const html = await readFile(join(emptyApp, ".next/server/app/index.html"), "utf8");
  const files = await Promise.all(scriptsOf(html).map((url) => readFile(join(emptyApp, ".next", url.replace(/^\/_next\//, "").replace(/\?.*$/, "")))));
  floor = gzipped(files);
  expect(floor, "the empty app loads React and Next's router").toBeGreaterThan(50_000);
});

for (const path of pages) {
  test(`the first-load script of ${path} is within 25 kB of an empty app's`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status(), `${path} answers`).toBe(200);
    const files = await Promise.all(
      scriptsOf(await response.text()).map(async (url) => {
        const script = await request.get(url);
        expect(script.status(), `${url} answers`).toBe(200);
        return script.body();
      }),
    );
    const size = gzipped(files);
    const said = `${path}: ${size} B gzip in ${files.length} scripts; the empty app: ${floor} B; above it ${size - floor} B`;
    console.log(said);
    expect(size - floor, said).toBeLessThanOrEqual(budget);
  });
}

/** The addresses of the scripts an HTML page loads: `src`, and what it preloads as a script or module. */
function scriptsOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const urls = tags.flatMap((tag) => {
    if (/\snomodule\b/i.test(tag)) return [];
    if (tag.startsWith("<script")) return attribute(tag, "src");
    const preloads = /\srel="modulepreload"/.test(tag) || (/\srel="preload"/.test(tag) && /\sas="script"/.test(tag));
    return preloads ? attribute(tag, "href") : [];
  });
  return [...new Set(urls)];
}

function attribute(tag: string, name: string): string[] {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? [] : [value.replaceAll("&amp;", "&")];
}

function gzipped(files: Uint8Array[]): number {
  return files.reduce((total, file) => total + gzipSync(file).length, 0);
}
