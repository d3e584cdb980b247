import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { LogEvent } from "../lib/io/process/event-log.ts";
import { isDraining } from "../lib/io/process/lifecycle.ts";
import type { BuiltAnswer } from "./built-answers.ts";
import { clientKey } from "./client-key.ts";
import { encodingFor, holds } from "./content-encoding.ts";
import { DrawerGone } from "./drawer-process.ts";
import type { Drawer } from "./drawer-process.ts";
import type { DrawnAnswer, DrawnAnswers } from "./drawn-answers.ts";
import { Busy } from "./drawing-queue.ts";
import type { DrawingQueue } from "./drawing-queue.ts";
import { causeOf, oncePerKind } from "./failures.ts";
import { laneHeader, laneOf } from "./lanes.ts";
import type { Lane } from "./lanes.ts";
import { isInternal, placeOf, queryOf } from "./internal-addresses.ts";
import { pointsFor, pointsForBytes } from "./rate-limit.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Readiness } from "./readiness.ts";
import { Readers } from "./readers.ts";
import { isReadElsewhere, refusalOf } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import { keptHeaders } from "./request-headers.ts";
import { securityHeaders } from "./response-headers.ts";
import type { StaticAnswers } from "./static-answers.ts";

export interface FrontOptions {
  drawer: Pick<Drawer, "ask">;
  queues: Record<Lane, DrawingQueue>;
  drawn: DrawnAnswers;
  built: StaticAnswers;
  readiness: Readiness;
  limit: RateLimit;
  trustedProxies: number;
  alwaysSecure: boolean;
  log: LogEvent;
  readers?: Readers;
}

/** What we know of a request once it is not refused. */
interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  /** The decoded path. */
  place: string;
  query: string;
  secure: boolean;
}

/** Bytes that may wait for readers in all; then nothing more is drawn until some have read. */
const mostWaitingBytes = 64 * 2 ** 20;

/** A page of another site may read why it was refused, and how long to wait. Such a body is `Problem` of the API's document. */
const corsHeaders = { "access-control-allow-origin": "*", "access-control-expose-headers": "etag, retry-after" };

/**
 * What stands before Next. It refuses what is no question of ours, answers from memory what the build holds
 * and what was drawn a moment ago, counts the rest for each client, lets so much of it be drawn at once, and
 * gives every answer its headers and a line in the log.
 */
export function createFront({ drawer, queues, drawn, built, readiness, limit, trustedProxies, alwaysSecure, log, readers = new Readers() }: FrontOptions): Server {
  const complain = oncePerKind(log);
  /** Connections whose request was refused with its body unread: what follows on them is that body. */
  const refused = new WeakSet<object>();

  function receive(request: IncomingMessage, response: ServerResponse): void {
    const turn = readers.turn(request, response);
    if (turn === true) answer(request, response);
    else void turn.then((stillThere) => stillThere && answer(request, response));
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? "/";
    const place = placeOf(url) ?? "";
    const asked: Asked = { request, response, place, query: queryOf(url), secure: alwaysSecure || (trustedProxies > 0 && request.headers["x-forwarded-proto"] === "https") };
    logRequest(asked);
    const refusal = refusalOf(request);
    if (refusal !== null) return refuse(asked, refusal);
    if (place === "/api/health/live" && request.method !== "OPTIONS") return sendJson(asked, 200, { status: "live" });
    if (place === "/api/health/ready" && request.method !== "OPTIONS") return void ready(asked);
    if (isInternal(place) && !place.startsWith("/_next/static/")) return sendNotFound(asked);
    const found = built.find(place, asked.query, request.headers);
    if (found !== null) return sendBuilt(asked, found);
    if (place.startsWith("/_next/")) return refuse(asked, { status: 404, message: "Not Found" });
    void draw(asked);
  }

  async function ready(asked: Asked): Promise<void> {
    const problem = isDraining() ? "Shutting down." : await readiness();
    if (problem === null) sendJson(asked, 200, { status: "ready" });
    else sendJson(asked, 503, { error: { reason: isDraining() ? "stopping" : "not-ready", detail: problem } });
  }

  async function draw(asked: Asked): Promise<void> {
    const { request, response, place, query, secure } = asked;
    const gone = new AbortController();
    response.once("close", () => gone.abort(new Error("The reader left")));
    try {
      const client = clientOf(request);
      const key = keyOf(asked);
      const points = key !== null && drawn.has(key) ? 1 : pointsFor(place, query);
      const seconds = await limit(client, points);
      if (seconds !== null) return refuse(asked, { status: 429, message: `Too many requests; retry in ${seconds} s.`, headers: { "retry-after": `${seconds}` } });
      if (readers.waitingBytes() > mostWaitingBytes) throw new Busy("Too many answers are waiting to be read; retry in a moment.");
      const lane = laneOf(place);
      const nonce = randomBytes(16).toString("base64");
      const headers: Record<string, string> = {
        ...keptHeaders(request.headers),
        // A page is the same whoever reads it.
        "user-agent": "claimtape",
        "x-forwarded-proto": secure ? "https" : "http",
        [laneHeader]: lane,
        // Next takes the nonce for the scripts it writes out of this header.
        "content-security-policy": `script-src 'nonce-${nonce}'`,
      };
      if (key !== null) delete headers["if-none-match"];
      const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
      const made = await drawn.get(key, nonce, gone.signal, (_, abandoned) => queues[lane].run(client, abandoned, () => drawer.ask({ method, url: request.url ?? "/", headers }, abandoned)));
      const bytes = sendDrawn(asked, made);
      const more = pointsForBytes(bytes);
      if (more > 0) await limit(client, more);
    } catch (error) {
      if (gone.signal.aborted || response.headersSent) return void response.destroy();
      refuse(asked, refusalFor(error, place));
    }
  }

  function refusalFor(error: unknown, place: string): Refusal {
    if (error instanceof Busy) return { status: 503, message: error.message, headers: { "retry-after": `${error.retryAfter}` } };
    complain("failed", { path: place.slice(0, 200), ...causeOf(error) });
    if (error instanceof DrawerGone) return { status: 503, message: "The server is restarting; retry in 2 s.", headers: { "retry-after": "2" } };
    if (error instanceof Error && error.name === "TimeoutError") return { status: 503, message: "This took too long; retry in 10 s.", headers: { "retry-after": "10" } };
    return { status: 500, message: "Internal error." };
  }

  function clientOf({ socket, headers }: IncomingMessage): string {
    const { key, unreadable } = clientKey(socket.remoteAddress, headers["x-forwarded-for"]?.toString(), trustedProxies);
    if (unreadable) complain("forwarded-for-unreadable", { detail: `TRUSTED_PROXIES is ${trustedProxies}, but X-Forwarded-For holds no address there; readers are counted as their proxy.` });
    return key;
  }

  /** Once an answer is over: a line about it. A file of the build is worth one only when it was not there. */
  function logRequest({ request, response, place }: Asked): void {
    const began = performance.now();
    response.once("close", () => {
      if (place.startsWith("/_next/static/") && response.statusCode < 400) return;
      log("request", {
        method: (request.method ?? "").slice(0, 20),
        path: place.slice(0, 200),
        status: response.statusCode,
        ms: Math.round((performance.now() - began) * 10) / 10,
        finished: response.writableFinished,
      });
    });
  }

  /** Headers of an answer of the build for one kind of reader; the same objects again and again. */
  const builtHeaders = new WeakMap<BuiltAnswer, Map<string, Record<string, string>>>();

  function sendBuilt({ request, response, secure }: Asked, found: BuiltAnswer, more: Record<string, string> = {}): void {
    const wanted = encodingFor(request.headers["accept-encoding"]?.toString());
    const known = builtHeaders.get(found) ?? new Map<string, Record<string, string>>();
    builtHeaders.set(found, known);
    let headers = known.get(`${wanted} ${secure}`);
    if (headers === undefined) {
      const { bytes, encoding } = built.body(found, wanted);
      const { "content-security-policy": policy = null, ...own } = found.headers;
      headers = {
        ...own,
        ...securityHeaders({ path: "", contentType: own["content-type"] ?? "", policy, secure }),
        ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
        "content-length": `${bytes.length}`,
      };
      known.set(`${wanted} ${secure}`, headers);
    }
    if (found.status === 200 && holds(request.headers["if-none-match"], headers["etag"])) {
      const { "content-length": _, "content-type": __, "content-encoding": ___, ...rest } = headers;
      return finish(response, 304, rest);
    }
    finish(response, found.status, Object.keys(more).length === 0 ? headers : { ...headers, ...more }, request.method === "HEAD" ? undefined : built.body(found, wanted).bytes);
  }

  function sendNotFound(asked: Asked): void {
    if (asked.place.startsWith("/api/") || built.notFound === null) return refuse(asked, { status: 404, message: "There is nothing at this address." });
    sendBuilt(asked, built.notFound, { "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate" });
  }

  return listenFor();

  function listenFor(): Server {
    // Whoever is slow to ask gives way. A kept connection outlasts a balancer's own patience, usually 60 s:
    // closed first from here, it could be just as a question is written to it.
    const times = { headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };
    // Without Host is refused below, with our headers.
    const server = createServer({ ...times, requireHostHeader: false }, receive);
    server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
      const place = placeOf(request.url ?? "/") ?? "";
      refuse({ request, response, place, query: "", secure: alwaysSecure }, { status: 417, message: "The Expect header is not supported.", headers: { connection: "close" } });
    });
    server.on("clientError", (error, socket) => {
      if (!socket.writable || refused.has(socket)) return void socket.destroy();
      const tooLarge = "code" in error && error.code === "HPE_HEADER_OVERFLOW";
      const headers = { ...securityHeaders({ path: "", contentType: "text/plain", policy: null, secure: false }), "content-length": "0", connection: "close" };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.end(`HTTP/1.1 ${tooLarge ? "431 Request Header Fields Too Large" : "400 Bad Request"}\r\n${lines.join("")}\r\n`);
    });
    server.on("close", () => readers.close());
    return server;
  }

  function refuse(asked: Asked, { status, message, headers = {} }: Refusal): void {
    const { request, response, place, secure } = asked;
    // A body that was not read would be taken for the next request.
    const unread = request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
    if (unread) refused.add(request.socket);
    const json = isReadElsewhere(place);
    const type = json ? "application/json" : "text/plain; charset=utf-8";
    const body = Buffer.from(json ? JSON.stringify({ error: { detail: message } }) : `${message}\n`);
    finish(
      response,
      status,
      {
        ...securityHeaders({ path: place, contentType: type, policy: null, secure }),
        ...(json ? corsHeaders : {}),
        "content-type": type,
        "cache-control": "no-store",
        "content-length": `${body.length}`,
        ...headers,
        ...(unread ? { connection: "close" } : {}),
      },
      request.method === "HEAD" ? undefined : body,
    );
  }
}

/** @returns bytes sent */
function sendDrawn({ request, response, place, secure }: Asked, { status, headers, body, gzip, policy }: DrawnAnswer): number {
  const zipped = gzip !== null && encodingFor(request.headers["accept-encoding"]?.toString()) !== "identity";
  const { vary = "", etag, ...others } = headers;
  const tag = etag === undefined || etag.startsWith("W/") || gzip === null ? etag : `W/${etag}`;
  const all: Record<string, string> = {
    ...others,
    ...securityHeaders({ path: place, contentType: headers["content-type"] ?? "", policy, secure }),
    vary: [vary, "Accept-Encoding"].filter((part) => part !== "").join(", "),
    ...(tag === undefined ? {} : { etag: tag }),
  };
  if (status === 200 && holds(request.headers["if-none-match"], tag)) {
    const { "content-type": _, ...rest } = all;
    finish(response, 304, rest);
    return 0;
  }
  const bytes = zipped ? gzip : body;
  const bodiless = status === 204 || status === 304;
  finish(response, status, { ...all, ...(zipped ? { "content-encoding": "gzip" } : {}), ...(bodiless ? {} : { "content-length": `${bytes.length}` }) }, request.method === "HEAD" || bodiless ? undefined : bytes);
  return bytes.length;
}

function sendJson({ request, response, secure }: Asked, status: number, content: unknown): void {
  const body = Buffer.from(JSON.stringify(content));
  const headers = {
    ...securityHeaders({ path: "", contentType: "application/json", policy: null, secure }),
    ...corsHeaders,
    "cache-control": "no-store",
    "content-type": "application/json",
    "content-length": `${body.length}`,
  };
  finish(response, status, headers, request.method === "HEAD" ? undefined : body);
}

function finish(response: ServerResponse, status: number, headers: Record<string, string>, body?: Buffer): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, isDraining() ? { ...headers, connection: "close" } : headers);
  response.end(body);
}

/** Everything a drawn answer depends on; null where it is made anew each time, because a vendor is asked for it. */
function keyOf({ request: { method, url, headers }, place, secure }: Asked): string | null {
  if (method === "OPTIONS" || (place.startsWith("/api/") && !/^\/api\/articles(?:\/|$)/.test(place))) return null;
  const names = ["host", "rsc", "next-url", "next-router-prefetch", "next-router-segment-prefetch", "next-router-state-tree"];
  return JSON.stringify([url, secure, ...names.map((name) => headers[name] ?? null)]);
}
