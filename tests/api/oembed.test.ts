import { describe, expect, test } from "vitest";
import { GET } from "../../app/api/oembed/route.ts";

const ask = (query: Record<string, string>, host = "localhost:3000") =>
  GET(new Request(`http://${host}/api/oembed?${new URLSearchParams(query)}`, { headers: { host } }));
const NVDA = "http://localhost:3000/tickers/NVDA?base=open";

describe("GET /api/oembed", () => {
  test("gives a claim’s chart as an iframe no larger than asked", async () => {
    const answer = await ask({ url: "http://localhost:3000/articles/deepseek-sputnik/claims/brown-10", maxwidth: "500", maxheight: "300" });
    const body = await answer.json();
    expect(body).toMatchObject({ version: "1.0", type: "rich", width: 500, height: 300, provider_name: "Claimtape" });
    expect(body.html).toContain('src="http://localhost:3000/embed/articles/deepseek-sputnik/claims/brown-10"');
    // A picture of 1200 × 630 would be larger than asked.
    expect(body).not.toHaveProperty("thumbnail_url");
  });

  test("keeps the view, and drops what is none", async () => {
    const body = await (await ask({ url: `${NVDA}&utm_source=x` })).json();
    expect(body.html).toContain("/embed/tickers/NVDA?base=open&quot;".replace("&quot;", '"'));
    expect(body).toMatchObject({ thumbnail_url: "http://localhost:3000/share/tickers/NVDA.png?base=open", thumbnail_width: 1200, thumbnail_height: 630 });
  });

  test("answers for the address a request came by", async () => {
    expect((await ask({ url: "http://127.0.0.1:3370/tickers/NVDA" }, "127.0.0.1:3370")).status).toBe(200);
    expect((await ask({ url: "http://127.0.0.1:3370/tickers/NVDA" })).status).toBe(404);
  });

  test.each(["evil.example", "192.168.1.7:3000", "localhost.evil.example:3000"])("believes no Host that is not this machine: %s", async (host) => {
    expect((await ask({ url: `http://${host}/tickers/NVDA` }, host)).status).toBe(404);
  });

  test("answers for the home page, as its own link asks", async () => {
    expect(await (await ask({ url: "http://localhost:3000/" })).json()).toMatchObject({ type: "link", version: "1.0" });
    expect(await (await ask({ url: "http://localhost:3000" })).json()).toMatchObject({ type: "link" });
  });

  test.each([
    ["http://localhost:3000/articles/deepseek-sputnik"],
    ["http://localhost:3000/tickers/OPENAI"],
    ["http://localhost:3000/articles/deepseek-sputnik/claims/chamath-6"],
  ])("%s has no one chart: a link", async (url) => {
    expect(await (await ask({ url })).json()).toMatchObject({ type: "link" });
  });

  test.each([
    [404, { url: "https://example.com/tickers/NVDA" }],
    [404, { url: "http://localhost.example.com:3000/tickers/NVDA" }],
    [404, { url: "http://localhost:3000@example.com/tickers/NVDA" }],
    [404, { url: "http://localhost:3000/tickers/NOPE" }],
    [404, { url: "http://localhost:3000/method" }],
    [404, { url: "http://localhost:3000/tickers/__proto__" }],
    [400, { url: "javascript:alert(1)" }],
    [400, { url: "/tickers/NVDA" }],
    [400, {} as { url: string }],
    [400, { url: NVDA, maxwidth: "0" }],
    [400, { url: NVDA, maxheight: "1e3" }],
    [400, { url: NVDA, callback: "x" }],
    [501, { url: NVDA, format: "xml" }],
  ])("%i for %o", async (status, query) => {
    const answer = await ask(query);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toHaveProperty("error");
  });
});
