import type { Metadata } from "next";
import { SearchPage } from "../../../components/site/search-page.tsx";
import { siteSearch } from "../search.ts";

interface Props {
  searchParams: Promise<{ q?: string | string[] }>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = await queryOf(searchParams);
  return { title: query === "" ? "Search" : `Search: ${query}`, robots: { index: false } };
}

export default async function SearchFoundRoute({ searchParams }: Props) {
  const query = await queryOf(searchParams);
  return <SearchPage query={query} groups={siteSearch()(query)} />;
}

/** More than the form lets through is cut, not obeyed. */
async function queryOf(searchParams: Props["searchParams"]): Promise<string> {
  return ([(await searchParams).q].flat()[0] ?? "").trim().slice(0, 80);
}
