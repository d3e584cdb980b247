import { isAbsent } from "../../../../../lib/domain/market/series.ts";
import { impactOf, sinceArticleOf, symbolsSinceArticle } from "../../../../../lib/impact.ts";
import { articleQuery } from "../../../../../lib/io/contract/api-query.ts";
import { articleSlugs, loadExchanges, readPriceSeries } from "../../../../../lib/io/data/data-files.ts";
import { seriesStore } from "../../../../../lib/io/prices/series-store.ts";
import { decodeSegment } from "../../../../../lib/view/words/links.ts";
import { marketState } from "../../../../../lib/domain/report/market-state.ts";
import type { SinceAnswer } from "../../../../../lib/domain/report/since-answer.ts";
import { cacheControl } from "../../../cache-control.ts";
import { notFound, problem, queryOf } from "../../../problem.ts";
import { answerJson } from "../../../etag-response.ts";

export { OPTIONS } from "../../../cross-origin.ts";

/** `GET /api/tickers/{symbol}/since?article=`: from the article's bases to the latest price; the answer's shape is `SinceAnswer`. */
export async function GET(request: Request, { params }: { params: Promise<{ symbol: string }> }): Promise<Response> {
  const query = queryOf(articleQuery(articleSlugs()), request);
  if (query instanceof Response) return query;
  const slug = query.article;
  const { instruments, benchmarks } = await impactOf(slug);
  const symbol = decodeSegment((await params).symbol);
  const report = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  const benchmark = benchmarks[0];
  if (report === undefined || benchmark === undefined) return notFound("symbol", symbol, Object.keys(instruments));
  if (isAbsent(report.eventDay)) {
    return problem(404, { parameter: "symbol", value: symbol, reason: report.eventDay.absent, detail: report.eventDay.why });
  }

  const store = seriesStore();
  const names = await symbolsSinceArticle(slug, symbol);
  // The benchmark first: every row needs it, and where Yahoo turns it away nobody asks for the others.
  const stated = async (name: string) => ({ name, stated: await store.read(name) });
  const first = names.includes(benchmark) ? [await stated(benchmark)] : [];
  const read = [...first, ...(await Promise.all(names.filter((name) => name !== benchmark).map(stated)))];
  const found = read.flatMap(({ name, stated }) => ("failed" in stated ? [] : [{ name, ...stated }]));
  const lost = read.flatMap(({ stated }) => ("failed" in stated ? [stated] : []));
  if (found.length === 0 && lost[0] !== undefined) {
    return problem(503, { symbol, reason: lost[0].failed, detail: lost[0].detail });
  }
  const live = Object.fromEntries(found.map(({ name, series }) => [name, series]));
  const { exchange: id } = report.eventDay;
  const exchange = loadExchanges().find((one) => one.id === id);
  const sessions = (live[exchange?.sessionsOf ?? ""] ?? readPriceSeries(exchange?.sessionsOf ?? ""))?.days ?? [];
  const answer: SinceAnswer = {
    symbol,
    benchmark,
    market: marketState(exchange, new Date().toISOString(), sessions),
    rows: await sinceArticleOf(slug, symbol, live, lost.map((failure) => failure.symbol)),
    statuses: Object.fromEntries(found.map(({ name, status }) => [name, status])),
  };
  return answerJson(request, answer, cacheControl(found.map(({ status }) => status)));
}
