import { SiteHeader } from "../../components/site/site-header.tsx";
import { articleSlugs } from "../../lib/io/data/data-files.ts";

/** On every page that is not made for another site to show. */
export default function DefaultHeader() {
  return <SiteHeader firstArticle={articleSlugs()[0] ?? null} />;
}
