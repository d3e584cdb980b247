import type { ChartInput } from "../components/chart/chart-section.tsx";
import type { ShareText } from "../components/share/share-sheet.tsx";
import type { Claim } from "../lib/domain/article/article.ts";
import type { ArticleVerdicts } from "../lib/domain/judgement/judge.ts";
import type { ImpactReport, InstrumentReport } from "../lib/domain/report/report.ts";
import { verdictsOf } from "../lib/impact.ts";
import { compareStarts } from "../lib/view/chart/compare-starts.ts";
import { buildChartView, type ChartView } from "../lib/view/chart/chart-view.ts";
import { articleFinding, claimFinding, tickerFinding } from "../lib/view/verdict/words/finding.ts";
import { formatList } from "../lib/view/words/format.ts";
import { type PageAddress, pagePath } from "../lib/view/words/page-address.ts";
import { articleTitle, claimTitle, tickerTitle } from "../lib/view/site/page-title.ts";
import type { ShareCard } from "../lib/view/picture/share-card-svg.ts";
import { articleCard, claimCard, compareCard, tickerCard } from "../lib/view/picture/share-card-content.ts";
import { sharedQuery } from "../lib/view/chart/view-state.ts";
import { chartInput, type Query } from "./chart-input.ts";
import { pageAt } from "./page-at.ts";
import { absolute } from "./site-url.ts";

/** A page in the view of its address, for whatever is made of it besides the page: head, picture, embed, oEmbed. */
export interface PageView {
  address: PageAddress;
  path: string;
  /** The view as an address has it; "" for the default. */
  query: string;
  title: string;
  /** What the page found, in a sentence. */
  finding: string;
  description: string;
  chart: ChartInput;
  report: ImpactReport;
  verdicts: ArticleVerdicts | null;
  claim: Claim | null;
  instrument: InstrumentReport | null;
}

/** @returns null where the address names nothing in the data */
export async function pageView(address: PageAddress, query: Query = {}): Promise<PageView | null> {
  const page = await pageAt(address);
  if (!("subject" in page)) return null;
  const { slug, report, subject, claim, instrument } = page;
  const verdicts = await verdictsOf(slug);
  // An article has no chart of its own: its picture shows the comparison with the most lines.
  const asked = address.kind === "article" ? { lines: (compareStarts(report)[0]?.ids ?? []).join(",") } : query;
  const chart = await chartInput(slug, subject, asked);
  const view = {
    address,
    path: pagePath(address),
    query: address.kind === "article" ? "" : sharedQuery(chart.view),
    chart,
    report,
    verdicts,
    claim,
    instrument,
  };
  if (claim !== null) {
    const finding = claimFinding(report, verdicts, claim);
    return { ...view, title: claimTitle(report, verdicts, claim), finding, description: `${finding} In our words: ${claim.wording}` };
  }
  if (instrument !== null) {
    const finding = tickerFinding(report, instrument);
    return { ...view, title: tickerTitle(instrument), finding, description: `${finding} ${instrument.instrument.about}` };
  }
  if (address.kind === "article") {
    const finding = articleFinding(report, verdicts);
    return { ...view, title: articleTitle(report), finding, description: `${finding} ${report.article.summary}` };
  }
  const names = cardSeen(view)
    .drawn.filter(({ role }) => role !== "faint")
    .map(({ line }) => line.shortName);
  const description = "Any instruments, baskets and benchmarks side by side, from any base, around the day the article appeared.";
  const drawn = names.length === 0 ? "Instruments" : formatList(names);
  return {
    ...view,
    title: names.length === 0 ? "Side by side" : `${drawn} side by side`,
    finding: `${drawn} side by side, around the day the article appeared.`,
    description,
  };
}

/** What the page’s card shows: its chart, always in one. */
export function cardOf(page: PageView): ShareCard {
  const told = { report: page.report, verdicts: page.verdicts, seen: cardSeen(page) };
  if (page.claim !== null) return claimCard(page.claim, told);
  if (page.instrument !== null) return tickerCard(page.instrument, told);
  return page.address.kind === "article" ? articleCard(told) : compareCard(told);
}

function cardSeen({ chart }: Pick<PageView, "chart">): ChartView {
  return buildChartView(chart.subject, { ...chart.view, layout: "together" }, chart.held);
}

/** What a reader sends with the link. */
export function shareText({ path, query, title, finding, chart }: PageView): ShareText {
  const seen = buildChartView(chart.subject, chart.view, chart.held);
  return { path, address: absolute(`${path}${query}`), title, text: finding, embeds: seen.charts.length > 0 };
}
