import { type NextRequest, NextResponse } from "next/server";
import { loadInstruments } from "./lib/io/data-files.ts";

/**
 * Addresses that are nearly right, before any page sees them: a ticker in small letters is sent on with
 * its view, an unknown one gets a 404 that offers the nearest, and a broken percent-encoding a plain 400.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = new URL(request.url);
  const decoded = decode(pathname);
  if (decoded === null) {
    return new NextResponse(`The address “${pathname.slice(0, 100)}” is not valid percent-encoding.`, {
      status: 400,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
  const symbol = /^\/tickers\/([^/]+)$/.exec(decoded)?.[1];
  if (symbol === undefined || isKnown(symbol)) return NextResponse.next();
  const upper = symbol.toUpperCase();
  if (isKnown(upper)) return NextResponse.redirect(new URL(`/tickers/${encodeURIComponent(upper)}${search}`, request.url), 308);
  // To a page of this very server: Next draws it in this process, so no header decides where it comes from.
  return NextResponse.rewrite(new URL(`/no-such-ticker/${encodeURIComponent(symbol)}`, request.url), { status: 404 });
}

function isKnown(symbol: string): boolean {
  return Object.hasOwn(loadInstruments(), symbol);
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

export const config = { matcher: ["/tickers/:symbol", "/((?:.*)%(?:.*))"] };
