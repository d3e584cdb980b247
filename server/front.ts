import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { logToStderr as log } from "../lib/io/process/event-log.ts";
import { isDraining } from "../lib/io/process/lifecycle.ts";
import { clientKey } from "./client-key.ts";
import { pointsFor } from "./rate-limit.ts";
import type { RateLimit } from "./rate-limit.ts";
import { isReadElsewhere, refusalOf } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import { keepOwnHeaders } from "./request-headers.ts";
import { drawnDirectives, prerenderedCaching, securityHeaders } from "./response-headers.ts";
import type { ScriptPolicies } from "./script-policies.ts";

export interface FrontOptions {
  /** Next. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  scripts: ScriptPolicies;
  limit: RateLimit;
  trustedProxies: number;
  alwaysSecure: boolean;
}

/**
 * What stands before Next, in the same process: it refuses what is no question of ours, counts what a
 * client asks, gives every answer its headers and writes one line about each. Here and not in
 * `proxy.ts`, which knows no socket, does not see every answer, and costs each page it looks at.
 */
export function createFront({ handle, scripts, limit, trustedProxies, alwaysSecure }: FrontOptions): Server {
  const prerendered = new Set(scripts.prerendered);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = "/", ...rest] = (request.url ?? "/").split("?");
    const query = rest.join("?");
    const secure = alwaysSecure || request.headers["x-forwarded-proto"] === "https";
    const nonce = randomBytes(16).toString("base64");
    addHeaders(response, { path, secure, fallback: (failed) => drawnDirectives(nonce, scripts.everywhere, failed ? scripts.failureStyles : []) });
    logRequest(request.method ?? "", path, response);

    const refusal = refusalOf(request) ?? (await tooMany(request, path, query));
    if (refusal !== null) return refuse(response, path, refusal);
    keepOwnHeaders(request.headers);
    // Next's own pages have addresses too, and the one for a failure answers 500 to whoever asks.
    if (path.startsWith("/_") && !path.startsWith("/_next/")) request.url = "/_not-found";
    // Next takes the nonce for the scripts it writes out of this header.
    request.headers["content-security-policy"] = `script-src 'nonce-${nonce}'`;
    try {
      await handle(request, response);
    } catch (error) {
      log("failed", { path, error: error instanceof Error ? error.message : String(error) });
      if (response.headersSent) response.destroy();
      else refuse(response, path, { status: 500, message: "Internal error." });
    }
  }

  async function tooMany({ socket, headers }: IncomingMessage, path: string, query: string): Promise<Refusal | null> {
    const forwarded = headers["x-forwarded-for"];
    const client = clientKey(socket.remoteAddress, typeof forwarded === "string" ? forwarded : forwarded?.join(","), trustedProxies);
    const seconds = await limit(client, pointsFor(path, query, prerendered));
    if (seconds === null) return null;
    return { status: 429, message: `Too many requests; retry in ${seconds} s.`, headers: { "retry-after": `${seconds}` } };
  }

  // Whoever is slow to ask gives way. A kept connection outlasts a balancer's own patience, usually 60 s:
  // closed first from here, it could be just as a question is written to it.
  const times = { headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };
  const server = createServer(times, (request, response) => void answer(request, response));
  server.on("clientError", (error, socket) => {
    const tooLarge = "code" in error && error.code === "HPE_HEADER_OVERFLOW";
    if (!socket.writable) return void socket.destroy();
    const { "content-security-policy": policy = "", ...others } = securityHeaders({ path: "", contentType: "text/plain", own: null, secure: false }, "");
    const lines = Object.entries({ ...others, "content-security-policy": policy, "content-length": "0", connection: "close" });
    socket.end(`HTTP/1.1 ${tooLarge ? "431 Request Header Fields Too Large" : "400 Bad Request"}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
  });
  return server;
}

/** Puts our headers on whatever is about to be sent, by whomever. */
function addHeaders(response: ServerResponse, { path, secure, fallback }: { path: string; secure: boolean; fallback: (failed: boolean) => string }): void {
  const send = response.writeHead;
  const withHeaders = (...args: unknown[]): ServerResponse => {
    if (!response.headersSent) {
      const own = response.getHeader("content-security-policy");
      const contentType = String(response.getHeader("content-type") ?? (response.statusCode === 304 ? "text/html" : ""));
      const headers = securityHeaders({ path, contentType, secure, own: own === undefined ? null : String(own) }, fallback(response.statusCode >= 500));
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (response.statusCode < 400 && String(response.getHeader("cache-control")).startsWith("s-maxage=")) response.setHeader("cache-control", prerenderedCaching);
      if (isDraining()) response.setHeader("connection", "close");
    }
    return Reflect.apply(send, response, args);
  };
  response.writeHead = withHeaders;
}

/** One line per request, when it is over. A file of the build is worth one only when it was not there. */
function logRequest(method: string, path: string, response: ServerResponse): void {
  const began = performance.now();
  response.on("close", () => {
    if (path.startsWith("/_next/static/") && response.statusCode < 400) return;
    log("request", {
      method: method.slice(0, 20),
      path: path.slice(0, 200),
      status: response.statusCode,
      ms: Math.round((performance.now() - began) * 10) / 10,
      finished: response.writableFinished,
    });
  });
}

function refuse(response: ServerResponse, path: string, { status, message, headers = {} }: Refusal): void {
  const json = isReadElsewhere(path);
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("content-type", json ? "application/json" : "text/plain; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  // `Problem` of the API's document; a page of another site may read it, and how long to wait.
  if (json) for (const [name, value] of Object.entries({ "access-control-allow-origin": "*", "access-control-expose-headers": "etag, retry-after" })) response.setHeader(name, value);
  response.end(json ? JSON.stringify({ error: { detail: message } }) : `${message}\n`);
}
