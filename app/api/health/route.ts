import { articleSlugs, loadInstruments, readPriceSeries } from "../../../lib/io/data-files.ts";
import { seriesStore } from "../../../lib/io/series-store.ts";
import { unknownParameter } from "../problem.ts";
import { answerJson } from "../tagged-text.ts";

export { OPTIONS } from "../cross-origin.ts";

/** `GET /api/health`: what is served, from which prices, and how the last question to Yahoo ended. Asks nobody. */
export async function GET(request: Request): Promise<Response> {
  const bad = unknownParameter(request);
  if (bad !== null) return bad;
  const store = seriesStore();
  const instruments = Object.values(loadInstruments());
  const taken = instruments.flatMap(({ symbol, yahoo }) => ("symbol" in yahoo ? (readPriceSeries(symbol)?.asOf ?? []) : []));
  return answerJson(
    request,
    {
      status: "ok",
      prices: store.mode,
      snapshot: { asOf: taken.toSorted().at(-1) ?? null, series: taken.length },
      counts: { articles: articleSlugs().length, instruments: instruments.length },
      yahoo: store.lastOutcome(),
    },
    "no-cache",
  );
}
