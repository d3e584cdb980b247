import { drawable, linesFor } from "../../../../lib/impact.ts";
import { articleSlugs } from "../../../../lib/io/data/data-files.ts";
import { nameIn } from "../../../../lib/view/words/links.ts";
import { notFound, unknownParameter } from "../../problem.ts";
import { answerTagged, taggedJson, type TaggedText } from "../../tagged-text.ts";

export { OPTIONS } from "../../cross-origin.ts";

/** As many as `drawable` lists; the files behind them do not change while a process lives. */
const texts = new Map<string, TaggedText>();

/** `GET /api/lines/{id}`: one line over all days held, for charts; the answer's shape is `Line`, or an absence with its reason. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const wrong = unknownParameter(request);
  if (wrong !== null) return wrong;
  const [slug] = articleSlugs();
  const id = nameIn((await params).id);
  const lines = slug === undefined ? {} : await linesFor(slug, [id]);
  // An object answers to names like "constructor" that nobody put there.
  const line = Object.hasOwn(lines, id) ? lines[id] : undefined;
  if (line === undefined) return notFound("id", id, drawable().map((name) => name.id));
  const text = texts.get(id) ?? (await taggedJson(line));
  texts.set(id, text);
  return answerTagged(request, text);
}
