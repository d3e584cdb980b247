import type { Metadata } from "next";
import { SearchPage } from "../../components/site/search-page.tsx";
import { siteSearch } from "./search.ts";

export const metadata: Metadata = {
  title: "Search",
  description: "Find a claim, a ticker, a speaker or a page; slips of the pen are forgiven.",
};

/** The empty form, and the pages. With `?q=` the answer is drawn by `found/` (next.config.ts rewrites it). */
export default function SearchRoute() {
  return <SearchPage query="" groups={siteSearch()("")} />;
}
