import type { Query } from "../../chart-input.ts";
import { compareMetadata, CompareView } from "../compare-view.tsx";

export const metadata = compareMetadata;

export default async function CompareViewRoute({ searchParams }: { searchParams: Promise<Query> }) {
  return <CompareView query={await searchParams} />;
}
