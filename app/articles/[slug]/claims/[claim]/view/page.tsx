import type { Query } from "../../../../../chart-input.ts";
import { claimMetadata, type ClaimParams, ClaimView } from "../claim-view.tsx";

interface Props {
  params: Promise<ClaimParams>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params, searchParams }: Props) {
  return claimMetadata(await params, await searchParams);
}

/** An address with a view in its query: drawn on request, so that the page without one can be static. */
export default async function ClaimViewRoute({ params, searchParams }: Props) {
  return <ClaimView params={await params} query={await searchParams} />;
}
