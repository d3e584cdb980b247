import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmbedChart, type EmbedTheme } from "../../../components/chart/embed-chart.tsx";
import { pageAddress } from "../../../lib/view/words/page-address.ts";
import type { Query } from "../../chart-input.ts";
import { embedMetadata } from "../../page-metadata.ts";
import { pageView, type PageView } from "../../page-view.ts";

interface Props {
  params: Promise<{ path: string[] }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await embedded(props);
  return page === null ? {} : embedMetadata(page);
}

/** The chart of a page by itself, in its view, for another site to show: `/embed` and the page’s own address. */
export default async function EmbedRoute(props: Props) {
  const page = await embedded(props);
  if (page === null) notFound();
  const { chart, claim, verdicts, report } = page;
  const speaker = report.article.speakers.find(({ id }) => id === claim?.speaker);
  const { theme: asked } = await props.searchParams;
  const theme = themes.find((one) => one === asked) ?? "auto";
  return (
    <EmbedChart
      chart={chart}
      theme={theme}
      said={claim === null ? null : { wording: claim.wording, who: `${speaker?.name ?? ""}, ${claim.locator}` }}
      verdict={claim === null ? null : (verdicts?.claims[claim.id] ?? null)}
    />
  );
}

const themes: readonly EmbedTheme[] = ["light", "dark", "auto"];

async function embedded({ params, searchParams }: Props): Promise<PageView | null> {
  const address = pageAddress(`/${(await params).path.join("/")}`);
  return address === null || address.kind === "article" ? null : pageView(address, await searchParams);
}
