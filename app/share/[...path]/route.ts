import { rasterise, RasterBusy } from "../../../lib/io/process/raster.ts";
import { pageAddress } from "../../../lib/view/words/page-address.ts";
import { shareCardSvg } from "../../../lib/view/picture/share-card-svg.ts";
import { VIEW_KEYS } from "../../../lib/view/chart/view-keys.ts";
import { onlyParameters, problem, tooManyPictures } from "../../api/problem.ts";
import { etagResponse, notModified, tagged } from "../../api/etag-response.ts";
import { cardOf, pageView } from "../../page-view.ts";

export { OPTIONS } from "../../api/cross-origin.ts";

/** `GET /share/{address of a page}.png?view`: the page’s picture, 1200 × 630. The same address gives the same bytes. */
export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const name = `/${(await params).path.join("/")}`;
  const address = name.endsWith(".png") ? pageAddress(name.slice(0, -".png".length)) : null;
  if (address === null) return noPicture(name);
  const wrong = onlyParameters(request, address.kind === "article" ? [] : [...VIEW_KEYS]);
  if (wrong !== null) return wrong;
  const page = await pageView(address, Object.fromEntries(new URL(request.url).searchParams));
  if (page === null) return noPicture(name);
  const [wrongView] = page.chart.problems;
  if (wrongView !== undefined) return problem(400, { parameter: wrongView.parameter, value: wrongView.value, detail: `On the page, ${wrongView.instead}.` });

  const svg = shareCardSvg(cardOf(page));
  const { tag } = await tagged(svg);
  const headers = { "cache-control": "public, max-age=86400", "content-type": "image/png" };
  const known = notModified(request, tag, headers);
  if (known !== null) return known;
  try {
    return etagResponse(request, { text: await rasterise(svg, { scale: 1 }), tag }, headers);
  } catch (error) {
    if (!(error instanceof RasterBusy)) throw error;
    return tooManyPictures();
  }
}

function noPicture(name: string): Response {
  return problem(404, { parameter: "path", value: name, allowed: ["/share/articles/{slug}.png", "/share/articles/{slug}/claims/{claim}.png", "/share/tickers/{symbol}.png", "/share/compare.png?lines="] });
}
