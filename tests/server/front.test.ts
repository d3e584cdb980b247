import { request } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { corsHeaders } from "../../app/api/cross-origin.ts";
import { problem } from "../../lib/io/contract/problem-schema.ts";
import { createFront } from "../../server/front.ts";
import type { FrontOptions } from "../../server/front.ts";
import { memoryRateLimit } from "../../server/rate-limit.ts";

let server: Server;
let lines: string[];

/** A front before a stand-in for Next that says what it was given. */
async function start(options: Partial<FrontOptions> = {}): Promise<void> {
  const handle = (asked: IncomingMessage, response: ServerResponse) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(JSON.stringify({ url: asked.url, headers: asked.headers }));
    return Promise.resolve();
  };
  const scripts = { everywhere: ["'sha256-x'"], failureStyles: ["'sha256-y'"], prerendered: ["/"] };
  server = createFront({ handle, scripts, limit: () => Promise.resolve(null), trustedProxies: 0, alwaysSecure: false, ...options });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function port(): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function get(path: string, { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port: port(), path, method, headers, agent: false }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
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
  vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
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

  it("carries a page's own policy where it has one, and else this answer's nonce, which Next was given", async () => {
    await start();
    const one = await get("/");
    const nonce = /'nonce-([^']+)'/.exec(one.headers["content-security-policy"]?.toString() ?? "")?.[1];
    expect(nonce).toHaveLength(24);
    expect(JSON.parse(one.body).headers["content-security-policy"]).toBe(`script-src 'nonce-${nonce}'`);
    expect((await get("/")).headers["content-security-policy"]).not.toContain(nonce);

    server.close();
    const own = "script-src 'self' 'sha256-z'; style-src 'self'";
    await start({
      handle: (_, response) => {
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.setHeader("content-security-policy", own);
        response.end();
        return Promise.resolve();
      },
    });
    const policy = (await get("/")).headers["content-security-policy"];
    expect(policy).toContain(own);
    expect(policy).not.toContain("nonce-");
  });

  it("is held to https only where the reader came by https", async () => {
    await start();
    expect((await get("/", { headers: { "x-forwarded-proto": "https" } })).headers["strict-transport-security"]).toContain("max-age=31536000");
    server.close();
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
    await start({ handle: () => Promise.reject(new Error("secret at /root/x.ts:1")) });
    const { status, body, headers } = await get("/");
    expect({ status, body }).toEqual({ status: 500, body: "Internal error.\n" });
    expect(headers["x-content-type-options"]).toBe("nosniff");
    for (const path of ["/api/x", "/tickers/NVDA.csv?range=1y", "/data/prices.csv", "/share/tickers/NVDA.png"]) {
      expect((await get(path)).body, path).toBe('{"error":{"detail":"Internal error."}}');
    }
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
    ["a very long address", 414, `/?q=${"x".repeat(5000)}`],
    ["a very long name", 414, `/tickers/${"x".repeat(300)}`],
    ["very many parameters", 400, `/?${"a=&".repeat(60)}`],
    ["a large body", 413, "/api/tickers", { body: "x".repeat(20_000), headers: { "content-length": "20000" } }],
    ["an endless body", 413, "/api/tickers", { body: "x", headers: { "transfer-encoding": "chunked" } }],
  ];
  it.each(refused)("%s is answered %d", async (_, status, path, options) => {
    const handle = vi.fn();
    await start({ handle });
    const answer = await get(path, options);
    expect(answer.status).toBe(status);
    expect(handle).not.toHaveBeenCalled();
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
    const sent = { "x-middleware-subrequest": "proxy:proxy:proxy", "x-forwarded-host": "evil.example", "x-matched-path": "/x", cookie: "__prerender_bypass=1", rsc: "1" };
    const got = JSON.parse((await get("/", { headers: { ...sent, "next-router-state-tree": "no tree" } })).body).headers;
    expect(Object.keys(got).toSorted()).toEqual(["connection", "content-security-policy", "host", "rsc"]);
    const tree = encodeURIComponent(JSON.stringify(["", { children: ["__PAGE__", {}] }]));
    expect(JSON.parse((await get("/", { headers: { "next-router-state-tree": tree } })).body).headers["next-router-state-tree"]).toBe(tree);
  });

  it("Next's own pages have no address", async () => {
    await start();
    expect(JSON.parse((await get("/_global-error")).body).url).toBe("/_not-found");
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
    for (const free of ["/", "/?_rsc=1a2b3", "/_next/static/a.js", "/api/health/live"]) expect((await get(free)).status).toBe(200);
    for (const drawn of ["/?speaker=brown", "/?base=open", "/?_rsc=1a2b3&speaker=brown", "/?_rsc=1?&speaker=brown", "/?bases=open"]) expect((await get(drawn)).status).toBe(429);
  });

  it("is told apart by a proxy of ours", async () => {
    await start({ limit: memoryRateLimit(1), trustedProxies: 1 });
    const ask = (n: number) => get("/api/tickers", { headers: { "x-forwarded-for": `6.6.6.6, 198.51.100.${n}` } });
    expect([(await ask(1)).status, (await ask(2)).status, (await ask(1)).status]).toEqual([200, 200, 429]);
  });
});

describe("the log", () => {
  it("has a line per request, without what a reader typed or where they are", async () => {
    await start();
    await get("/search?q=my+secret", { headers: { "x-forwarded-for": "198.51.100.7" } });
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ event: "request", method: "GET", path: "/search", status: 200, finished: true });
    expect(lines[0]).not.toMatch(/secret|198\.51|127\.0/);
  });
});
