import { createHash } from "node:crypto";

/** Headers that are part of an answer; the others are the connection's. */
const HEADERS = [
  "access-control-allow-methods",
  "access-control-allow-origin",
  "access-control-expose-headers",
  "allow",
  "cache-control",
  "content-disposition",
  "content-security-policy",
  "content-type",
  "cross-origin-opener-policy",
  "etag",
  "link",
  "location",
  "permissions-policy",
  "referrer-policy",
  "retry-after",
  "vary",
  "x-content-type-options",
  "x-frame-options",
  "x-robots-tag",
];

/** What differs from build to build though the site is the same: names with a hash, numbers of modules, the build's id. */
const OF_THE_BUILD: [RegExp, string][] = [
  [/\/_next\/static\/[^"'\s\\),<>?]+(?:\?dpl=[^"'\s\\]*)?/g, "/_next/*"],
  [/(?<=["' \\])[\w-]{6}_(?=[a-zA-Z])/g, "*_"],
  [/'sha256-[^']+'(?: 'sha256-[^']+')*/g, "'sha256-*'"],
  [/'nonce-[^']+'/g, "'nonce-*'"],
  [/nonce(\\?"?[=:]\\?")[^"\\]+/g, "nonce$1*"],
  // Flight: which module, in which files.
  [/(\\?")\/_next\/\*\\?"(?:,\\?"\/_next\/\*\\?")*/g, "$1/_next/*$1"],
  [/I\[\d+,/g, "I[*,"],
  [/(\\?"b\\?":\\?")[\w-]{10,}/g, "$1*"],
  [/<script src="\/_next\/\*"[^>]*><\/script>/g, ""],
  [/<link rel="(?:stylesheet|preload)"[^>]*href="\/_next\/\*"[^>]*\/>/g, ""],
];

/**
 * One answer as text that is the same as long as the site is.
 *
 * @param today `YYYY-MM-DD`: citations carry the reader's day
 */
export function normalised(status: number, headers: Headers, body: Uint8Array, today: string): string {
  const type = headers.get("content-type") ?? "";
  const page = type.startsWith("text/html");
  const lines = HEADERS.flatMap((name) => {
    const value = headers.get(name);
    if (value === null) return [];
    // A page's tag is made of names that differ; that it has one does not.
    return [`${name}: ${name === "etag" && page ? "*" : plain(value, today)}`];
  });
  const text = /^(?:text|application\/(?:[\w.+-]*json|xml|manifest|x-bibtex|javascript))|\+(?:json|xml)|bibtex/.test(type);
  return [`${status}`, ...lines, "", text ? lineByLine(plain(new TextDecoder().decode(body), today), page) : `${body.length} bytes, ${digest(body)}`].join("\n");
}

function plain(text: string, today: string): string {
  const stable = OF_THE_BUILD.reduce((now, [pattern, instead]) => now.replace(pattern, instead), text);
  const day = new Date(`${today}T00:00:00Z`);
  const [year, month, date] = today.split("-").map(Number);
  const words = (form: Intl.DateTimeFormatOptions) => day.toLocaleDateString("en-GB", { timeZone: "UTC", ...form });
  return stable
    .replace(new RegExp(`${today}(T[\\d:.]+Z)?`, "g"), "<today>")
    .replaceAll(words({ day: "numeric", month: "short", year: "numeric" }), "<today>")
    .replaceAll(words({ day: "numeric", month: "long", year: "numeric" }), "<today>")
    .replace(new RegExp(`\\[\\s*${year},\\s*${month},\\s*${date}\\s*\\]`, "g"), "<today>");
}

/** A page is one line; tag by tag a difference can be read. */
function lineByLine(text: string, page: boolean): string {
  return page ? text.replaceAll("><", ">\n<").replaceAll("\\n", "\\n\n") : text;
}

function digest(body: Uint8Array): string {
  return createHash("sha256").update(body).digest("hex");
}
