import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { GET as getArticles } from "../../app/api/articles/route.ts";
import { GET as getArticle } from "../../app/api/articles/[slug]/route.ts";
import { GET as getTicker } from "../../app/api/tickers/[symbol]/route.ts";
import { impactOf, judgementOf } from "../../lib/impact.ts";

const SLUG = "deepseek-sputnik";
const verdictsIn = (judgement: Awaited<ReturnType<typeof judgementOf>>) => ("absent" in judgement ? judgement : judgement.verdicts);
const at = (path: string) => new Request(`http://localhost:3000${path}`);
const article = (slug: string, query = "") => getArticle(at(`/api/articles/${slug}${query}`), { params: Promise.resolve({ slug }) });
const ticker = (symbol: string, query = "") => getTicker(at(`/api/tickers/${symbol}${query}`), { params: Promise.resolve({ symbol }) });

describe("GET /api/articles", () => {
  test("lists them without their claims", async () => {
    const answer = await getArticles(at("/api/articles"));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ articles: [{ slug: SLUG, claims: (await impactOf(SLUG)).article.claims.length }] });
  });

  test("may be kept for five minutes", async () => {
    expect((await getArticles(at("/api/articles"))).headers.get("cache-control")).toBe("public, max-age=300");
  });

  test("takes no parameter", async () => {
    const answer = await getArticles(at("/api/articles?page=2"));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: { parameter: "page", value: "2", allowed: [] } });
  });
});

describe("GET /api/articles/{slug}", () => {
  test("sends the report the pages get", async () => {
    const answer = await article(SLUG);
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(await answer.json()).toEqual({ ...(await impactOf(SLUG)), verdicts: verdictsIn(await judgementOf(SLUG)) });
  });

  test("is made once, may be kept, and is not sent again to who has it", async () => {
    const first = await article(SLUG);
    expect(first.headers.get("cache-control")).toBe("public, max-age=300");
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[0-9a-f]{24}"$/);
    const again = async (held: string) => {
      const request = new Request(`http://localhost:3000/api/articles/${SLUG}`, { headers: { "if-none-match": held } });
      return getArticle(request, { params: Promise.resolve({ slug: SLUG }) });
    };
    for (const held of [tag, tag.slice(2), `"other", ${tag}`, "*"]) {
      const answer = await again(held);
      expect([answer.status, await answer.text(), answer.headers.get("etag")]).toEqual([304, "", tag]);
    }
    expect((await again('"other"')).status).toBe(200);
  });

  test("weighs what a phone can take", async () => {
    // 121 kB in November 2026. Past the bound, leave something out or give it an address of its own.
    expect(gzipSync(await (await article(SLUG)).text()).length).toBeLessThan(140_000);
  });

  test("offers what is near an unknown slug", async () => {
    const answer = await article("deepseek-sputnick");
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ error: { parameter: "slug", value: "deepseek-sputnick", nearest: [SLUG] } });
  });

  test("refuses an unknown parameter", async () => {
    expect((await article(SLUG, "?base=open")).status).toBe(400);
  });
});

describe("GET /api/tickers/{symbol}", () => {
  test("sends one instrument's report and the claims about it", async () => {
    const body = (await (await ticker("NVDA")).json()) as {
      article: unknown;
      report: { claims: string[]; moves: unknown };
      claims: { id: string }[];
    };
    // Reuters and LSEG: 142.62 to 118.42, −16.97 %.
    expect(body.report.moves).toMatchObject({ close: { basePrice: 142.62, eventPrice: 118.42 } });
    expect(body.claims.map(({ id }) => id)).toEqual(body.report.claims);
    expect(body.report.claims).toContain("brown-10");
    expect(body.article).toMatchObject({ slug: SLUG });
  });

  test("finds a symbol that is encoded in the address", async () => {
    expect((await ticker("%5EVIX")).status).toBe(200);
    expect((await ticker("^VIX")).status).toBe(200);
    expect((await ticker("%E0%A4%A")).status).toBe(404);
  });

  test("offers what is near an unknown symbol, and does not know an object's own names", async () => {
    const answer = await ticker("NVDIA");
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { parameter: "symbol", value: "NVDIA", nearest: expect.arrayContaining(["NVDA"]) as unknown } });
    expect((await ticker("constructor")).status).toBe(404);
    expect((await ticker("__proto__")).status).toBe(404);
  });

  test("takes an article and nothing else", async () => {
    expect((await ticker("NVDA", `?article=${SLUG}`)).status).toBe(200);
    for (const value of ["none", ""]) {
      const answer = await ticker("NVDA", `?article=${value}`);
      expect([answer.status, await answer.json()]).toEqual([400, { error: { parameter: "article", value, allowed: [SLUG] } }]);
    }
    const twice = await ticker("NVDA", `?article=${SLUG}&article=${SLUG}`);
    expect([twice.status, await twice.json()]).toEqual([400, { error: { parameter: "article", value: SLUG, allowed: ["one value"] } }]);
    expect((await ticker("NVDA")).headers.get("cache-control")).toBe("public, max-age=300");
    expect(await (await ticker("NVDA", "?artikel=x")).json()).toEqual({
      error: { parameter: "artikel", value: "x", allowed: ["article"] },
    });
  });
});
