import { articleSlugs, loadArticle, loadInstruments } from "../../lib/io/data/data-files.ts";
import { searchIndex } from "../../lib/view/site/search-index.ts";
import { type Search, searchOver } from "../../lib/view/site/search.ts";

let made: Search | null = null;

/** The palette's search on the server. The files do not change while a process lives, so one serves it. */
export function siteSearch(): Search {
  made ??= searchOver(
    searchIndex(
      articleSlugs().map((slug) => loadArticle(slug)),
      Object.values(loadInstruments()),
    ),
  );
  return made;
}
