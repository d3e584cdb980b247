import { isAbsent } from "../../../../lib/domain/market/series.ts";
import { drawable, liveLinesFor } from "../../../../lib/impact.ts";
import { articleQuery } from "../../../../lib/io/contract/api-query.ts";
import { articleSlugs } from "../../../../lib/io/data/data-files.ts";
import { decodeSegment } from "../../../../lib/view/words/links.ts";
import { cacheControl } from "../../cache-control.ts";
import { notFound, queryOf } from "../../problem.ts";
import { answerJson } from "../../etag-response.ts";

export { OPTIONS } from "../../cross-origin.ts";

/** `GET /api/lines/{id}?article=`: one line over all days held and Yahoo's newer sessions, for charts; the answer's shape is `Line`, or an absence with its reason. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const query = queryOf(articleQuery(articleSlugs()), request);
  if (query instanceof Response) return query;
  const id = decodeSegment((await params).id);
  const lines = await liveLinesFor(query.article, [id], "chart");
  // An object answers to names like "constructor" that nobody put there.
  const line = Object.hasOwn(lines, id) ? lines[id] : undefined;
  if (line === undefined) return notFound("id", id, drawable().map((name) => name.id));
  return answerJson(request, line, isAbsent(line) ? undefined : cacheControl(Object.values(line.live?.statuses ?? {})));
}
