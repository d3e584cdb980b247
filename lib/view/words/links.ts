/** Every address of the site, in one place. Identity in the path, view in the query, defaults left out. */

export function boardHref(slug: string, filter: Partial<Record<"speaker" | "instrument" | "type", string>> = {}): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== "")).toString();
  return `/articles/${slug}${query === "" ? "" : `?${query}`}`;
}

/** @param stance a sender's stances to carry along, as `writeStances` has them */
export function claimHref(slug: string, claim: string, stance = ""): string {
  return `/articles/${slug}/claims/${claim}${stance === "" ? "" : `?stance=${stance}`}`;
}

/** Claims side by side, in the order given; `stance` as `writeStances` has it. No claim: all disagreements. */
export function argumentsHref(slug: string, claims: string[] = [], stance = ""): string {
  // Put together by hand: a comma need not be encoded, and a short link should stay readable.
  const query = [claims.length > 0 ? `claims=${claims.join(",")}` : "", stance !== "" ? `stance=${stance}` : ""].filter((part) => part !== "").join("&");
  return `/articles/${slug}/arguments${query === "" ? "" : `?${query}`}`;
}

export function tickerHref(symbol: string): string {
  return `/tickers/${encodeURIComponent(symbol)}`;
}

/** @param lines ids to set side by side; none for the empty page */
export function compareHref(lines: string[] = []): string {
  return lines.length === 0 ? "/compare" : `/compare?lines=${lines.map(encodeURIComponent).join(",")}`;
}

/** Of the API: what a chart about this article can draw. */
export function linesHref(article: string): string {
  return `/api/lines?article=${article}`;
}

/** Of the API: one line, counted from this article’s event day. */
export function lineHref(article: string, id: string): string {
  return `/api/lines/${encodeURIComponent(id)}?article=${article}`;
}

/** Of the API: an instrument since this article. */
export function sinceHref(article: string, symbol: string): string {
  return `/api/tickers/${encodeURIComponent(symbol)}/since?article=${article}`;
}

/** The search as a page; the palette has no address. */
export function searchHref(query = ""): string {
  return query === "" ? "/search" : `/search?${new URLSearchParams({ q: query }).toString()}`;
}

/** A name out of the address, whether or not it still is percent-encoded there: "%5EVIX" -> "^VIX". */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
