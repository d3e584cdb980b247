import { loadInstruments } from "../../../lib/io/data/data-files.ts";
import { tickerHref } from "../../../lib/view/words/links.ts";
import { unknownParameter } from "../problem.ts";
import { answerJson } from "../etag-response.ts";

export { OPTIONS } from "../cross-origin.ts";

/** `GET /api/tickers`: every instrument with a page. `hasPrices` says whether `/prices` answers for it. */
export async function GET(request: Request): Promise<Response> {
  const bad = unknownParameter(request);
  if (bad !== null) return bad;
  const tickers = Object.values(loadInstruments()).map(({ symbol, name, kind, yahoo }) => ({
    symbol,
    name,
    kind,
    hasPrices: "symbol" in yahoo,
    page: tickerHref(symbol),
  }));
  return answerJson(request, { tickers });
}
