import { isAbsent } from "../../../../lib/domain/market/series.ts";
import { drawable, liveLinesFor } from "../../../../lib/impact.ts";
import { articleSlugs } from "../../../../lib/io/data/data-files.ts";
import { decodeSegment } from "../../../../lib/view/words/links.ts";
import { cacheControl } from "../../cache-control.ts";
import { notFound, unknownParameter } from "../../problem.ts";
import { answerJson } from "../../etag-response.ts";

export { OPTIONS } from "../../cross-origin.ts";

/** `GET /api/lines/{id}`: one line over all days held and Yahoo's newer sessions, for charts; the answer's shape is `Line`, or an absence with its reason. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const wrong = unknownParameter(request);
  if (wrong !== null) return wrong;
  const [slug] = articleSlugs();
  const id = decodeSegment((await params).id);
  const lines = slug === undefined ? {} : await liveLinesFor(slug, [id], "chart");
  // An object answers to names like "constructor" that nobody put there.
  const line = Object.hasOwn(lines, id) ? lines[id] : undefined;
  if (line === undefined) return notFound("id", id, drawable().map((name) => name.id));
  return answerJson(request, line, isAbsent(line) ? undefined : cacheControl(Object.values(line.live?.statuses ?? {})));
}
