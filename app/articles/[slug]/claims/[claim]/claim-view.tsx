import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClaimPage } from "../../../../../components/claim-page.tsx";
import { impactOf, judgementOf } from "../../../../../lib/impact.ts";
import { articleSlugs } from "../../../../../lib/io/data-files.ts";
import { claimHref } from "../../../../../lib/view/links.ts";
import { claimSubject } from "../../../../../lib/view/subject-of.ts";
import { chartInput, type Query } from "../../../../chart-input.ts";

export interface ClaimParams {
  slug: string;
  claim: string;
}

/** One claim in the view of the address; without a query, in the default one. */
export async function ClaimView({ params, query }: { params: ClaimParams; query?: Query }) {
  const found = await find(params);
  if (found === null) notFound();
  const judgement = await judgementOf(params.slug);
  const chart = await chartInput(params.slug, claimSubject(found.report, found.claim), query);
  return <ClaimPage {...found} chart={chart} judgement={"absent" in judgement ? null : judgement} />;
}

export async function claimMetadata(params: ClaimParams): Promise<Metadata> {
  const found = await find(params);
  if (found === null) return {};
  const { claim, speaker } = found;
  return {
    title: `${claim.label} (${speaker.name})`,
    description: claim.wording,
    alternates: { canonical: claimHref(params.slug, claim.id) },
  };
}

async function find({ slug, claim: id }: ClaimParams) {
  if (!articleSlugs().includes(slug)) return null;
  const report = await impactOf(slug);
  const claim = report.article.claims.find((c) => c.id === id);
  const speaker = report.article.speakers.find((s) => s.id === claim?.speaker);
  return claim === undefined || speaker === undefined ? null : { report, claim, speaker };
}
