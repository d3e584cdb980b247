import { articleSlugs } from "../lib/io/data-files.ts";
import ArticlePage from "./articles/[slug]/page.tsx";

/** The home page is the board of the first article. */
export default function HomePage() {
  const [slug = ""] = articleSlugs();
  return <ArticlePage params={Promise.resolve({ slug })} />;
}
