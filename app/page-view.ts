import type { ChartInput } from "../components/chart/chart-section.tsx";
import type { ShareText } from "../components/share/share-sheet.tsx";
import type { Claim } from "../lib/domain/article/article.ts";
import type { ArticleVerdicts } from "../lib/domain/judgement/judge.ts";
import type { ImpactReport, InstrumentReport } from "../lib/domain/report/report.ts";
import { impactOf, judgementOf } from "../lib/impact.ts";
import { articleSlugs } from "../lib/io/data/data-files.ts";
import { compareStarts } from "../lib/view/chart/compare-starts.ts";
import { buildChartView, type ChartView } from "../lib/view/chart/chart-view.ts";
import { articleFinding, claimFinding, tickerFinding } from "../lib/view/verdict/words/finding.ts";
import { formatList } from "../lib/view/words/format.ts";
import { type PageAddress, pagePath } from "../lib/view/words/page-address.ts";
import { articleTitle, claimTitle, tickerTitle } from "../lib/view/site/page-title.ts";
import type { ShareCard } from "../lib/view/picture/share-card-svg.ts";
import { articleCard, claimCard, compareCard, tickerCard } from "../lib/view/picture/share-card-content.ts";
import { claimSubject, compareSubject, tickerSubject } from "../lib/view/chart/subject-of.ts";
import { sharedQuery } from "../lib/view/chart/view-state.ts";
import { chartInput, type Query } from "./chart-input.ts";
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

/** @returns null where the address names nothing we hold */
export async function pageView(address: PageAddress, query: Query = {}): Promise<PageView | null> {
  const slug = "slug" in address ? address.slug : articleSlugs()[0];
  if (slug === undefined || !articleSlugs().includes(slug)) return null;
  const [report, judgement] = await Promise.all([impactOf(slug), judgementOf(slug)]);
  const verdicts = "absent" in judgement ? null : judgement.verdicts;
  const path = pagePath(address);
  const made = async (subject: ReturnType<typeof compareSubject>, words: Pick<PageView, "title" | "finding" | "description">, about: Partial<Pick<PageView, "claim" | "instrument">> = {}, asked = query) => {
    const chart = await chartInput(slug, subject, asked);
    return { address, path, query: sharedQuery(chart.view), chart, report, verdicts, claim: null, instrument: null, ...words, ...about };
  };
  switch (address.kind) {
    case "claim": {
      const claim = report.article.claims.find(({ id }) => id === address.claim);
      if (claim === undefined) return null;
      const finding = claimFinding(report, verdicts, claim);
      return made(claimSubject(report, claim), { title: claimTitle(report, verdicts, claim), finding, description: `${finding} In our words: ${claim.wording}` }, { claim });
    }
    case "ticker": {
      const instrument = Object.hasOwn(report.instruments, address.symbol) ? report.instruments[address.symbol] : undefined;
      if (instrument === undefined) return null;
      const finding = tickerFinding(report, instrument);
      return made(tickerSubject(report, instrument), { title: tickerTitle(instrument), finding, description: `${finding} ${instrument.instrument.about}` }, { instrument });
    }
    case "article": {
      const finding = articleFinding(report, verdicts);
      const most = { lines: (compareStarts(report)[0]?.ids ?? []).join(",") };
      const page = await made(compareSubject(report), { title: articleTitle(report), finding, description: `${finding} ${report.article.summary}` }, {}, most);
      return { ...page, query: "" };
    }
    case "compare": {
      const words = { title: "Side by side", finding: "Instruments side by side, around the day the article appeared.", description: "Any instruments, baskets and benchmarks side by side, from any base, around the day the article appeared." };
      const page = await made(compareSubject(report), words);
      const names = cardSeen(page).drawn.filter(({ role }) => role !== "faint").map(({ line }) => line.shortName);
      return names.length === 0 ? page : { ...page, title: `${formatList(names)} side by side`, finding: `${formatList(names)} side by side, around the day the article appeared.` };
    }
  }
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
