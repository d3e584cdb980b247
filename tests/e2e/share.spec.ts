import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createServer, get, type Server } from "node:http";
import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import decodeQR from "qr/decode.js";
import { unfurl } from "unfurl.js";

const CLAIM = "/articles/deepseek-sputnik/claims/brown-10";

/** The head of a page, by property or name. */
async function metaOf(request: APIRequestContext, path: string): Promise<Record<string, string>> {
  return metaOfText(await (await request.get(path)).text());
}

function metaOfText(html: string): Record<string, string> {
  const tags = html.match(/<(?:meta|link)\b[^>]*>/g) ?? [];
  const value = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&");
  return Object.fromEntries(
    tags.flatMap((tag) => {
      const [key, content] = [
        value(tag, "property") ?? value(tag, "name") ?? value(tag, "type") ?? value(tag, "rel"),
        value(tag, "content") ?? value(tag, "href"),
      ];
      return key === undefined || content === undefined ? [] : [[key, content]];
    }),
  );
}

const ours = (address: string) => new URL(address).pathname + new URL(address).search;

for (const [path, picture, says] of [
  ["/", "/share/articles/deepseek-sputnik.png", /claims of four speakers/],
  ["/articles/deepseek-sputnik", "/share/articles/deepseek-sputnik.png", /claims of four speakers/],
  [CLAIM, `/share${CLAIM}.png`, /^Nvidia fell 16\.97.% on 27 January 2025.*consistent/],
  [`${CLAIM}?base=open`, `/share${CLAIM}.png?base=open`, /consistent/],
  ["/tickers/NVDA", "/share/tickers/NVDA.png", /^Nvidia fell 16\.97.%/],
  ["/tickers/NVDA?range=1y&utm_source=x", "/share/tickers/NVDA.png?range=1y", /^Nvidia fell/],
  ["/compare?lines=NVDA,META", "/share/compare.png?lines=NVDA,META", /side by side/],
  ["/method", "/share/articles/deepseek-sputnik.png", /./],
] as const) {
  test(`the head of ${path} says what is there and shows it`, async ({ request }) => {
    const meta = await metaOf(request, path);
    expect(ours(meta["og:image"] ?? "")).toBe(picture);
    expect(meta).toMatchObject({ "og:image:width": "1200", "og:image:height": "630", "twitter:card": "summary_large_image", "og:site_name": "Claimtape" });
    expect(meta["og:image:alt"]).toMatch(/\w/);
    expect(meta.description).not.toMatch(/because/i);
    if (path !== "/method") expect(meta.description).toMatch(says);
    expect(meta.canonical).toBe(new URL(path.replace(/\?.*/, ""), meta.canonical).href.replace(/\/$/, path === "/" ? "" : "/"));
    const answer = await request.get(ours(meta["og:image"] ?? ""));
    const png = await answer.body();
    expect([answer.status(), answer.headers()["content-type"], png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([200, "image/png", 1200, 630]);
  });
}

test("a claim is a ClaimReview, a ticker a Dataset", async ({ page }) => {
  const data = async (path: string) => {
    await page.goto(path);
    return JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "{}");
  };
  expect(await data(CLAIM)).toMatchObject({ "@type": "ClaimReview", reviewRating: { alternateName: "direction consistent, figure disputed" } });
  expect(await data("/tickers/NVDA")).toMatchObject({ "@type": "Dataset" });
});

test("sitemap, robots, icons and manifest answer, and every page of the sitemap is there", async ({ request }) => {
  test.setTimeout(120_000);
  const map = await (await request.get("/sitemap.xml")).text();
  const pages = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = ""]) => ours(at));
  expect(pages.length).toBeGreaterThan(100);
  for (const path of pages) expect((await request.get(path)).status(), path).toBe(200);
  expect(await (await request.get("/robots.txt")).text()).toContain("/sitemap.xml");
  const manifest = await (await request.get("/manifest.webmanifest")).json();
  for (const { src } of [...manifest.icons, { src: "/favicon.ico" }]) expect((await request.get(src)).status(), src).toBe(200);
});

/**
 * The site as it would be if it had been built for the address it is asked by: consumers follow the
 * addresses in a head, and those are the build’s.
 */
async function atItsOwnAddress(target: string): Promise<{ origin: string; close: () => void }> {
  const built = new URL(metaOfText(await (await fetch(`${target}/method`)).text())["og:image"] ?? "").origin;
  let origin = "";
  const site = createServer((asked, answer) => {
    const { hostname, port } = new URL(target);
    get({ hostname, port, path: asked.url, headers: { host: asked.headers.host, "user-agent": asked.headers["user-agent"] } }, (got) => {
      const parts: Buffer[] = [];
      got
        .on("data", (part: Buffer) => parts.push(part))
        .on("end", () => {
          const type = got.headers["content-type"] ?? "";
          const body = Buffer.concat(parts);
          answer.writeHead(got.statusCode ?? 500, { "content-type": type });
          answer.end(
            type.startsWith("text/html") ? body.toString().replaceAll(built, origin).replaceAll(encodeURIComponent(built), encodeURIComponent(origin)) : body,
          );
        });
    });
  });
  origin = `http://127.0.0.1:${await portOf(site)}`;
  return { origin, close: () => site.close() };
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

test("a real consumer finds head, picture and oEmbed answer from the address alone", async ({ baseURL }) => {
  const site = await atItsOwnAddress(baseURL ?? "");
  try {
    const read = await unfurl(`${site.origin}${CLAIM}`);
    expect(read.open_graph).toMatchObject({
      site_name: "Claimtape",
      images: [{ url: `${site.origin}/share${CLAIM}.png`, width: 1200, height: 630, type: "image/png" }],
    });
    expect(read.open_graph.title).toContain("Scary for Nvidia");
    expect(read.twitter_card).toMatchObject({ card: "summary_large_image" });
    expect(read.oEmbed).toMatchObject({ type: "rich", version: "1.0", provider_name: "Claimtape", width: 720 });
    expect(JSON.stringify(read.oEmbed)).toContain(`${site.origin}/embed${CLAIM}`);
  } finally {
    site.close();
  }
});

test("each page leads to its oEmbed answer", async ({ request, baseURL }) => {
  const meta = await metaOf(request, "/tickers/NVDA?base=open");
  const found = new URL(meta["application/json+oembed"] ?? "");
  expect(found.pathname).toBe("/api/oembed");
  const about = new URL(found.searchParams.get("url") ?? "");
  expect(about.pathname + about.search).toBe("/tickers/NVDA?base=open");
  const answer = await request.get(`/api/oembed?url=${encodeURIComponent(`${baseURL}${about.pathname}${about.search}`)}`);
  expect(await answer.json()).toMatchObject({ type: "rich", version: "1.0" });
  expect((await request.get("/api/oembed?url=https://example.com/tickers/NVDA")).status()).toBe(404);
});

for (const theme of ["light", "dark"] as const) {
  test(`an embedded chart has its chart, the way back and nothing of the site, ${theme}`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const width of [320, 760]) {
      await page.setViewportSize({ width, height: 700 });
      for (const path of ["/tickers/NVDA?range=3m&", `${CLAIM}?`, "/compare?lines=NVDA,META,MSFT,AAPL,AMZN,TSLA&"]) {
        const answer = await page.goto(`/embed${path}theme=${theme}`);
        expect(answer?.headers()["x-frame-options"]).toBeUndefined();
        expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors *");
        await expect(page.getByRole("navigation")).toHaveCount(0);
        await expect(page.locator("header, footer")).toHaveCount(0);
        await expect(page.getByRole("img").first()).toBeVisible();
        await expect(page.getByRole("link", { name: "Claimtape: open this view" })).toHaveAttribute("href", path.replace(/[?&]$/, ""));
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(theme);
        expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => `${path} ${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });
}

test("a page of the site itself may not be framed elsewhere", async ({ request }) => {
  expect((await request.get("/tickers/NVDA")).headers()["x-frame-options"]).toMatch(/SAMEORIGIN|DENY/);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("an embedded chart can be read, and the sheet holds address and text", async ({ page }) => {
    await page.goto("/embed/tickers/NVDA");
    await expect(page.getByRole("img").first()).toHaveAccessibleName(/NVDA −16\.97/);
    await page.goto(`${CLAIM}?base=open`);
    await page.getByText("Share this view").click();
    await expect(page.getByText(/^Nvidia fell 16\.97.*consistent/)).toBeVisible();
    await expect(page.getByRole("link", { name: /claims\/brown-10\?base=open$/ })).toBeVisible();
  });

  test("an address that names nothing is not found, framed or not", async ({ page }) => {
    for (const path of ["/embed/tickers/NOPE", "/embed/articles/deepseek-sputnik", "/embed/nothing"]) expect((await page.goto(path))?.status(), path).toBe(404);
  });
});

async function openSheet(page: Page): Promise<void> {
  await page.getByText("Share this view").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
}

test("the sheet by keyboard: link, QR code, embed, and back", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${CLAIM}?base=open`);
  await openSheet(page);
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Address of this view")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Link copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${CLAIM}?base=open`);

  await page.getByRole("button", { name: "QR code" }).press("Enter");
  const qr = page.getByRole("img", { name: /^QR code of/ });
  await expect(qr).toBeVisible();
  expect(await scanned(page, await qr.screenshot())).toBe(`${baseURL}${CLAIM}?base=open`);

  await page.getByRole("button", { name: "Embed…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Show this chart on another page" });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator("iframe").contentFrame().getByRole("link", { name: "Claimtape: open this view" })).toBeVisible();
  await dialog.getByLabel("Colours").selectOption("dark");
  await expect(dialog.getByLabel("Code", { exact: true })).toHaveValue(
    new RegExp(`src="${baseURL}/embed${CLAIM.replaceAll("/", "\\/")}\\?base=open&amp;theme=dark"`),
  );
  expect((await new AxeBuilder({ page }).exclude("iframe").analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Embed…" })).toBeFocused();
});

test("the address is that of the view on the screen, changed in place or not", async ({ page, baseURL }) => {
  await page.goto("/tickers/NVDA");
  await openSheet(page);
  await expect(page.getByLabel("Address of this view")).toHaveValue(`${baseURL}/tickers/NVDA`);
  await page.getByRole("link", { name: "1 year" }).click();
  await expect(page.getByLabel("Address of this view")).toHaveValue(`${baseURL}/tickers/NVDA?range=1y`);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the open sheet has no axe violation and fits 320 px, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 800 } });
    const page = await context.newPage();
    for (const path of [CLAIM, "/tickers/OPENAI", "/compare?lines=NVDA"]) {
      await page.goto(path);
      await openSheet(page);
      // The sheet: what stands around it is asked elsewhere.
      expect((await new AxeBuilder({ page }).include("details:has(button)").analyze()).violations.map((v) => `${path} ${v.id}: ${v.nodes[0]?.html}`)).toEqual(
        [],
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
}

test("a frame elsewhere grows with its chart", async ({ page, baseURL }) => {
  const { html } = await (await page.request.get(`/api/oembed?url=${encodeURIComponent(`${baseURL}/tickers/NVDA`)}&maxheight=200`)).json();
  const { HEIGHT_SNIPPET } = await import("../../lib/view/export/embed-code.ts");
  // Another site: another port is another origin.
  const site = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(`<!doctype html><title>x</title>${HEIGHT_SNIPPET}${html}`));
  try {
    await page.goto(`http://127.0.0.1:${await portOf(site)}/`);
    await expect.poll(() => page.locator("iframe").evaluate((frame) => frame.clientHeight)).toBeGreaterThan(400);
  } finally {
    site.close();
  }
});

/** What a camera would read in a picture. */
async function scanned(page: Page, png: Buffer): Promise<string> {
  const image = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const brush = canvas.getContext("2d");
    brush?.drawImage(bitmap, 0, 0);
    const { data, width, height } = brush?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [], width: 0, height: 0 };
    return { data: [...data], width, height };
  }, png.toString("base64"));
  return decodeQR({ ...image, data: Uint8ClampedArray.from(image.data) });
}

/** Memory that pictures may take beside what a server at rest takes. */
const BOUND = 320 * 2 ** 20;

test("200 pictures asked for at once keep within their memory", async () => {
  test.skip(process.platform === "win32", "there is no ps");
  test.setTimeout(120_000);
  const port = Number(process.env.CLAIMTAPE_TEST_PORT ?? 3210) + 5;
  const server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "--port", `${port}`, "--hostname", "127.0.0.1"], { stdio: "ignore" });
  try {
    const at = (path: string) => `http://127.0.0.1:${port}${path}`;
    await expect
      .poll(
        () =>
          fetch(at("/share/tickers/SPY.png")).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 30_000 },
      )
      .toBe(200);
    const rest = memoryOf(server);
    let most = rest;
    const watch = setInterval(() => (most = Math.max(most, memoryOf(server))), 50);
    const asked = Array.from({ length: 200 }, (_, i) =>
      at(`/share/tickers/NVDA.png?base=2024-${String(3 + Math.floor(i / 25)).padStart(2, "0")}-${String(1 + (i % 25)).padStart(2, "0")}`),
    );
    const answers = await Promise.all(
      asked.map(async (address) => {
        const answer = await fetch(address);
        await answer.arrayBuffer();
        return answer.status;
      }),
    );
    clearInterval(watch);
    const count = (status: number) => answers.filter((one) => one === status).length;
    console.log(`200 at once: ${count(200)} drawn, ${count(503)} told to come back; memory at rest ${mega(rest)} MB, at most ${mega(most)} MB`);
    expect(count(200) + count(503)).toBe(200);
    expect(count(200)).toBeGreaterThan(0);
    expect(most - rest).toBeLessThan(BOUND);
    expect((await fetch(at("/share/tickers/NVDA.png"))).status).toBe(200);
  } finally {
    server.kill();
  }
});

function memoryOf({ pid }: ChildProcess): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" }).trim()) * 1024;
}

function mega(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
