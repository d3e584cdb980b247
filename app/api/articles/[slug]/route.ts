import { impactOf, judgementOf } from "../../../../lib/impact.ts";
import { articleSlugs } from "../../../../lib/io/data-files.ts";
import { nameIn } from "../../../../lib/view/links.ts";
import { notFound, unknownParameter } from "../../problem.ts";

/** `GET /api/articles/{slug}`: the whole report and its verdicts, as the pages get them. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const bad = unknownParameter(request);
  if (bad !== null) return bad;
  const slug = nameIn((await params).slug);
  if (!articleSlugs().includes(slug)) return notFound("slug", slug, articleSlugs());
  const judgement = await judgementOf(slug);
  return Response.json({ ...(await impactOf(slug)), verdicts: "absent" in judgement ? judgement : judgement.verdicts });
}
