import { loadCompositions, loadInstruments } from "../../../../../lib/io/data-files.ts";
import { seriesStore } from "../../../../../lib/io/series-store.ts";
import { pricesAnswer } from "../../../../../lib/view/prices-answer.ts";
import { readPricesQuery } from "../../../../../lib/view/prices-query.ts";
import { standIns } from "../../../../../lib/view/stand-ins.ts";
import { nameIn } from "../../../../../lib/view/links.ts";
import { cacheControl } from "../../../cache-control.ts";
import { badRequest, notFound } from "../../../problem.ts";

/** `GET /api/tickers/{symbol}/prices?from=&to=&base=`; the answer's shape is `PricesAnswer`. */
export async function GET(request: Request, { params }: { params: Promise<{ symbol: string }> }): Promise<Response> {
  const query = readPricesQuery(new URL(request.url).searchParams);
  if ("parameter" in query) return badRequest(query);

  const instruments = loadInstruments();
  const symbol = nameIn((await params).symbol);
  const instrument = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (instrument === undefined) return notFound("symbol", symbol, Object.keys(instruments));
  if ("none" in instrument.yahoo) {
    const error = { parameter: "symbol", value: symbol, ...standIns(instrument, loadCompositions()[symbol]) };
    return Response.json({ error }, { status: 404 });
  }

  const stated = await seriesStore().read(symbol);
  if ("failed" in stated) {
    const error = { symbol, reason: stated.failed, detail: stated.detail };
    return Response.json({ error }, { status: 503, headers: { "retry-after": "60", "cache-control": "no-store" } });
  }
  const answer = pricesAnswer(stated.series, stated.status, query);
  if ("parameter" in answer) return badRequest(answer);
  return Response.json(answer, { headers: { "cache-control": cacheControl([stated.status]) } });
}
