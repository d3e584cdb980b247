import { articleSlugs, loadArticle } from "../../../lib/io/data/data-files.ts";
import { unknownParameter } from "../problem.ts";
import { answerJson } from "../etag-response.ts";

export { OPTIONS } from "../cross-origin.ts";

/** `GET /api/articles`: every article, without its claims. */
export async function GET(request: Request): Promise<Response> {
  const bad = unknownParameter(request);
  if (bad !== null) return bad;
  const articles = articleSlugs()
    .map((slug) => loadArticle(slug))
    .map(({ slug, title, publisher, author, language, publishedAt, claims }) => ({
      slug,
      title,
      publisher,
      author,
      language,
      publishedAt,
      claims: claims.length,
    }));
  return answerJson(request, { articles });
}
