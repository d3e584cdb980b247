import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Board } from "../../../../components/board/board.tsx";
import { impactOf, verdictsOf } from "../../../../lib/impact.ts";
import { articleSlugs } from "../../../../lib/io/data/data-files.ts";
import { boardLines } from "../../../chart-input.ts";
import { readFilter } from "../../../../lib/view/board/board-filter.ts";
import { pageMetadata } from "../../../page-metadata.ts";
import { pageView } from "../../../page-view.ts";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await pageView({ kind: "article", slug: (await params).slug });
  return page === null ? {} : pageMetadata(page);
}

/** The board with a filter in its address: drawn on request, so that the unfiltered board can be static. */
export default async function FilteredArticlePage({ params, searchParams }: Props) {
  const { slug } = await params;
  if (!articleSlugs().includes(slug)) notFound();
  const [report, verdicts, lines] = await Promise.all([impactOf(slug), verdictsOf(slug), boardLines(slug)]);
  return <Board report={report} lines={lines} verdicts={verdicts} {...readFilter(await searchParams, report.article)} />;
}
