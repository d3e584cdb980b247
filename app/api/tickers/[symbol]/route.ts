import { impactOf } from "../../../../lib/impact.ts";
import { articleQuery } from "../../../../lib/io/contract/api-query.ts";
import { articleSlugs } from "../../../../lib/io/data/data-files.ts";
import type { TickerAnswer } from "../../../../lib/io/contract/report-schema.ts";
import { decodeSegment } from "../../../../lib/view/words/links.ts";
import { notFound, queryOf } from "../../problem.ts";
import { answerJson } from "../../etag-response.ts";

export { OPTIONS } from "../../cross-origin.ts";

/** `GET /api/tickers/{symbol}?article=`: one instrument's report and the claims about it; the first article by default. */
export async function GET(request: Request, { params }: { params: Promise<{ symbol: string }> }): Promise<Response> {
  const query = queryOf(articleQuery(articleSlugs()), request);
  if (query instanceof Response) return query;
  const slug = query.article;
  const { article, instruments } = await impactOf(slug);
  const symbol = decodeSegment((await params).symbol);
  const report = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (report === undefined) return notFound("symbol", symbol, Object.keys(instruments));
  const through = new Set(report.claimsThroughGroup.map(({ claim }) => claim));
  const answer: TickerAnswer = {
    article: { slug, title: article.title, publishedAt: article.publishedAt },
    report,
    claims: article.claims.filter(({ id }) => report.claims.includes(id)),
    claimsThroughGroup: article.claims.filter(({ id }) => through.has(id)),
  };
  return answerJson(request, answer);
}
