import type { Metadata } from "next";
import { articleSlugs } from "../lib/io/data/data-files.ts";
import ArticlePage from "./articles/[slug]/page.tsx";
import { pageMetadata } from "./page-metadata.ts";
import { pageView } from "./page-view.ts";

export async function generateMetadata(): Promise<Metadata> {
  const page = await pageView({ kind: "article", slug: articleSlugs()[0] ?? "" });
  return page === null ? {} : { ...pageMetadata(page, "/"), title: { absolute: `Claimtape: ${page.title}` } };
}

/** The home page is the board of the first article. */
export default function HomePage() {
  const [slug = ""] = articleSlugs();
  return <ArticlePage params={Promise.resolve({ slug })} />;
}
