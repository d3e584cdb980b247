import { drawable, impactOf, liveDaysHeld } from "../../../lib/impact.ts";
import { articleQuery } from "../../../lib/io/contract/api-query.ts";
import { articleSlugs } from "../../../lib/io/data/data-files.ts";
import { lineCatalogue } from "../../../lib/domain/report/line-catalogue.ts";
import { cacheControl } from "../cache-control.ts";
import { queryOf } from "../problem.ts";
import { answerJson } from "../etag-response.ts";

export { OPTIONS } from "../cross-origin.ts";

/** `GET /api/lines?article=`: what a chart can draw; the answer's shape is `LineCatalogue`. */
export async function GET(request: Request): Promise<Response> {
  const query = queryOf(articleQuery(articleSlugs()), request);
  if (query instanceof Response) return query;
  const slug = query.article;
  const [report, { days, statuses }] = await Promise.all([impactOf(slug), liveDaysHeld(slug, "chart")]);
  return answerJson(request, lineCatalogue(drawable(), report, days), cacheControl(Object.values(statuses)));
}
