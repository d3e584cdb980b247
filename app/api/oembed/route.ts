import { oembedAnswer, readOembedQuery } from "../../../lib/view/oembed.ts";
import { pageAddress } from "../../../lib/view/page-address.ts";
import { CARD } from "../../../lib/view/share-card.ts";
import { badRequest, onlyParameters } from "../problem.ts";
import { publicFiveMinutes } from "../tagged-text.ts";
import { pageView, shareText } from "../../page-view.ts";
import { SITE_URL } from "../../site-url.ts";

/** `GET /api/oembed?url=&maxwidth=&maxheight=&format=json` (oembed.com, 1.0). Only for pages of this site. */
export async function GET(request: Request): Promise<Response> {
  const wrong = onlyParameters(request, ["url", "maxwidth", "maxheight", "format"]);
  if (wrong !== null) return wrong;
  const query = readOembedQuery(new URL(request.url).searchParams);
  if ("parameter" in query) return badRequest(query);
  if (query.format !== "json") return problem(501, "format", query.format, "json");
  const { url } = query;
  // The public address, or whatever address this very request came by.
  const ours = [SITE_URL.host, request.headers.get("host")];
  if (!ours.includes(url.host)) return problem(404, "url", url.href, `a page of ${SITE_URL.host}`);
  const address = pageAddress(url.pathname === "/" ? "" : url.pathname);
  const page = address === null ? null : await pageView(address, Object.fromEntries(url.searchParams));
  if (page === null) return problem(404, "url", url.href, "an article, a claim, a ticker or /compare");
  const { title, path, query: view } = page;
  const answer = oembedAnswer({ origin: url.origin, path, view, title, embeds: page.address.kind !== "article" && shareText(page).embeds, picture: CARD }, query);
  return Response.json(answer, { headers: { "cache-control": publicFiveMinutes, vary: "host", "access-control-allow-origin": "*" } });
}

function problem(status: 404 | 501, parameter: string, value: string, allowed: string): Response {
  return Response.json({ error: { parameter, value: value.slice(0, 200), allowed: [allowed] } }, { status });
}
