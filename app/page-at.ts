import { impactOf } from "../lib/impact.ts";
import type { Claim } from "../lib/domain/article/article.ts";
import type { ImpactReport, InstrumentReport } from "../lib/domain/report/report.ts";
import { articleSlugs, loadInstruments } from "../lib/io/data/data-files.ts";
import type { ChartSubject } from "../lib/view/chart/chart-subject.ts";
import { claimSubject, compareSubject, tickerSubject } from "../lib/view/chart/subject-of.ts";
import type { PageAddress } from "../lib/view/words/page-address.ts";

/** What an address names in the data, and what its chart is about. */
export interface NamedPage {
  slug: string;
  report: ImpactReport;
  subject: ChartSubject;
  claim: Claim | null;
  instrument: InstrumentReport | null;
}

/** Which part of an address names nothing, and the names there are. */
export interface MissingPage {
  parameter: string;
  value: string;
  known: string[];
}

/** The one resolver behind pages, files, pictures, embeds and oEmbed. An address without an article is about the first one. */
export async function pageAt(address: PageAddress): Promise<NamedPage | MissingPage> {
  const slug = "slug" in address ? address.slug : (articleSlugs()[0] ?? "");
  if (!articleSlugs().includes(slug)) return { parameter: "slug", value: slug, known: articleSlugs() };
  const report = await impactOf(slug);
  const page = { slug, report, claim: null, instrument: null };
  switch (address.kind) {
    case "claim": {
      const claim = report.article.claims.find(({ id }) => id === address.claim);
      if (claim === undefined) return { parameter: "claim", value: address.claim, known: report.article.claims.map(({ id }) => id) };
      return { ...page, subject: claimSubject(report, claim), claim };
    }
    case "ticker": {
      const instrument = Object.hasOwn(report.instruments, address.symbol) ? report.instruments[address.symbol] : undefined;
      if (instrument === undefined) return { parameter: "symbol", value: address.symbol, known: Object.keys(loadInstruments()) };
      return { ...page, subject: tickerSubject(report, instrument), instrument };
    }
    case "article":
    case "compare":
      return { ...page, subject: compareSubject(report) };
  }
}
