import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Board } from "../../../components/board/board.tsx";
import { impactOf, verdictsOf } from "../../../lib/impact.ts";
import { boardLines } from "../../chart-input.ts";
import { articleSlugs } from "../../../lib/io/data/data-files.ts";
import { pageMetadata } from "../../page-metadata.ts";
import { pageView } from "../../page-view.ts";

interface Props {
  params: Promise<{ slug: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return articleSlugs().map((slug) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await pageView({ kind: "article", slug: (await params).slug });
  return page === null ? {} : pageMetadata(page);
}

/** The whole board. A filtered address is served by `filtered/` (next.config.ts rewrites it). */
export default async function ArticlePage({ params }: Props) {
  const { slug } = await params;
  if (!articleSlugs().includes(slug)) notFound();
  const [report, verdicts, lines] = await Promise.all([impactOf(slug), verdictsOf(slug), boardLines(slug)]);
  return <Board report={report} lines={lines} verdicts={verdicts} filter={{ speaker: "", instrument: "", type: "" }} unknown={[]} />;
}
