import { impactOf, studyAround } from "../../../../../lib/impact.ts";
import { articleSlugs, loadCompositions, loadInstruments } from "../../../../../lib/io/data-files.ts";
import { standIns } from "../../../../../lib/view/stand-ins.ts";
import { readStudyQuery } from "../../../../../lib/view/study-query.ts";
import { nameIn } from "../../../../../lib/view/links.ts";
import { marketEventDay } from "../../../../../lib/view/market-event-day.ts";
import { badRequest, notFound } from "../../../problem.ts";
import { publicFiveMinutes } from "../../../tagged-text.ts";

/** `GET /api/tickers/{symbol}/study?benchmark=SPY&event=2025-01-27&estimation=250&gap=10`; the answer's shape is `Study`, and a `note`. */
export async function GET(request: Request, { params }: { params: Promise<{ symbol: string }> }): Promise<Response> {
  const instruments = loadInstruments();
  const [slug = ""] = articleSlugs();
  const report = await impactOf(slug);
  const event = marketEventDay(report);
  const query = readStudyQuery(new URL(request.url).searchParams, report.benchmarks, "absent" in event ? "" : event.eventDay);
  if ("parameter" in query) return badRequest(query);

  const symbol = nameIn((await params).symbol);
  const instrument = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (instrument === undefined) return notFound("symbol", symbol, Object.keys(instruments));
  if (instrument.kind === "basket" || instrument.kind === "private") {
    const error = { parameter: "symbol", value: symbol, ...standIns(instrument, loadCompositions()[symbol]) };
    return Response.json({ error }, { status: 404 });
  }
  // Asked as 120 or fewer, the reader has chosen a shorter sample: then all of it is needed.
  const minimum = Math.min(query.estimation, 120);
  const study = studyAround(symbol, query.benchmark, query.event, { ...query, minimum });
  if ("absent" in study) {
    const { absent: reason, why: detail } = study;
    return Response.json({ error: { symbol, event: query.event, reason, detail } }, { status: 422 });
  }
  return Response.json({ ...study, note: unadjusted }, { headers: { "cache-control": publicFiveMinutes } });
}

/** Who asks for many studies and keeps the smallest p has tested nothing. */
const unadjusted =
  "Every p-value and interval here is of this one study, unadjusted for multiplicity: among many instruments, days or windows some are small by chance. " +
  "The verdicts of an article are held to Holm's correction over its distinct direction tests; see /method.";
