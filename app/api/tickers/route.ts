import { loadInstruments } from "../../../lib/io/data-files.ts";
import { tickerHref } from "../../../lib/view/links.ts";
import { unknownParameter } from "../problem.ts";
import { publicFiveMinutes } from "../tagged-text.ts";

/** `GET /api/tickers`: every instrument with a page. `hasPrices` says whether `/prices` answers for it. */
export function GET(request: Request): Response {
  const bad = unknownParameter(request);
  if (bad !== null) return bad;
  const tickers = Object.values(loadInstruments()).map(({ symbol, name, kind, yahoo }) => ({
    symbol,
    name,
    kind,
    hasPrices: "symbol" in yahoo,
    page: tickerHref(symbol),
  }));
  return Response.json({ tickers }, { headers: { "cache-control": publicFiveMinutes } });
}
