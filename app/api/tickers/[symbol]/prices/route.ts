import { pricesQuery } from "../../../../../lib/io/contract/api-query.ts";
import { loadCompositions, loadInstruments } from "../../../../../lib/io/data/data-files.ts";
import { seriesStore } from "../../../../../lib/io/prices/series-store.ts";
import { pricesAnswer } from "../../../../../lib/domain/report/prices-answer.ts";
import { standIns } from "../../../../../lib/domain/report/stand-ins.ts";
import { decodeSegment } from "../../../../../lib/view/words/links.ts";
import { cacheControl } from "../../../cache-control.ts";
import { badRequest, notFound, problem, queryOf } from "../../../problem.ts";
import { answerJson } from "../../../etag-response.ts";

export { OPTIONS } from "../../../cross-origin.ts";

/** `GET /api/tickers/{symbol}/prices?from=&to=&base=`; the answer's shape is `PricesAnswer`. */
export async function GET(request: Request, { params }: { params: Promise<{ symbol: string }> }): Promise<Response> {
  const query = queryOf(pricesQuery, request);
  if (query instanceof Response) return query;

  const instruments = loadInstruments();
  const symbol = decodeSegment((await params).symbol);
  const instrument = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (instrument === undefined) return notFound("symbol", symbol, Object.keys(instruments));
  if ("none" in instrument.yahoo) return problem(404, { parameter: "symbol", value: symbol, ...standIns(instrument, loadCompositions()[symbol]) });

  const stated = await seriesStore().read(symbol);
  if ("failed" in stated) return problem(503, { symbol, reason: stated.failed, detail: stated.detail });
  const { from = null, to = null, base = null } = query;
  const answer = pricesAnswer(stated.series, stated.status, { from, to, base });
  if ("parameter" in answer) return badRequest(answer);
  return answerJson(request, answer, cacheControl([stated.status]));
}
