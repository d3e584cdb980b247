import { articleSlugs, loadArticle } from "../../../lib/io/data-files.ts";
import { unknownParameter } from "../problem.ts";
import { publicFiveMinutes } from "../tagged-text.ts";

/** `GET /api/articles`: every article, without its claims. */
export function GET(request: Request): Response {
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
  return Response.json({ articles }, { headers: { "cache-control": publicFiveMinutes } });
}
