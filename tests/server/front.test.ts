import { request } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import { connect } from "node:net";
import { computeCacheBustingSearchParam } from "next/dist/shared/lib/router/utils/cache-busting-search-param.js";
import { brotliCompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { corsHeaders } from "../../app/api/cross-origin.ts";
import { problem } from "../../lib/io/contract/problem-schema.ts";
import type { BuiltAnswer, BuiltAnswers } from "../../server/built-answers.ts";
import { DrawerGone } from "../../server/drawer-process.ts";
import type { Drawn, Question } from "../../server/drawer-process.ts";
import { DrawingQueue } from "../../server/drawing-queue.ts";
import { DrawnAnswers } from "../../server/drawn-answers.ts";
import { createFront } from "../../server/front.ts";
import type { FrontOptions } from "../../server/front.ts";
import { memoryRateLimit } from "../../server/rate-limit.ts";
import { staticAnswers } from "../../server/static-answers.ts";

let server: Server;
let lines: { event: string; [field: string]: unknown }[];
let questions: Question[];

const text = (body: string, headers: Record<string, string> = { "content-type": "text/html; charset=utf-8" }): Drawn => ({
  status: 200,
  headers,
  body: Buffer.from(body),
});

/** A front before a stand-in for Next that says what it was asked. */
async function start(options: Partial<FrontOptions> & { next?: (question: Question, gone: AbortSignal) => Promise<Drawn> } = {}): Promise<void> {
  const { next = (question) => Promise.resolve(text(JSON.stringify(question))), ...others } = options;
  const bounds = { atOnce: 2, waiting: 4, perClient: Infinity, patienceMs: 60_000 };
  server = createFront({
    drawer: {
      ask(question, gone) {
        questions.push(question);
        return next(question, gone);
      },
    },
    queues: { drawing: new DrawingQueue(bounds), answering: new DrawingQueue(bounds) },
    drawn: new DrawnAnswers({ everywhere: ["'sha256-x'"], failureStyles: ["'sha256-y'"] }),
    built: staticAnswers(built, Buffer.concat([page, brotliCompressSync(page), gzipSync(page)])),
    readiness: () => Promise.resolve(null),
    limit: () => Promise.resolve(null),
    trustedProxies: 0,
    alwaysSecure: false,
    log: (event, fields) => void lines.push({ event, ...fields }),
    ...others,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}

/** A build of one page, the page for what is not there, and one script. */
const page = Buffer.from("<!DOCTYPE html><p>The page of the build</p>".repeat(50));
const own = "script-src 'self' 'sha256-z'; style-src 'self'";
const forms = {
  br: [page.length, brotliCompressSync(page).length],
  gzip: [page.length + brotliCompressSync(page).length, gzipSync(page).length],
} satisfies BuiltAnswer["forms"];
const built: BuiltAnswers = {
  answers: [
    {
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": own, etag: 'W/"page"', "cache-control": "public, max-age=0" },
      forms,
    },
    {
      status: 404,
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": own, etag: 'W/"none"', "cache-control": "public, max-age=0" },
      forms,
    },
    { status: 200, headers: { "content-type": "application/javascript", "cache-control": "immutable" }, forms: { identity: [0, page.length] } },
  ],
  routes: {
    "/": { whole: 0, router: { whole: 2, segments: { "/_tree": 2 } }, choosing: ["speaker", "base"] },
    "/tickers/^VIX": { whole: 0, choosing: [] },
    "/_not-found": { whole: 1, choosing: [] },
    "/_next/static/a.js": { whole: 2, choosing: [] },
  },
};

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  bytes: Buffer;
}

function port(): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function get(path: string, { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port: port(), path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts), body: Buffer.concat(parts).toString() }),
      );
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(port(), "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => (answer += chunk));
    socket.on("close", () => resolve(answer));
    socket.on("error", () => resolve(answer));
  });
}

beforeEach(() => {
  lines = [];
  questions = [];
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe("every answer", () => {
  it.each(["/", "/api/tickers", "/_next/static/x.js", "/nothing"])("%s has the headers that keep it safe", async (path) => {
    await start();
    const { headers } = await get(path);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "strict-origin-when-cross-origin" });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]).not.toMatch(/unsafe-(inline|eval)/);
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  it("has them when it was refused, or could not even be read", async () => {
    await start();
    expect((await get("/", { method: "POST" })).headers["content-security-policy"]).toContain("default-src 'none'");
    const answer = await raw("GARBAGE\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain("x-content-type-options: nosniff");
    expect(await raw(`GET / HTTP/1.1\r\nhost: x\r\nx: ${"a".repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1.1 431 /);
  });

  it("carries a built page's own policy", async () => {
    await start();
    expect((await get("/")).headers["content-security-policy"]).toContain(own);
  });

  it("carries the policy of a page that Next has from the build, where Next sends one", async () => {
    await start({ next: () => Promise.resolve(text("x", { "content-type": "text/html", "content-security-policy": own })) });
    expect((await get("/drawn")).headers["content-security-policy"]).toContain(own);
  });

  it("lets of a drawn page those scripts run that carry the nonce Next was given, by their hash, and no others", async () => {
    await start({
      next({ headers }) {
        const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
        return Promise.resolve(
          text(`<script nonce="${nonce}">alert('Hello, world.');</script><script>planted()</script><script nonce="guess">planted()</script>`),
        );
      },
    });
    const policy = (await get("/tickers/NVDA?range=1y")).headers["content-security-policy"];
    // From the example in W3C's Content Security Policy Level 3, "hash-source".
    expect(policy).toContain("script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=' 'sha256-x'; style-src");
    expect(policy).not.toContain("nonce-");
  });

  it("is held to https where a proxy of ours says that the reader came by https", async () => {
    await start({ trustedProxies: 1 });
    expect((await get("/", { headers: { "x-forwarded-proto": "https" } })).headers["strict-transport-security"]).toContain("max-age=31536000");
    expect((await get("/")).headers["strict-transport-security"]).toBeUndefined();
  });

  it("does not believe a reader who says so himself", async () => {
    await start();
    const { headers } = await get("/", { headers: { "x-forwarded-proto": "https" } });
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
  });

  it("is held to https where every reader comes by it", async () => {
    await start({ alwaysSecure: true });
    expect((await get("/")).headers["strict-transport-security"]).toBeDefined();
  });

  it("may be framed elsewhere only below /embed/", async () => {
    await start();
    const { headers } = await get("/embed/claims/brown-10");
    expect(headers["content-security-policy"]).toContain("frame-ancestors *");
    expect(headers["x-frame-options"]).toBeUndefined();
    for (const path of ["/embed", "/embedded/x", "/x/embed/y", "/?/embed/"]) expect((await get(path)).headers["x-frame-options"]).toBe("DENY");
  });

  it("keeps a failure's stack to itself and stays up", async () => {
    await start({ next: () => Promise.reject(new Error("secret at /root/x.ts:1")) });
    const { status, body, headers } = await get("/drawn");
    expect({ status, body }).toEqual({ status: 500, body: "Internal error.\n" });
    expect(headers["x-content-type-options"]).toBe("nosniff");
    for (const path of ["/api/x", "/tickers/NVDA.csv?range=1y", "/data/prices.csv", "/share/tickers/NVDA.png"]) {
      expect((await get(path)).body, path).toBe('{"error":{"detail":"Internal error."}}');
    }
    expect(
      lines.filter(({ event }) => event === "failed"),
      "the log has the cause, once",
    ).toHaveLength(1);
    expect(lines.find(({ event }) => event === "failed")?.["error"]).toBe("Error: secret at /root/x.ts:1");
  });
});

describe("what is no question of ours", () => {
  const refused: [what: string, status: number, path: string, options?: Parameters<typeof get>[1]][] = [
    ["another method", 405, "/api/tickers", { method: "POST" }],
    ["a method nobody knows", 405, "/", { method: "PROPFIND" }],
    ["another server's address", 400, "http://192.0.2.1/"],
    ["an address that reads as another host", 400, "//192.0.2.1/"],
    ["broken percent-encoding", 400, "/tickers/%E0%A4%A"],
    ["a zero byte", 400, "/tickers/%00"],
    ["a back slash", 400, "/\\192.0.2.1/"],
    ["a part that leads up", 400, "/_next/static/../../compare"],
    ["the same, encoded", 400, "/embed/%2e%2e/tickers/NVDA"],
    ["the same, half encoded", 400, "/embed/.%2E/tickers/NVDA"],
    ["the same behind an encoded slash", 400, "/embed/..%2Ftickers/NVDA"],
    ["a part that stays", 400, "/./_global-error"],
    ["a part that leads up at the end", 400, "/a/.."],
    ["a very long address", 414, `/?q=${"x".repeat(5000)}`],
    ["a very long name", 414, `/tickers/${"x".repeat(300)}`],
    ["very many parameters", 400, `/?${"a=&".repeat(60)}`],
    ["a large body", 413, "/api/tickers", { body: "x".repeat(20_000), headers: { "content-length": "20000" } }],
    ["an endless body", 413, "/api/tickers", { body: "x", headers: { "transfer-encoding": "chunked" } }],
  ];
  it.each(refused)("%s is answered %d", async (_, status, path, options) => {
    await start();
    const answer = await get(path, options);
    expect(answer.status).toBe(status);
    expect(questions).toEqual([]);
    if (status === 405) expect(answer.headers.allow).toBe(path.startsWith("/api/") ? "GET, HEAD, OPTIONS" : "GET, HEAD");
  });

  it("a browser may ask first for what other sites may read, and for nothing else", async () => {
    await start();
    for (const path of ["/api/tickers", "/tickers/NVDA.csv?range=1y", "/data/prices.csv"]) expect((await get(path, { method: "OPTIONS" })).status).toBe(200);
    for (const path of ["/", "/tickers/NVDA", "/tickers/NVDA?format=csv"]) expect((await get(path, { method: "OPTIONS" })).status).toBe(405);
  });

  it("a small body is read past", async () => {
    await start();
    expect((await get("/", { body: "x", headers: { "content-length": "1" } })).status).toBe(200);
  });

  it("headers that Next or nobody here reads do not get in", async () => {
    await start();
    const sent = {
      "x-middleware-subrequest": "proxy:proxy:proxy",
      "x-forwarded-host": "evil.example",
      "x-matched-path": "/x",
      "x-claimtape-lane": "answering",
      cookie: "__prerender_bypass=1",
      rsc: "1",
    };
    await get("/drawn", { headers: { ...sent, "next-router-state-tree": "no tree" } });
    expect(Object.keys(questions[0]?.headers ?? {}).toSorted()).toEqual([
      "content-security-policy",
      "host",
      "rsc",
      "user-agent",
      "x-claimtape-lane",
      "x-forwarded-proto",
    ]);
    expect(questions[0]?.headers["x-claimtape-lane"]).toBe("drawing");
  });

  const trees: [tree: string, read: boolean][] = [
    ['["",{"children":["__PAGE__",{}]}]', true],
    ['["",{"children":["articles",{"children":[["slug","deepseek-sputnik","d",null],{}]}]},null,null,1]', true],
    ["[[],{}]", false],
    ['["",{},123]', false],
    ['["",{},"/","refetch"]', false],
    ['["",{"children":[["slug","x"],{}]}]', false],
    ["no tree", false],
  ];
  it.each(trees)("of a router's trees Next gets those it can read: %s", async (tree, read) => {
    await start();
    await get("/drawn", { headers: { "next-router-state-tree": encodeURIComponent(tree) } });
    expect(questions[0]?.headers["next-router-state-tree"]).toBe(read ? encodeURIComponent(tree) : undefined);
  });

  it.each([
    "/_global-error",
    "/_next/image",
    "/api/files/png/compare",
    "/api/data/prices.csv",
    "/%61pi/files/csv/compare",
    "/tickers/NVDA/view",
    "/tickers/NVDA/view/",
    "/compare/view",
    "/articles/a/filtered",
    "/articles/a/claims/b/view",
    "/articles/a/arguments/chosen",
    "/search/found",
    "/no-such-ticker/foo",
  ])("%s is an address of our insides and of nothing outside", async (path) => {
    await start();
    const { status, headers } = await get(path);
    expect(status).toBe(404);
    expect(headers["cache-control"]).toContain("no-store");
    expect(questions).toEqual([]);
  });

  const heads: [what: string, head: string, status: number][] = [
    ["two hosts", "GET / HTTP/1.1\r\nhost: a\r\nHost: b\r\n", 400],
    ["no host", "GET / HTTP/1.1\r\n", 400],
    ["something expected", "GET / HTTP/1.1\r\nhost: a\r\nexpect: x\r\n", 417],
  ];
  it.each(heads)("%s: refused with our headers", async (_, head, status) => {
    await start();
    const answer = await raw(`${head}connection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain("x-content-type-options: nosniff");
  });

  it("a body that is not read ends the connection, and is not answered as a request", async () => {
    await start();
    const answer = await raw("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nnonsense\r\n\r\n");
    expect(answer.match(/^HTTP\/1.1 \d+/gm)).toEqual(["HTTP/1.1 405"]);
  });
});

describe("what the build holds", () => {
  it.each([
    ["br", brotliCompressSync(page)],
    ["gzip", gzipSync(page)],
  ])("is sent as it was compressed: %s", async (encoding, bytes) => {
    await start();
    const got = await get("/", { headers: { "accept-encoding": encoding } });
    expect(got.headers).toMatchObject({ "content-encoding": encoding, "content-length": `${bytes.length}` });
    expect(got.bytes).toEqual(bytes);
  });

  it("is sent unpacked to who takes neither form", async () => {
    await start();
    const got = await get("/", { headers: { "accept-encoding": "br;q=0, deflate" } });
    expect(got.headers["content-encoding"]).toBeUndefined();
    expect(got.bytes).toEqual(page);
  });

  it("is not sent to who has it", async () => {
    await start();
    const got = await get("/", { headers: { "if-none-match": '"other", "page"' } });
    expect(got).toMatchObject({ status: 304, body: "" });
    expect(got.headers).toMatchObject({ etag: 'W/"page"', "x-frame-options": "DENY" });
  });

  it("is told of without being sent", async () => {
    await start();
    const got = await get("/", { method: "HEAD", headers: { "accept-encoding": "gzip" } });
    expect(got).toMatchObject({ status: 200, body: "" });
    expect(got.headers["content-length"]).toBe(`${gzipSync(page).length}`);
  });

  it("is answered without Next, however it is spelled and whatever follows that chooses nothing", async () => {
    await start();
    for (const path of ["/", "/?utm_source=x", "/tickers/%5EVIX", "/tickers/^VIX?speaker=1", "/_next/static/a.js?x"])
      expect((await get(path)).status).toBe(200);
    expect(questions).toEqual([]);
    await get("/?speaker=brown");
    expect(questions).toHaveLength(1);
  });

  it("goes to the router where it names what it asks for by the right digest", async () => {
    await start();
    const router = { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" };
    const digest = await computeCacheBustingSearchParam("1", "/_tree", undefined, undefined);
    expect((await get(`/?_rsc=${digest}`, { headers: router })).headers["content-type"]).toBe("application/javascript");
    expect(questions).toEqual([]);
    await get("/?_rsc=other", { headers: router });
    await get(`/?_rsc=${digest}`, { headers: { ...router, "next-router-segment-prefetch": "/none" } });
    expect(questions, "Next says where to go").toHaveLength(2);
  });
});

describe("what is drawn", () => {
  it("is drawn once for all who ask while it is, and for those who ask soon after", async () => {
    const drawing = Promise.withResolvers<Drawn>();
    await start({ next: () => drawing.promise });
    const asked = Array.from({ length: 5 }, () => get("/compare?lines=SPY"));
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    drawing.resolve(text("drawn"));
    expect((await Promise.all(asked)).map(({ body }) => body)).toEqual(Array(5).fill("drawn"));
    expect((await get("/compare?lines=SPY")).body).toBe("drawn");
    expect(questions).toHaveLength(1);
  });

  it("is not the same for another host, another query or another form of it", async () => {
    await start();
    await get("/compare?lines=SPY");
    await get("/compare?lines=SPY", { headers: { host: "other.example" } });
    await get("/compare?lines=NVDA");
    await get("/compare?lines=SPY", { headers: { rsc: "1" } });
    expect(questions).toHaveLength(4);
  });

  it("is compressed once, and named so that who has it gets it no more", async () => {
    const body = "a,b\n".repeat(1000);
    await start({ next: () => Promise.resolve(text(body, { "content-type": "text/csv", etag: '"x"' })) });
    const one = await get("/data/prices.csv", { headers: { "accept-encoding": "gzip" } });
    expect(one.headers).toMatchObject({ "content-encoding": "gzip", etag: 'W/"x"', vary: "Accept-Encoding" });
    expect(gunzipSync(one.bytes).toString()).toBe(body);
    expect((await get("/data/prices.csv", { headers: { "if-none-match": '"x"' } })).status).toBe(304);
    expect(questions).toHaveLength(1);
  });

  it("is bounded: so much at once, so much waiting, then 503 and when to come back", async () => {
    const hold = Promise.withResolvers<Drawn>();
    await start({ next: () => hold.promise });
    const asked = Array.from({ length: 9 }, (_, n) => get(`/compare?lines=${n}`));
    const refused = (await Promise.all(asked.slice(6))).map(({ status, headers }) => [status, headers["retry-after"]]);
    expect(refused).toEqual(Array(3).fill([503, "3"]));
    expect(questions, "two at once").toHaveLength(2);
    expect((await get("/api/health/live")).body).toBe('{"status":"live"}');
    expect((await get("/")).status, "the build is answered all the same").toBe(200);
    hold.resolve(text("drawn"));
    expect((await Promise.all(asked.slice(0, 6))).map(({ status }) => status)).toEqual(Array(6).fill(200));
  });

  it("stops when nobody waits for it any more", async () => {
    const stopped = Promise.withResolvers<void>();
    await start({
      next: (_, gone) =>
        new Promise((__, reject) => {
          gone.addEventListener("abort", () => {
            stopped.resolve();
            reject(gone.reason);
          });
        }),
    });
    const leaving = request({ host: "127.0.0.1", port: port(), path: "/compare?lines=SPY", agent: false }).on("error", () => {});
    leaving.end();
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    leaving.destroy();
    await stopped.promise;
  });

  it("is answered 503 while Next is being started again", async () => {
    await start({ next: () => Promise.reject(new DrawerGone("it ended")) });
    const { status, headers } = await get("/compare?lines=SPY");
    expect([status, headers["retry-after"]]).toEqual([503, "2"]);
  });

  it("comes in the order in which one connection asked, one after another", async () => {
    const open: ((drawn: Drawn) => void)[] = [];
    await start({ next: () => new Promise((resolve) => open.push(resolve)) });
    const answer = raw("GET /a HTTP/1.1\r\nhost: a\r\n\r\nGET /b HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
    await vi.waitFor(() => expect(open).toHaveLength(1));
    expect(questions.map(({ url }) => url)).toEqual(["/a"]);
    open[0]?.(text("first"));
    await vi.waitFor(() => expect(open).toHaveLength(2));
    open[1]?.(text("second"));
    expect(await answer).toMatch(/first[\s\S]*second[\s\S]*The page of the build/);
  });

  it("is not asked for a connection that sends very many ahead", async () => {
    await start();
    expect(await raw("GET /a HTTP/1.1\r\nhost: a\r\n\r\n".repeat(100))).toBe("");
  });
});

describe("health", () => {
  it("is ready when each kind of thing can be drawn, and says why where not", async () => {
    await start();
    expect((await get("/api/health/ready")).status).toBe(200);
    server.close();
    await start({ readiness: () => Promise.resolve("/tickers/SPY.png is answered 500.") });
    const { status, body } = await get("/api/health/ready");
    expect(status).toBe(503);
    expect(problem.parse(JSON.parse(body)).error.detail).toBe("/tickers/SPY.png is answered 500.");
  });
});

describe("who asks very much", () => {
  it("waits, is told how long, and cannot become somebody else by a header", async () => {
    await start({ limit: memoryRateLimit(3) });
    const ask = (n: number) => get("/api/tickers", { headers: { "x-forwarded-for": `198.51.100.${n}` } });
    expect([(await ask(1)).status, (await ask(2)).status, (await ask(3)).status]).toEqual([200, 200, 200]);
    const { status, headers, body } = await ask(4);
    expect(status).toBe(429);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(headers["retry-after"])).toBeLessThanOrEqual(60);
    expect(problem.parse(JSON.parse(body)).error.detail).toContain("Too many requests");
    expect(headers).toMatchObject(corsHeaders);
    // Pages of the build, files and health cost nothing.
    for (const free of ["/", "/?_rsc=1a2b3", "/?utm_source=x", "/_next/static/a.js?v=1", "/tickers/%5EVIX", "/api/health/live"])
      expect((await get(free)).status).toBe(200);
    for (const drawn of ["/?speaker=brown", "/?base=open", "/?_rsc=1a2b3&speaker=brown", "/?_rsc=1?&speaker=brown"])
      expect((await get(drawn)).status).toBe(429);
  });

  it("is told apart by a proxy of ours", async () => {
    await start({ limit: memoryRateLimit(1), trustedProxies: 1 });
    const ask = (n: number) => get("/api/tickers", { headers: { "x-forwarded-for": `6.6.6.6, 198.51.100.${n}` } });
    expect([(await ask(1)).status, (await ask(2)).status, (await ask(1)).status]).toEqual([200, 200, 429]);
  });

  it("is counted as the proxy where the proxy wrote no address, and the log says so once", async () => {
    await start({ trustedProxies: 1 });
    for (const n of [1, 2]) await get("/api/tickers", { headers: { "x-forwarded-for": `unknown${n}` } });
    expect(lines.filter(({ event }) => event === "forwarded-for-unreadable")).toHaveLength(1);
  });

  it("pays for the bytes of an answer too", async () => {
    const spent: number[] = [];
    const limit = (_: string, points: number) => Promise.resolve(void spent.push(points)).then(() => null);
    await start({ limit, next: () => Promise.resolve(text("x".repeat(300 * 1024), { "content-type": "image/png" })) });
    await get("/tickers/SPY.png");
    await vi.waitFor(() => expect(spent).toEqual([10, 2]));
  });
});

describe("the log", () => {
  it("has a line per request, without what a reader typed or where they are", async () => {
    await start();
    await get("/search?q=my+secret", { headers: { "x-forwarded-for": "198.51.100.7" } });
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(lines[0]).toMatchObject({ event: "request", method: "GET", path: "/search", status: 200, finished: true });
    expect(JSON.stringify(lines[0])).not.toMatch(/secret|198\.51|127\.0/);
  });
});
