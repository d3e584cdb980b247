import { impactOf } from "../../../../../lib/impact.ts";
import { articleSlugs } from "../../../../../lib/io/data/data-files.ts";
import { claimMetadata, type ClaimParams, ClaimView } from "./claim-view.tsx";

interface Props {
  params: Promise<ClaimParams>;
}

export const dynamicParams = false;

export async function generateStaticParams(): Promise<ClaimParams[]> {
  const reports = await Promise.all(articleSlugs().map(impactOf));
  return reports.flatMap(({ article }) => article.claims.map((claim) => ({ slug: article.slug, claim: claim.id })));
}

export async function generateMetadata({ params }: Props) {
  return claimMetadata(await params);
}

/** The default view, made when the site is built. */
export default async function ClaimRoute({ params }: Props) {
  return <ClaimView params={await params} />;
}
