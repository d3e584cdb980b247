import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { expect, type Page, test } from "@playwright/test";

const claim = "/articles/deepseek-sputnik/claims/brown-10";

/** One of each kind: built ahead, behind a rewrite, drawn on request, not there, nearly right. */
const pages = [
  "/",
  "/articles/deepseek-sputnik",
  "/?speaker=brown",
  "/articles/deepseek-sputnik?type=forecast&instrument=NVDA",
  claim,
  `${claim}?base=open`,
  "/tickers",
  "/tickers/NVDA",
  "/tickers/NVDA?base=publication",
  "/tickers/OPENAI",
  "/tickers/%5EVIX",
  "/method",
  "/tickers/NVDIA",
  "/nothing/here",
  "/articles/no-such-article",
  "/_global-error",
];

/** What the browser refused to run, load or show; `unsafe` in its own words. */
async function watchRefusals(page: Page): Promise<string[]> {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/content.security.policy/i.test(message.text())) refused.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return refused;
}

for (const address of pages) {
  test(`${address} runs under its policy`, async ({ page }) => {
    const refused = await watchRefusals(page);
    const answer = await page.goto(address);
    const policy = (await answer?.allHeaders())?.["content-security-policy"] ?? "";
    expect(policy).toMatch(/^script-src 'self' '(?:sha256|nonce)-/);
    expect(policy).not.toMatch(/unsafe/);
    await page.waitForLoadState("networkidle");
    // What is only reached for: recharts, the newer days, everything folded away.
    for (const summary of await page.locator("summary").all()) await summary.click({ timeout: 1000 }).catch(() => null);
    const chart = page.getByRole("application").first();
    if ((await chart.count()) > 0) {
      await chart.scrollIntoViewIfNeeded();
      await chart.hover();
      await expect(page.locator(".recharts-line-curve").first()).toBeVisible();
      await chart.focus();
      await page.keyboard.press("ArrowRight");
    }
    expect(refused).toEqual([]);
  });
}

test("walking from page to page refuses nothing either", async ({ page }) => {
  const refused = await watchRefusals(page);
  await page.goto("/");
  await page.locator("article#brown-10 h3 a").click();
  await expect(page).toHaveURL(/\/claims\//);
  await page.getByRole("link", { name: "NVDA" }).first().click();
  await expect(page).toHaveURL(/\/tickers\/NVDA/);
  await page.goBack();
  await expect(page).toHaveURL(/\/claims\//);
  expect(refused).toEqual([]);
});

for (const address of ["/tickers/NVDA", "/?speaker=brown"]) {
  test(`a script that is not ours does not run on ${address}, and the browser says so`, async ({ page }) => {
    const refused = await watchRefusals(page);
    await page.goto(address);
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.planted = true";
      document.body.append(script);
      const button = document.createElement("button");
      button.setAttribute("onclick", "window.planted = true");
      document.body.append(button);
      button.click();
      return "planted" in window;
    });
    expect(ran).toBe(false);
    await expect.poll(() => refused.length).toBeGreaterThan(0);
  });
}

/** The scripts of an answer, told apart by a reading of our own: the build's script is what is being tested. */
function scriptsIn(html: string): { attributes: string; text: string }[] {
  return html
    .split("<script")
    .slice(1)
    .map((rest) => {
      const open = rest.indexOf(">");
      return { attributes: rest.slice(0, open), text: rest.slice(open + 1, rest.indexOf("</script>")) };
    });
}

/** The pages of the build, which `npm test` has made by now. */
function builtPages(): string[] {
  if (!existsSync(".next/prerender-manifest.json")) return [];
  const { routes } = JSON.parse(readFileSync(".next/prerender-manifest.json", "utf8"));
  // Hidden pages and what is no page: the front knows neither as an address of a page.
  return Object.keys(routes).filter((route) => !/^\/_|\.[a-z]+$/.test(route));
}

for (const address of new Set([...builtPages(), ...pages])) {
  test(`every script of ${address} is in the policy it is sent with`, async ({ request }) => {
    const answer = await request.get(address);
    test.skip(!(answer.headers()["content-type"] ?? "").startsWith("text/html"), "no page");
    const policy = answer.headers()["content-security-policy"] ?? "";
    const html = await answer.text();
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(html).not.toMatch(/\s(?:style|on[a-z]+)="/);
    // Facts for search engines are in scripts that no browser runs.
    const scripts = scriptsIn(html).filter(({ attributes }) => !attributes.includes('type="application/ld+json"'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const { attributes, text } of scripts) {
      const src = /\ssrc="([^"]*)"/.exec(attributes)?.[1];
      if (src !== undefined) expect(src).toMatch(/^\/_next\/static\//);
      else if (nonce === undefined || !attributes.includes(`nonce="${nonce}"`)) {
        expect(policy, text.slice(0, 80)).toContain(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
      }
      // The theme's script may stand there under its hash; whatever Next wrote for this answer has the nonce.
      if (nonce !== undefined && text.includes("__next_f.push")) expect(attributes).toContain(`nonce="${nonce}"`);
    }
  });
}

test("nothing in a request makes the server call somebody", async ({ baseURL }) => {
  let called = 0;
  const canary = createServer((socket) => {
    called += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  const address = canary.address();
  const there = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const { hostname, port } = new URL(baseURL ?? "");
  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<number | undefined>((resolve, reject) => {
      get({ hostname, port, path, headers }, (response) => response.resume().on("end", () => resolve(response.statusCode))).on("error", reject);
    });
  const headers = {
    host: there,
    "x-forwarded-host": there,
    "x-forwarded-proto": "http",
    origin: `http://${there}`,
    "x-middleware-rewrite": `http://${there}/`,
    "x-matched-path": `http://${there}/`,
    "x-original-url": `http://${there}/`,
    referer: `http://${there}/`,
  };
  const paths = [
    "/tickers/NVDIA",
    "/tickers/nvda",
    "/",
    "/?speaker=brown",
    claim,
    "/api/tickers/NVDA/prices",
    `/_next/image?url=${encodeURIComponent(`http://${there}/a.png`)}&w=64&q=75`,
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    `/tickers/${encodeURIComponent(`http://${there}/`)}`,
    `/@${there}/`,
    `/?base=http://${there}/`,
  ];
  const statuses = await Promise.all(paths.map((path) => ask(path, headers)));
  for (const path of [`//${there}/`, `http://${there}/`, `/\\${there}/`]) expect(await ask(path, headers), path).toBe(400);
  canary.close();
  expect(called).toBe(0);
  expect(statuses.slice(0, 6)).toEqual([404, 308, 200, 200, 200, 200]);
  expect(statuses[7], "the image endpoint is closed: what it makes it would keep").toBe(404);
});

/** A copy may be kept where it is the same for all, and nowhere else. */
const copies: [address: string, said: RegExp][] = [
  ["/tickers/NVDA", /^public, max-age=0, s-maxage=300, stale-while-revalidate=600$/],
  ["/?speaker=brown", /no-store/],
  ["/tickers/NVDIA", /no-store/],
  ["/nothing", /no-store/],
  ["/api/articles", /^public, max-age=300$/],
  ["/api/health/ready", /^no-store$/],
];
for (const [address, said] of copies) {
  test(`caches are told of ${address}: ${said.source}`, async ({ request }) => expect((await request.get(address)).headers()["cache-control"]).toMatch(said));
}

test("nothing asked for is kept on disk, however many names it is asked by", async ({ request }) => {
  test.setTimeout(120_000);
  const kept = () => ["server", "cache"].flatMap((folder) => readdirSync(`.next/${folder}`, { recursive: true, encoding: "utf8" })).toSorted();
  const before = kept();
  const junk = Array.from({ length: 25 }, (_, n) => `junk-${n}`);
  for (const name of junk) {
    for (const address of [
      `/articles/${name}`,
      `/articles/deepseek-sputnik/claims/${name}`,
      `/tickers/${name}`,
      `/tickers/NVDA?base=${name}`,
      `/?speaker=${name}`,
      `/api/tickers/${name}/prices`,
      `/_next/image?url=%2Ficon.svg%3F${name}&w=64&q=75`,
    ]) {
      expect((await request.get(address)).status()).toBeLessThan(500);
    }
  }
  expect(kept()).toEqual(before);
});
