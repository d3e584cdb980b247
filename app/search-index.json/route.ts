import { articleSlugs, loadArticle, loadInstruments } from "../../lib/io/data/data-files.ts";
import { searchIndex } from "../../lib/view/site/search-index.ts";

/** Made once, with the build: it changes with the data alone. */
export const dynamic = "force-static";

/** `GET /search-index.json`: everything the palette can find. */
export function GET(): Response {
  return Response.json(searchIndex(articleSlugs().map((slug) => loadArticle(slug)), Object.values(loadInstruments())));
}
