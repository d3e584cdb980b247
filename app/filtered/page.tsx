import type { Metadata } from "next";
import { articleSlugs } from "../../lib/io/data-files.ts";
import FilteredArticlePage from "../articles/[slug]/filtered/page.tsx";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { alternates: { canonical: "/" } };

/** The home page with a filter in its address. */
export default function FilteredHomePage({ searchParams }: Props) {
  const [slug = ""] = articleSlugs();
  return <FilteredArticlePage params={Promise.resolve({ slug })} searchParams={searchParams} />;
}
