import type { Query } from "../../chart-input.ts";
import { compareMetadata, CompareView } from "../compare-view.tsx";

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props) {
  return compareMetadata(await searchParams);
}

export default async function CompareViewRoute({ searchParams }: Props) {
  return <CompareView query={await searchParams} />;
}
