/**
 * `CLAIMTAPE_YAHOO_ORIGIN`: another host of Yahoo's, by https, or a stand-in on this machine. Prices never
 * come over an open wire: plain http is for loopback addresses alone.
 */
export function otherOrigin(value: string): URL {
  if (isOtherOrigin(value)) return new URL(value);
  throw new Error(`CLAIMTAPE_YAHOO_ORIGIN is "${value}"; allowed is ${allowedOrigins}, or nothing`);
}

export const allowedOrigins = "an https address such as https://query1.finance.yahoo.com, or a loopback address such as http://127.0.0.1:4010";

export function isOtherOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isPrivate = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  return url !== null && isPrivate && url.pathname === "/" && url.search === "" && url.username === "" && url.hash === "";
}

/** @param hostname as a URL has it */
export function isLoopback(hostname: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}
