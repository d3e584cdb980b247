import { claimHref, compareHref, decodeSegment, tickerHref, boardHref } from "./links.ts";

/** A page with a chart of its own: what a picture, an embed or an oEmbed answer can be made of. */
export type PageAddress =
  { kind: "article"; slug: string } | { kind: "claim"; slug: string; claim: string } | { kind: "ticker"; symbol: string } | { kind: "compare" };

/** @returns null where a path is none of these; whether what it names exists is for whoever holds the data */
export function pageAddress(path: string): PageAddress | null {
  const [, first, second, third, fourth, ...more] = path.split("/");
  if (more.length > 0) return null;
  if (first === "compare" && second === undefined) return { kind: "compare" };
  if (first === "tickers" && second !== undefined && second !== "" && third === undefined) return { kind: "ticker", symbol: decodeSegment(second) };
  if (first !== "articles" || second === undefined || second === "") return null;
  if (third === undefined) return { kind: "article", slug: decodeSegment(second) };
  return third === "claims" && fourth !== undefined && fourth !== "" ? { kind: "claim", slug: decodeSegment(second), claim: decodeSegment(fourth) } : null;
}

export function pagePath(address: PageAddress): string {
  switch (address.kind) {
    case "article":
      return boardHref(address.slug);
    case "claim":
      return claimHref(address.slug, address.claim);
    case "ticker":
      return tickerHref(address.symbol);
    case "compare":
      return compareHref();
  }
}

/** The picture of a page, and of its view: the page’s own address between `/share` and `.png`. */
export function pictureHref(path: string, query = ""): string {
  return `/share${path}.png${query}`;
}

/** The chart of a page for another site to show. An article has no one chart. */
export function embedHref(path: string, query = ""): string {
  return `/embed${path}${query}`;
}
