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
  [/(?<=["' \\])_?[\w-]{6}_(?=[a-zA-Z])/g, "*_"],
  [/'sha256-[^']+'(?: 'sha256-[^']+')*/g, "'sha256-*'"],
  [/'nonce-[^']+'/g, "'nonce-*'"],
  [/nonce(\\?"?[=:]\\?")[^"\\]+/g, "nonce$1*"],
  [/(\\?"otherChunks\\?":)\[[^\]]*\]/g, "$1*"],
  [/(runtimeModuleIds\\?":)\[[\d,]*\]/g, "$1*"],
  [/static\/chunks\/[\w.~-]+\.(?:js|css)/g, "/_next/*"],
  // What the page says once more for React, cut into pieces and numbered as the build likes.
  [/<script[^>]*>\(?self\.__next_f[\s\S]*?<\/script>/g, ""],
  // Between two texts where React's pieces met.
  [/<!-- -->/g, ""],
  [/<script src="\/_next\/\*"[^>]*><\/script>/g, ""],
  [/<link rel="(?:stylesheet|preload)"[^>]*href="\/_next\/\*"[^>]*\/>/g, ""],
];

/** Whether a market is open now. */
const HOUR = `"phase":"*"`;

/**
 * One answer as text that is the same as long as the site is.
 *
 * @param today `YYYY-MM-DD`: citations carry the reader's day
 */
export function normalised(status: number, headers: Headers, body: Uint8Array, today: string): string {
  const type = headers.get("content-type") ?? "";
  const page = type.startsWith("text/html");
  const text = isText(type) ? plain(new TextDecoder().decode(body), today) : null;
  const lines = HEADERS.flatMap((name) => {
    const value = headers.get(name);
    if (value === null) return [];
    // The tag of a page, or of an answer that says the hour, is made of what differs; that it has one does not.
    return [`${name}: ${name === "etag" && (page || text?.includes(HOUR)) ? "*" : plain(value, today)}`];
  });
  return [`${status}`, ...lines, "", text === null ? `${body.length} bytes, ${digest(body)}` : lineByLine(text, page)].join("\n");
}

function isText(type: string): boolean {
  return /^(?:text|application\/(?:[\w.+-]*json|xml|manifest|x-bibtex|javascript))|\+(?:json|xml)|bibtex/.test(type);
}

function plain(text: string, today: string): string {
  const stable = OF_THE_BUILD.reduce((now, [pattern, instead]) => now.replace(pattern, instead), text);
  const day = new Date(`${today}T00:00:00Z`);
  const [year, month, date] = today.split("-").map(Number);
  const words = (form: Intl.DateTimeFormatOptions) => day.toLocaleDateString("en-GB", { timeZone: "UTC", ...form });
  return stable
    .replace(/"phase":"[a-z-]+"/g, HOUR)
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
