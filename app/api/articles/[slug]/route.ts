import { isAbsent } from "../../../../lib/domain/market/series.ts";
import { impactOf, judgementOf } from "../../../../lib/impact.ts";
import { articleSlugs } from "../../../../lib/io/data/data-files.ts";
import type { ArticleAnswer } from "../../../../lib/io/contract/report-schema.ts";
import { decodeSegment } from "../../../../lib/view/words/links.ts";
import { notFound, unknownParameter } from "../../problem.ts";
import { etagResponse, taggedJson } from "../../etag-response.ts";
import type { TaggedText } from "../../etag-response.ts";

export { OPTIONS } from "../../cross-origin.ts";

/** `GET /api/articles/{slug}`: the whole report and its verdicts, as the pages get them. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const bad = unknownParameter(request);
  if (bad !== null) return bad;
  const slug = decodeSegment((await params).slug);
  if (!articleSlugs().includes(slug)) return notFound("slug", slug, articleSlugs());
  return etagResponse(request, await answerOf(slug));
}

/** One per article: a report is long, and it does not change while a process lives. */
const answers = new Map<string, Promise<TaggedText>>();

function answerOf(slug: string): Promise<TaggedText> {
  const known = answers.get(slug);
  if (known !== undefined) return known;
  const fresh = written(slug);
  answers.set(slug, fresh);
  fresh.catch(() => answers.delete(slug));
  return fresh;
}

async function written(slug: string): Promise<TaggedText> {
  const judgement = await judgementOf(slug);
  const answer: ArticleAnswer = { ...(await impactOf(slug)), verdicts: isAbsent(judgement) ? judgement : judgement.verdicts };
  return taggedJson(answer);
}
