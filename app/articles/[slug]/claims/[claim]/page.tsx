import ClaimOnBasePage, { generateMetadata as metadataOnBase } from "./[base]/page.tsx";
import { impactOf } from "../../../../../lib/impact.ts";
import { articleSlugs } from "../../../../../lib/io/data-files.ts";

interface Props {
  params: Promise<{ slug: string; claim: string }>;
}

export const dynamicParams = false;

export async function generateStaticParams() {
  const reports = await Promise.all(articleSlugs().map(impactOf));
  return reports.flatMap(({ article }) => article.claims.map((claim) => ({ slug: article.slug, claim: claim.id })));
}

const onClose = async (params: Props["params"]) => ({ ...(await params), base: "close" });

export function generateMetadata({ params }: Props) {
  return metadataOnBase({ params: onClose(params) });
}

/** The default base is the last close before publication. */
export default function ClaimRoute({ params }: Props) {
  return <ClaimOnBasePage params={onClose(params)} />;
}
