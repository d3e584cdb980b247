import { impactOf } from "../../../../lib/impact.ts";
import { articleSlugs } from "../../../../lib/io/data-files.ts";
import { nameIn } from "../../../../lib/view/links.ts";
import { badRequest, notFound, unknownParameter } from "../../problem.ts";
import { publicFiveMinutes } from "../../tagged-text.ts";

/** `GET /api/tickers/{symbol}?article=`: one instrument's report and the claims about it; the first article by default. */
export async function GET(request: Request, { params }: { params: Promise<{ symbol: string }> }): Promise<Response> {
  const bad = unknownParameter(request, ["article"]);
  if (bad !== null) return bad;
  const slugs = articleSlugs();
  const slug = new URL(request.url).searchParams.get("article") ?? slugs[0] ?? "";
  if (!slugs.includes(slug)) return badRequest({ parameter: "article", value: slug, allowed: slugs });
  const { article, instruments } = await impactOf(slug);
  const symbol = nameIn((await params).symbol);
  const report = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (report === undefined) return notFound("symbol", symbol, Object.keys(instruments));
  const through = new Set(report.claimsThroughGroup.map(({ claim }) => claim));
  const answer = {
    article: { slug, title: article.title, publishedAt: article.publishedAt },
    report,
    claims: article.claims.filter(({ id }) => report.claims.includes(id)),
    claimsThroughGroup: article.claims.filter(({ id }) => through.has(id)),
  };
  return Response.json(answer, { headers: { "cache-control": publicFiveMinutes } });
}
