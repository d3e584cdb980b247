import { oembedQuery } from "../../../lib/io/contract/api-query.ts";
import { articleSlugs } from "../../../lib/io/data/data-files.ts";
import { isLoopback } from "../../../lib/io/process/loopback-origin.ts";
import { oembedAnswer } from "../../../lib/view/export/oembed.ts";
import { boardHref } from "../../../lib/view/words/links.ts";
import { pageAddress } from "../../../lib/view/words/page-address.ts";
import { CARD } from "../../../lib/view/picture/share-card-svg.ts";
import { pageView, shareText } from "../../page-view.ts";
import { SITE_URL } from "../../site-url.ts";
import { problem, queryOf } from "../problem.ts";
import { etagResponse, taggedJson } from "../etag-response.ts";

export { OPTIONS } from "../cross-origin.ts";

/** `GET /api/oembed?url=&maxwidth=&maxheight=&format=json` (oembed.com, 1.0). Only for pages of this site. */
export async function GET(request: Request): Promise<Response> {
  const query = queryOf(oembedQuery, request);
  if (query instanceof Response) return query;
  if (query.format !== "json") return problem(501, { parameter: "format", value: query.format, allowed: ["json"] });
  const url = new URL(query.url);
  const none = (allowed: string) => problem(404, { parameter: "url", value: url.href, allowed: [allowed] });
  if (!isOurs(url, request.headers.get("host"))) return none(`a page of ${SITE_URL.host}`);
  // The home page is the board of the first article.
  const address = pageAddress(url.pathname === "/" ? boardHref(articleSlugs()[0] ?? "") : url.pathname);
  const page = address === null ? null : await pageView(address, Object.fromEntries(url.searchParams));
  if (page === null) return none("an article, a claim, a ticker or /compare");
  const { title, path, query: view } = page;
  const room = { maxWidth: query.maxwidth ?? null, maxHeight: query.maxheight ?? null };
  const answer = oembedAnswer({ origin: url.origin, path, view, title, embeds: page.address.kind !== "article" && shareText(page).embeds, picture: CARD }, room);
  return etagResponse(request, await taggedJson(answer), { vary: "host" });
}

/** Anybody may write any host into a request. It counts only on a machine's own site, and only where it is that machine. */
function isOurs({ host, hostname }: URL, asked: string | null): boolean {
  return host === SITE_URL.host || (isLoopback(SITE_URL.hostname) && isLoopback(hostname) && host === asked);
}
