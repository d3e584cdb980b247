import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClaimPage } from "../../../../../../components/claim-page.tsx";
import { impactOf, judgementOf } from "../../../../../../lib/impact.ts";
import { articleSlugs } from "../../../../../../lib/io/data-files.ts";
import { BASES } from "../../../../../../lib/view/base-labels.ts";
import { claimHref } from "../../../../../../lib/view/links.ts";

interface Props {
  params: Promise<{ slug: string; claim: string; base: string }>;
}

export const dynamicParams = false;

export async function generateStaticParams() {
  const reports = await Promise.all(articleSlugs().map(impactOf));
  const others = BASES.filter((base) => base !== "close");
  return reports.flatMap(({ article }) =>
    article.claims.flatMap((claim) => others.map((base) => ({ slug: article.slug, claim: claim.id, base }))),
  );
}

async function find(params: Props["params"]) {
  const { slug, claim: id, base: word } = await params;
  const base = BASES.find((b) => b === word);
  if (base === undefined || !articleSlugs().includes(slug)) return null;
  const report = await impactOf(slug);
  const claim = report.article.claims.find((c) => c.id === id);
  const speaker = report.article.speakers.find((s) => s.id === claim?.speaker);
  if (claim === undefined || speaker === undefined) return null;
  const judgement = await judgementOf(slug);
  return { report, claim, speaker, base, judgement: "absent" in judgement ? null : judgement };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find(params);
  if (found === null) return {};
  const { claim, speaker, report } = found;
  return {
    title: `${claim.label} (${speaker.name})`,
    description: claim.wording,
    alternates: { canonical: claimHref(report.article.slug, claim.id) },
  };
}

/** One claim measured from one base. `?base=` addresses are rewritten to these static pages. */
export default async function ClaimOnBasePage({ params }: Props) {
  const found = await find(params);
  if (found === null) notFound();
  return <ClaimPage {...found} />;
}
