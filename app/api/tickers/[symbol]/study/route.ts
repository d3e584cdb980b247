import { isAbsent } from "../../../../../lib/domain/market/series.ts";
import { studyAround } from "../../../../../lib/impact.ts";
import { fewestReturns, studyQuery } from "../../../../../lib/io/contract/api-query.ts";
import { loadCompositions, loadInstruments } from "../../../../../lib/io/data/data-files.ts";
import type { StudyAnswer } from "../../../../../lib/io/contract/study-schema.ts";
import { standIns } from "../../../../../lib/domain/report/stand-ins.ts";
import { decodeSegment } from "../../../../../lib/view/words/links.ts";
import { apiFacts } from "../../../api-facts.ts";
import { notFound, problem, queryOf } from "../../../problem.ts";
import { answerJson } from "../../../etag-response.ts";

export { OPTIONS } from "../../../cross-origin.ts";

/** `GET /api/tickers/{symbol}/study?benchmark=SPY&event=2025-01-27&estimation=250&gap=10`; the answer's shape is `Study`, and a `note`. */
export async function GET(request: Request, { params }: { params: Promise<{ symbol: string }> }): Promise<Response> {
  const query = queryOf(studyQuery(await apiFacts()), request);
  if (query instanceof Response) return query;

  const instruments = loadInstruments();
  const symbol = decodeSegment((await params).symbol);
  const instrument = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (instrument === undefined) return notFound("symbol", symbol, Object.keys(instruments));
  if (instrument.kind === "basket" || instrument.kind === "private") {
    return problem(404, { parameter: "symbol", value: symbol, ...standIns(instrument, loadCompositions()[symbol]) });
  }
  const study = studyAround(symbol, query.benchmark, query.event, { ...query, minimum: fewestReturns(query) });
  if (isAbsent(study)) return problem(422, { symbol, event: query.event, reason: study.absent, detail: study.why });
  const answer: StudyAnswer = { ...study, note: unadjusted };
  return answerJson(request, answer);
}

/** Who asks for many studies and keeps the smallest p has tested nothing. */
const unadjusted =
  "Every p-value and interval here is of this one study, unadjusted for multiplicity: among many instruments, days or windows some are small by chance. " +
  "The verdicts of an article are held to Holm's correction over its distinct direction tests; see /method.";
