import { notFound } from "next/navigation";
import { ComparePage } from "../../components/compare-page.tsx";
import { impactOf } from "../../lib/impact.ts";
import { articleSlugs } from "../../lib/io/data-files.ts";
import { compareSubject } from "../../lib/view/subject-of.ts";
import { chartInput, type Query } from "../chart-input.ts";

export const compareMetadata = {
  title: "Compare",
  description: "Any instruments, baskets and benchmarks side by side, from any base, around the day the article appeared.",
  alternates: { canonical: "/compare" },
};

export async function CompareView({ query }: { query?: Query }) {
  const [slug] = articleSlugs();
  if (slug === undefined) notFound();
  const report = await impactOf(slug);
  return <ComparePage report={report} chart={await chartInput(slug, compareSubject(report), query)} />;
}
