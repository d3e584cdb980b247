import type { PriceFailureKind } from "./price-provider.ts";
import { otherOrigin } from "../process/loopback-origin.ts";

/** What went wrong between us and the vendor, in our words. */
export class VendorTrouble extends Error {
  readonly kind: PriceFailureKind;
  readonly retryAfterMs: number | undefined;
  constructor(kind: PriceFailureKind, message: string, retryAfterMs?: number) {
    super(message);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

const maxAnswerBytes = 8_000_000;

/**
 * The `fetch` handed to yahoo-finance2. It answers only with whole JSON of status 2xx and throws
 * `VendorTrouble` for the rest, because the library would lose the status of a 404, put a page of
 * HTML into an error message, write the URL of a 429 to stderr and follow a redirect to a consent page.
 *
 * `origin` sends every request somewhere else, `userAgent` calls us something else: Yahoo turns away some
 * names of programs, and serves the same chart from several hosts.
 */
export function boundedFetch(fetch: typeof globalThis.fetch, origin?: string, userAgent?: string): typeof globalThis.fetch {
  const other = origin === undefined ? null : otherOrigin(origin);

  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const target = other === null ? url : new URL(url.pathname + url.search, other);
    const headers = new Headers(init?.headers);
    if (userAgent !== undefined) headers.set("user-agent", userAgent);
    let response: Response;
    let body: string;
    try {
      response = await fetch(target, { ...init, headers, redirect: "manual" });
      body = await boundedText(response);
    } catch (error) {
      if (error instanceof VendorTrouble || init?.signal?.aborted) throw error;
      if (isGarbled(error)) throw new VendorTrouble("invalid-answer", "Yahoo's answer could not be unpacked.");
      throw new VendorTrouble("offline", `Yahoo could not be reached (${networkCode(error)}).`);
    }
    const answer = json(body);
    refuseStatus(response, vendorError(answer));
    if (answer === undefined) throw new VendorTrouble("invalid-answer", "Yahoo's answer is not JSON.");
    return Response.json(answer);
  };
}

function refuseStatus({ status, headers }: Response, error: { code: string; description: string } | null): void {
  const nothingThere = /no data found|data doesn't exist|not found/i;
  if (status === 404 || (error && nothingThere.test(`${error.code} ${error.description}`))) {
    throw new VendorTrouble("not-found", "Yahoo has nothing for that symbol in that range.");
  }
  if (status === 429) throw new VendorTrouble("rate-limited", "Yahoo asks for fewer requests (429).", retryAfter(headers));
  if (status >= 500) throw new VendorTrouble("offline", `Yahoo's server failed (${status}).`, retryAfter(headers));
  if (status === 400 || status === 422) throw new VendorTrouble("invalid-answer", `Yahoo refused the question (${status}).`);
  if (status < 200 || status >= 300) throw new VendorTrouble("offline", `Yahoo turned the request away (${status}).`);
  if (error) throw new VendorTrouble("invalid-answer", "Yahoo answered with an error.");
}

/** An hour at most: nobody is believed who asks for a year. */
const longestWaitMs = 3_600_000;

/**
 * `Retry-After` in milliseconds, or nothing where it is missing or no sense can be made of it. A date
 * is counted from the answer's own `Date`: two clocks that disagree make no wait of it.
 */
function retryAfter(headers: Headers): number | undefined {
  const said = headers.get("retry-after")?.trim();
  if (said === undefined || said === "") return undefined;
  const sent = Date.parse(headers.get("date") ?? "");
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - sent;
  return ms >= 0 ? Math.min(ms, longestWaitMs) : undefined;
}

function vendorError(answer: unknown): { code: string; description: string } | null {
  const error = field(field(answer, "chart") ?? field(answer, "finance"), "error");
  if (error === null || error === undefined) return null;
  return { code: String(field(error, "code") ?? ""), description: String(field(error, "description") ?? "") };
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxAnswerBytes) throw new VendorTrouble("invalid-answer", "Yahoo's answer is too large.");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** zlib's own errors: the bytes came, and are not what their encoding says. */
function isGarbled(error: unknown): boolean {
  const code = field(field(error, "cause"), "code") ?? field(error, "code");
  return typeof code === "string" && /^(Z_|ERR_BROTLI|ERR_ZLIB|ZSTD)/.test(code);
}

function networkCode(error: unknown): string {
  const code = field(field(error, "cause"), "code") ?? field(error, "code");
  return typeof code === "string" ? code : "no connection";
}
