import { articleSlugs, loadInstruments, readPriceSeries } from "../../../lib/io/data/data-files.ts";
import { redisFromEnvironment } from "../../../lib/io/process/redis-link.ts";
import { seriesStore } from "../../../lib/io/prices/series-store.ts";
import { unknownParameter } from "../problem.ts";
import { answerJson } from "../etag-response.ts";

export { OPTIONS } from "../cross-origin.ts";

/** `GET /api/health`: what is served, from which prices, and how each vendor stands. Asks no vendor. */
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
      vendors: await store.vendors(),
      // Away, each server goes on with what it has: slower to learn, no less right.
      redis: redisFromEnvironment()?.state() ?? null,
    },
    "no-cache",
  );
}
