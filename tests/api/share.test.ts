import { describe, expect, test } from "vitest";
import { GET } from "../../app/share/[...path]/route.ts";
import { problem } from "../../lib/io/contract/problem-schema.ts";

const ask = (path: string, headers: Record<string, string> = {}) => {
  const { pathname } = new URL(path, "http://localhost:3000");
  return GET(new Request(`http://localhost:3000/share${path}`, { headers }), {
    params: Promise.resolve({ path: decodeURIComponent(pathname).slice(1).split("/") }),
  });
};
/** Width and height out of a PNG’s first chunk (RFC 2083, 4.1.1). */
const size = (png: DataView) => [png.getUint32(0), png.getUint32(4), png.getUint32(16), png.getUint32(20)];

describe("GET /share/….png", () => {
  test.each([
    "/articles/deepseek-sputnik.png",
    "/articles/deepseek-sputnik/claims/brown-10.png",
    "/articles/deepseek-sputnik/claims/chamath-6.png",
    "/tickers/NVDA.png?base=open&range=1y",
    "/tickers/GSENEPOW.png",
    "/tickers/%5EVIX.png",
    "/tickers/9984.T.png",
    "/tickers/OPENAI.png",
    "/compare.png?lines=NVDA,META",
    "/compare.png",
  ])("%s is a PNG of 1200 × 630", async (path) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(size(new DataView(await answer.arrayBuffer()))).toEqual([0x89504e47, 0x0d0a1a0a, 1200, 630]);
  });

  test("is the same bytes for the same address, another picture for another view", async () => {
    const bytes = async (path: string) => Buffer.from(await (await ask(path)).arrayBuffer()).toString("base64");
    const first = await bytes("/tickers/NVDA.png");
    expect(await bytes("/tickers/NVDA.png?base=close")).toBe(first);
    expect(await bytes("/tickers/NVDA.png?base=open")).not.toBe(first);
  });

  test("is not sent again to who has it", async () => {
    const tag = (await ask("/tickers/NVDA.png")).headers.get("etag") ?? "";
    for (const known of [tag, tag.replace("W/", ""), `"other", ${tag}`, "*"]) {
      const answer = await ask("/tickers/NVDA.png", { "if-none-match": known });
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([304, "public, max-age=86400"]);
    }
    expect((await ask("/tickers/NVDA.png", { "if-none-match": '"other"' })).status).toBe(200);
  });

  test.each([
    [400, "/tickers/NVDA.png?base=nonsense"],
    [400, "/tickers/NVDA.png?measure=volume"],
    [400, "/tickers/NVDA.png?from=2030-01-01&to=2029-01-01"],
    [400, "/tickers/NVDA.png?size=9000"],
    [400, "/tickers/NVDA.png?base=open&base=close"],
    [400, "/compare.png?lines=NOPE"],
    // More lines than a chart holds.
    [400, "/compare.png?lines=NVDA,MSFT,GOOGL,META,AMZN,AAPL,TSLA,AVGO,AMD,MU,MRVL,TSM,ASML"],
    [400, "/articles/deepseek-sputnik.png?base=open"],
    [404, "/tickers/NOPE.png"],
    [404, "/tickers/NVDA"],
    [404, "/tickers/.png"],
    [404, "/method.png"],
    [404, "/articles/deepseek-sputnik/claims/nope.png"],
    [404, "/articles/nope.png"],
  ])("%i for %.70s", async (status, path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(problem.parse(await answer.json()).error).toHaveProperty("parameter");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });
});
