import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a built folder's HTML lets run, as `server/serve.ts` needs it. */
export interface ScriptPolicies {
  /** Hashes of the inline scripts that stand alike in every prerendered page: a page drawn on request has them too. */
  everywhere: string[];
  /** The same of the styles in Next's own page for a failure, which has no headers beside it. Our pages have none. */
  failureStyles: string[];
  /** Addresses that are answered from a file of the build, whatever asks. */
  prerendered: string[];
}

/** Beside the build it is about, so that it is gone when the build is. */
const file = "claimtape-scripts.json";

/** `'sha256-…'` of each script written into an HTML page, in order; scripts with an address are not inline. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/gi);
  return [...scripts]
    .filter(({ groups }) => groups !== undefined && !/\ssrc\s*=/i.test(groups["attributes"] ?? ""))
    .map(({ groups }) => hashSource(groups?.["text"] ?? ""));
}

/** Hashes of the styles written into an HTML page, as elements and as attributes. */
export function inlineStyleHashes(html: string): string[] {
  const elements = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map(([, text = ""]) => text);
  const attributes = [...html.matchAll(/\sstyle="([^"]*)"/gi)].map(([, text = ""]) =>
    text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&"),
  );
  return [...elements, ...attributes].map(hashSource);
}

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Our own files, and the styles of Next's page for a failure where that is what is sent. */
export function styleDirective(allowed: string[]): string {
  return ["style-src 'self'", ...(allowed.length > 0 ? ["'unsafe-hashes'", ...new Set(allowed)] : [])].join(" ");
}

/** Our own files alone, and of what is written into the page only what we wrote. */
export function scriptDirective(allowed: string[]): string {
  return ["script-src 'self'", ...new Set(allowed)].join(" ");
}

/**
 * Gives every prerendered page the hashes of its own scripts. They go into the headers Next keeps beside
 * the page (`.meta`) and sends with it: so whichever rewrite leads to a page, its policy comes along, and
 * nobody looks anything up when it is asked for.
 *
 * @param folder `.next`, freshly built. Running it twice changes nothing.
 * @throws when a page has no `.meta`: then its scripts would not run, and nobody would know until a reader came
 */
export function writeScriptPolicies(folder: string): ScriptPolicies {
  const app = join(folder, "server/app");
  const pages = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  if (pages.length === 0) throw new Error(`${app} holds no prerendered page`);
  let everywhere: string[] | null = null;
  for (const page of pages) {
    const html = readFileSync(join(app, page), "utf8");
    const hashes = inlineScriptHashes(html);
    everywhere = everywhere === null ? hashes : everywhere.filter((hash) => hashes.includes(hash));
    const beside = join(app, page.replace(/\.html$/, ".meta"));
    if (!existsSync(beside)) throw new Error(`${beside} is missing: Next has changed how it keeps a page's headers`);
    const meta = JSON.parse(readFileSync(beside, "utf8"));
    const headers = { ...meta.headers, "content-security-policy": `${scriptDirective(hashes)}; ${styleDirective(inlineStyleHashes(html))}` };
    writeFileSync(beside, JSON.stringify({ ...meta, headers }));
  }
  const manifest = JSON.parse(readFileSync(join(folder, "prerender-manifest.json"), "utf8"));
  const failures = failurePages(folder);
  const policies = {
    everywhere: [...new Set([...(everywhere ?? []), ...failures.flatMap(inlineScriptHashes)])],
    failureStyles: failures.flatMap(inlineStyleHashes),
    prerendered: Object.keys(manifest.routes),
  };
  writeFileSync(join(folder, file), JSON.stringify(policies));
  return policies;
}

/** What `writeScriptPolicies` wrote, or null for a build that it has not seen. */
export function readScriptPolicies(folder: string): ScriptPolicies | null {
  const path = join(folder, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/** Next answers its own failures from a file that has no headers beside it. */
function failurePages(folder: string): string[] {
  return ["404", "500"]
    .map((name) => join(folder, `server/pages/${name}.html`))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, "utf8"));
}
