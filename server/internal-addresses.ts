/**
 * Addresses that only rewrites of `next.config.ts` and `proxy.ts` lead to. Asked for from outside they would
 * be second names of pages and files, at another price and under other headers.
 */
const internal = [
  /^\/api\/(?:files|data)(?:\/|$)/,
  /^\/articles\/[^/]+\/claims\/[^/]+\/view$/,
  /^\/(?:tickers\/[^/]+|compare)\/view$/,
  /^\/articles\/[^/]+\/(?:filtered|arguments\/chosen)$/,
  /^\/search\/found$/,
  /^\/no-such-ticker(?:\/|$)/,
];

/** Whether a decoded path names what has no address: our own insides, or Next's. */
export function isInternal(place: string): boolean {
  let end = place.length;
  // Next takes one slash at the end away, and looks again.
  while (end > 0 && place.endsWith("/", end)) end -= 1;
  const bare = place.slice(0, end);
  return place.startsWith("/_") || internal.some((pattern) => pattern.test(bare));
}

/** The decoded path, which everything is decided by, or null where it does not decode. */
export function placeOf(url: string): string | null {
  const [path = ""] = url.split("?", 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** What follows the first question mark. */
export function queryOf(url: string): string {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at + 1);
}
