import { type NextRequest, NextResponse } from "next/server";
import { loadInstruments } from "./lib/io/data/data-files.ts";
import { logToStderr } from "./lib/io/process/event-log.ts";
import { endingOf } from "./lib/view/export/file-formats.ts";
import { causeOf, oncePerKind } from "./server/failures.ts";

const complain = oncePerKind(logToStderr);

/**
 * Addresses that are nearly right, before any page sees them: a ticker in small letters is sent on with
 * its view, an unknown one gets a 404 that offers the nearest, and a broken percent-encoding a plain 400.
 */
export function proxy(request: NextRequest): NextResponse {
  const url = new URL(request.url);
  try {
    return answerFor(url);
  } catch (error) {
    // Next would print the whole of it for every reader. The page that is asked for says 500 by itself.
    complain("failed", { path: url.pathname.slice(0, 200), route: "proxy", ...causeOf(error) });
    return NextResponse.next();
  }
}

function answerFor({ href, pathname, search, searchParams }: URL): NextResponse {
  const decoded = decode(pathname);
  if (decoded === null) {
    return new NextResponse(`The address “${pathname.slice(0, 100)}” is not valid percent-encoding.`, {
      status: 400,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
  const asked = /^\/tickers\/([^/]+)$/.exec(decoded)?.[1];
  if (asked === undefined || isKnown(asked)) return NextResponse.next();
  const file = endingOf(asked);
  const symbol = file?.name ?? asked;
  const upper = symbol.toUpperCase();
  if (isKnown(upper) && upper !== symbol) {
    return NextResponse.redirect(new URL(`/tickers/${encodeURIComponent(upper)}${file === null ? "" : `.${file.format}`}${search}`, href), 308);
  }
  // A file answers for itself, also that there is none.
  if (file !== null || searchParams.has("format")) return NextResponse.next();
  // To a page of this very server: Next draws it in this process, so no header decides where it comes from.
  return NextResponse.rewrite(new URL(`/no-such-ticker/${encodeURIComponent(symbol)}`, href), { status: 404 });
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
