/**
 * `CLAIMTAPE_YAHOO_ORIGIN`: where a stand-in for Yahoo listens, for tests of a built server.
 * Only a loopback address is taken, so a stray variable cannot send readers' prices elsewhere.
 */
export function loopbackOrigin(value: string): URL {
  if (isLoopbackOrigin(value)) return new URL(value);
  throw new Error(`CLAIMTAPE_YAHOO_ORIGIN is "${value}"; allowed is a loopback address such as http://127.0.0.1:4010, or nothing`);
}

export function isLoopbackOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url?.protocol === "http:" && isLoopback(url.hostname) && url.pathname === "/" && url.search === "" && url.username === "";
}

/** @param hostname as a URL has it */
export function isLoopback(hostname: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}
