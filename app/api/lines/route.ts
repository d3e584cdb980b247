import { drawable, impactOf, liveDaysHeld } from "../../../lib/impact.ts";
import { articleSlugs } from "../../../lib/io/data/data-files.ts";
import { lineCatalogue } from "../../../lib/domain/report/line-catalogue.ts";
import { cacheControl } from "../cache-control.ts";
import { notFound, unknownParameter } from "../problem.ts";
import { answerJson } from "../etag-response.ts";

export { OPTIONS } from "../cross-origin.ts";

/** `GET /api/lines`: what a chart can draw; the answer's shape is `LineCatalogue`. */
export async function GET(request: Request): Promise<Response> {
  const wrong = unknownParameter(request);
  if (wrong !== null) return wrong;
  const [slug] = articleSlugs();
  if (slug === undefined) return notFound("slug", "", []);
  const [report, { days, statuses }] = await Promise.all([impactOf(slug), liveDaysHeld(slug, "chart")]);
  return answerJson(request, lineCatalogue(drawable(), report, days), cacheControl(Object.values(statuses)));
}
