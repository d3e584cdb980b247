import { rasterise, RasterBusy } from "../../../lib/io/process/raster.ts";
import { pageAddress } from "../../../lib/view/words/page-address.ts";
import { shareCardSvg } from "../../../lib/view/picture/share-card-svg.ts";
import { VIEW_KEYS } from "../../../lib/view/chart/view-keys.ts";
import { badRequest, onlyParameters } from "../../api/problem.ts";
import { tagged } from "../../api/tagged-text.ts";
import { cardOf, pageView } from "../../page-view.ts";

/** `GET /share/{address of a page}.png?view`: the page’s picture, 1200 × 630. The same address gives the same bytes. */
export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const name = `/${(await params).path.join("/")}`;
  const address = name.endsWith(".png") ? pageAddress(name.slice(0, -".png".length)) : null;
  if (address === null) return noPicture(name);
  const wrong = onlyParameters(request, address.kind === "article" ? [] : [...VIEW_KEYS]);
  if (wrong !== null) return wrong;
  const page = await pageView(address, Object.fromEntries(new URL(request.url).searchParams));
  if (page === null) return noPicture(name);
  const [problem] = page.chart.problems;
  if (problem !== undefined) return badRequest({ parameter: problem.parameter, value: problem.value, allowed: [`not this: ${problem.instead}`] });

  const svg = shareCardSvg(cardOf(page));
  const { tag } = await tagged(svg);
  const headers = { "cache-control": "public, max-age=86400", etag: tag, "content-type": "image/png" };
  if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers });
  try {
    return new Response(await rasterise(svg, { scale: 1 }), { headers });
  } catch (error) {
    if (!(error instanceof RasterBusy)) throw error;
    return Response.json({ error: { reason: "busy", detail: error.message } }, { status: 503, headers: { "retry-after": "3", "cache-control": "no-store" } });
  }
}

function noPicture(name: string): Response {
  const allowed = ["/share/articles/{slug}.png", "/share/articles/{slug}/claims/{claim}.png", "/share/tickers/{symbol}.png", "/share/compare.png?lines="];
  return Response.json({ error: { parameter: "path", value: name.slice(0, 100), allowed } }, { status: 404 });
}
