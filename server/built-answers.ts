import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { prerenderedCaching } from "./response-headers.ts";

/** Where one form of an answer lies among all bodies: first byte and length. */
type Span = [from: number, length: number];

/** One answer of the build, complete but for the headers that depend on who asks. */
export interface BuiltAnswer {
  status: number;
  headers: Record<string, string>;
  /** What is text is kept compressed alone: whoever takes neither form gets the gzip unpacked. */
  forms: { br: Span; gzip: Span } | { identity: Span };
}

/** What an address of the build is answered with. Numbers are places in `answers`. */
export interface BuiltRoute {
  whole: number;
  /** What Next's router asks for instead, all of the page or one segment of it. */
  router?: { whole: number; segments: Record<string, number> };
  /** Names of query parameters that lead to a page drawn on request. */
  choosing: string[];
}

export interface BuiltAnswers {
  answers: BuiltAnswer[];
  /** By decoded path. */
  routes: Record<string, BuiltRoute>;
}

/** Beside the build they are of, so that they are gone when the build is. */
export const builtFiles = { index: "claimtape-answers.json", bodies: "claimtape-answers.bin" };

const routerVary = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch";

const types: Record<string, string> = {
  ".css": "text/css; charset=UTF-8",
  ".ico": "image/x-icon",
  ".js": "application/javascript; charset=UTF-8",
  ".json": "application/json; charset=UTF-8",
  ".map": "application/json; charset=UTF-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=UTF-8",
  ".woff2": "font/woff2",
};

/**
 * Compresses once, after a build, everything that is answered from a file: pages, what Next's router asks
 * of them, scripts, styles, fonts and icons. Says of each what Next would say of it.
 *
 * @param folder `.next`, freshly built and with its script policies written
 * @param publicFolder files served under their own names
 * @throws where a file has an ending we know no media type for
 */
export function writeBuiltAnswers(folder: string, publicFolder: string): BuiltAnswers {
  const bodies = new Bodies();
  const answers: BuiltAnswer[] = [];
  const routes: Record<string, BuiltRoute> = {};
  const add = (body: Buffer, headers: Record<string, string>, status = 200): number => answers.push(answerOf(bodies, body, headers, status)) - 1;

  const app = join(folder, "server/app");
  const prerendered: Record<string, { dataRoute: string | null }> = JSON.parse(readFileSync(join(folder, "prerender-manifest.json"), "utf8")).routes;
  const rewrites = rewritesOf(folder);
  for (const [route, { dataRoute }] of Object.entries(prerendered)) {
    if (route === "/_global-error") continue;
    const file = join(app, route === "/" ? "index" : route);
    const meta: { status?: number; headers?: Record<string, string>; segmentPaths?: string[] } = JSON.parse(readFileSync(`${file}.meta`, "utf8"));
    const { "x-next-cache-tags": _, "content-security-policy": policy, ...headers } = meta.headers ?? {};
    const common = { "cache-control": prerenderedCaching, vary: `${routerVary}, Accept-Encoding`, ...headers };
    const choosing = rewrites.filter(({ pattern }) => pattern.test(encodeURI(route))).map(({ name }) => name);
    if (dataRoute === null) {
      routes[route] = { whole: add(readFileSync(`${file}.body`), common, meta.status), choosing };
      continue;
    }
    const component = { ...common, "content-type": "text/x-component" };
    routes[route] = {
      whole: add(
        readFileSync(`${file}.html`),
        { ...common, ...(policy === undefined ? {} : { "content-security-policy": policy }), "content-type": "text/html; charset=utf-8" },
        meta.status,
      ),
      router: {
        whole: add(readFileSync(`${file}.rsc`), component, meta.status),
        segments: Object.fromEntries(
          (meta.segmentPaths ?? []).map((segment) => [
            segment,
            add(readFileSync(`${file}.segments${segment}.segment.rsc`), { ...component, "x-nextjs-postponed": "2" }, meta.status),
          ]),
        ),
      },
      choosing,
    };
  }
  for (const [from, at, caching] of [
    [join(folder, "static"), "/_next/static", "public, max-age=31536000, immutable"],
    [publicFolder, "", "public, max-age=0"],
  ] as const) {
    for (const name of filesIn(from))
      routes[`${at}/${name}`] = {
        whole: add(readFileSync(join(from, name)), { "content-type": typeOf(name), "cache-control": caching, vary: "Accept-Encoding" }),
        choosing: [],
      };
  }
  const built = { answers, routes };
  writeFileSync(join(folder, builtFiles.bodies), bodies.all());
  writeFileSync(join(folder, builtFiles.index), JSON.stringify(built));
  return built;
}

/** Which query names lead away from which addresses, as Next itself reads `next.config.ts`. */
function rewritesOf(folder: string): { pattern: RegExp; name: string }[] {
  const { rewrites } = JSON.parse(readFileSync(join(folder, "routes-manifest.json"), "utf8"));
  const before: { regex: string; has?: { type: string; key: string }[] }[] = rewrites.beforeFiles;
  return before.flatMap(({ regex, has = [] }) => has.filter(({ type }) => type === "query").map(({ key }) => ({ pattern: new RegExp(regex), name: key })));
}

/** All bodies one after another, each once: many pages share a segment. */
class Bodies {
  readonly #parts: Buffer[] = [];
  readonly #known = new Map<string, BuiltAnswer["forms"]>();
  #length = 0;

  forms(body: Buffer, type: string, name: string): BuiltAnswer["forms"] {
    const known = this.#known.get(name) ?? this.#make(body, type);
    this.#known.set(name, known);
    return known;
  }

  #make(body: Buffer, type: string): BuiltAnswer["forms"] {
    if (/^(?:image\/(?!svg)|font\/)/.test(type)) return { identity: this.#put(body) };
    // Of brotli's eleven qualities the sixth: nearly as small, and a build does not wait for it. Beyond it, and with a
    // window larger than the body, it takes tens of megabytes for each.
    const window = Math.min(22, Math.max(10, Math.ceil(Math.log2(body.length + 1))));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_LGWIN]: window, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    return { br: this.#put(brotliCompressSync(body, { params })), gzip: this.#put(gzipSync(body, { level: 9 })) };
  }

  #put(bytes: Buffer): Span {
    this.#parts.push(bytes);
    this.#length += bytes.length;
    return [this.#length - bytes.length, bytes.length];
  }

  all(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

function answerOf(bodies: Bodies, body: Buffer, headers: Record<string, string>, status: number): BuiltAnswer {
  const name = createHash("sha256").update(body).digest("base64url").slice(0, 20);
  // Weak: the same page in another form is the same page.
  return { status, headers: { ...headers, etag: `W/"${name}"` }, forms: bodies.forms(body, headers["content-type"] ?? "", name) };
}

function typeOf(name: string): string {
  const type = types[extname(name)];
  if (type === undefined) throw new Error(`${name}: no media type is known for this ending; add it in server/built-answers.ts`);
  return type;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
}
