import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import type { Drawn } from "./drawer-process.ts";
import { drawnDirectives } from "./response-headers.ts";

/** What Next answered, ready to be sent to whoever asks the same. */
export interface DrawnAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Null where it would not be smaller. */
  gzip: Buffer | null;
  /** A page's own `script-src` and `style-src`, or null for what is no page. */
  policy: string | null;
}

export interface DrawnAnswersOptions {
  /** Hashes of what stands alike in every page, and of the styles in Next's own page for a failure. */
  everywhere: string[];
  failureStyles: string[];
  keepBytes?: number;
  /** A page is drawn from the build's own data and from its address: it is the same until another build. */
  keepPagesMs?: number;
  /** A file or a picture may hold what a vendor said a moment ago. */
  keepMs?: number;
  now?: () => number;
}

/** Draws with a nonce, for as long as `gone` has not fired. */
export type Draw = (nonce: string, gone: AbortSignal) => Promise<Drawn>;

/**
 * Drawn answers, kept for a while: a link that many follow is drawn once, those who ask while it is being
 * drawn share the one drawing, and a download is compressed once.
 */
export class DrawnAnswers {
  readonly #options: DrawnAnswersOptions;
  readonly #kept: LRUCache<string, DrawnAnswer>;
  readonly #flights = new Map<string, { answer: Promise<DrawnAnswer>; readers: number; abandon: AbortController }>();

  constructor(options: DrawnAnswersOptions) {
    this.#options = options;
    this.#kept = new LRUCache({
      maxSize: options.keepBytes ?? 48 * 2 ** 20,
      ttl: options.keepMs ?? 60_000,
      ttlResolution: 0,
      perf: { now: options.now ?? (() => performance.now()) },
      sizeCalculation: ({ body, gzip: zipped }, key) => body.length + (zipped?.length ?? 0) + key.length + 1000,
    });
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  /** @param key everything the answer depends on; null for an answer that is for one reader alone */
  async get(key: string | null, nonce: string, gone: AbortSignal, draw: Draw): Promise<DrawnAnswer> {
    if (key === null) return this.#make(await draw(nonce, gone), nonce, false);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const flight = this.#flights.get(key) ?? this.#begin(key, nonce, draw);
    flight.readers += 1;
    const leave = () => {
      flight.readers -= 1;
      if (flight.readers > 0) return;
      this.#flights.delete(key);
      flight.abandon.abort(new Error("Nobody waits for it any more"));
    };
    gone.addEventListener("abort", leave, { once: true });
    try {
      return await flight.answer;
    } finally {
      gone.removeEventListener("abort", leave);
    }
  }

  #begin(key: string, nonce: string, draw: Draw): { answer: Promise<DrawnAnswer>; readers: number; abandon: AbortController } {
    const abandon = new AbortController();
    const answer = draw(nonce, abandon.signal)
      .then((drawn) => this.#make(drawn, nonce, true))
      .then((made) => {
        if (made.status === 200) this.#kept.set(key, made, isPage(made) ? { ttl: this.#options.keepPagesMs ?? 3_600_000 } : {});
        return made;
      })
      .finally(() => this.#flights.get(key)?.abandon === abandon && this.#flights.delete(key));
    const flight = { answer, readers: 0, abandon };
    this.#flights.set(key, flight);
    return flight;
  }

  async #make({ status, headers: { connection: _, "keep-alive": __, "transfer-encoding": ___, "content-length": ____, date: _____, "content-security-policy": own, ...rest }, body }: Drawn, nonce: string, shared: boolean): Promise<DrawnAnswer> {
    const headers = Object.fromEntries(Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
    const { everywhere, failureStyles } = this.#options;
    const type = headers["content-type"] ?? "";
    const styles = status >= 500 ? failureStyles : [];
    const drawn = () => (shared ? drawnDirectives([...hashesWithNonce(body.toString("utf8"), nonce), ...everywhere], styles) : drawnDirectives([`'nonce-${nonce}'`, ...everywhere], styles));
    const policy = type.startsWith("text/html") ? (own?.toString() ?? drawn()) : null;
    const zipped = body.length > 1000 && isText(type) ? await promisify(gzip)(body) : null;
    return { status, headers, body, gzip: zipped, policy };
  }
}

/**
 * Hashes of the scripts that Next wrote for this drawing. They carry its nonce, which nobody could know
 * before: whatever else came into the page has none, and does not run.
 */
function hashesWithNonce(html: string, nonce: string): string[] {
  return [...html.matchAll(/<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/gi)]
    .filter(({ groups }) => groups?.["attributes"]?.includes(` nonce="${nonce}"`) === true && !/\ssrc\s*=/i.test(groups["attributes"]))
    .map(({ groups }) => `'sha256-${createHash("sha256").update(groups?.["text"] ?? "").digest("base64")}'`);
}

/** As a browser asks for it, or as Next's router does. */
function isPage({ headers }: DrawnAnswer): boolean {
  return /^text\/(?:html|x-component)\b/.test(headers["content-type"] ?? "");
}

function isText(type: string): boolean {
  return /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|javascript|xml|x-bibtex)|image\/svg)/.test(type);
}
