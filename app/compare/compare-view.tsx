import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComparePage } from "../../components/chart/compare-page.tsx";
import { marketEventDay } from "../../lib/domain/report/market-event-day.ts";
import type { Query } from "../chart-input.ts";
import { pageMetadata } from "../page-metadata.ts";
import { pageView, shareText } from "../page-view.ts";

export async function compareMetadata(query?: Query): Promise<Metadata> {
  const page = await pageView({ kind: "compare" }, query);
  return page === null ? {} : pageMetadata(page);
}

export async function CompareView({ query }: { query?: Query }) {
  const page = await pageView({ kind: "compare" }, query);
  if (page === null) notFound();
  return <ComparePage report={page.report} eventDay={marketEventDay(page.report)} chart={page.chart} share={shareText(page)} />;
}
