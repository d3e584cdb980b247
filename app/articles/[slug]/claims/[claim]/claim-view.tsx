import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClaimPage } from "../../../../../components/claim/claim-page.tsx";
import { StructuredData } from "../../../../../components/ui/structured-data.tsx";
import { isAbsent } from "../../../../../lib/domain/market/series.ts";
import { marketEventDay } from "../../../../../lib/domain/report/market-event-day.ts";
import { judgementOf } from "../../../../../lib/impact.ts";
import { claimReview } from "../../../../../lib/view/export/structured-data.ts";
import type { Query } from "../../../../chart-input.ts";
import { pageMetadata } from "../../../../page-metadata.ts";
import { pageView, shareText } from "../../../../page-view.ts";
import { SITE_URL } from "../../../../site-url.ts";

export interface ClaimParams {
  slug: string;
  claim: string;
}

/** One claim in the view of the address; without a query, in the default one. */
export async function ClaimView({ params, query }: { params: ClaimParams; query?: Query }) {
  const page = await pageView({ kind: "claim", ...params }, query);
  const speaker = page?.report.article.speakers.find(({ id }) => id === page.claim?.speaker);
  if (page === null || page.claim === null || speaker === undefined) notFound();
  const judgement = await judgementOf(params.slug);
  const { report, claim, chart } = page;
  return (
    <>
      <StructuredData data={claimReview(page, SITE_URL.origin)} />
      <ClaimPage
        report={report}
        eventDay={marketEventDay(report)}
        claim={claim}
        speaker={speaker}
        chart={chart}
        judgement={isAbsent(judgement) ? null : judgement}
        share={shareText(page)}
      />
    </>
  );
}

export async function claimMetadata(params: ClaimParams, query?: Query): Promise<Metadata> {
  const page = await pageView({ kind: "claim", ...params }, query);
  return page === null ? {} : pageMetadata(page);
}
