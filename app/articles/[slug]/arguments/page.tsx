import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArgumentsPage } from "../../../../components/arguments/arguments-page.tsx";
import { marketEventDay } from "../../../../lib/domain/report/market-event-day.ts";
import { impactOf, verdictsOf } from "../../../../lib/impact.ts";
import { articleSlugs } from "../../../../lib/io/data/data-files.ts";
import { argumentsHref } from "../../../../lib/view/words/links.ts";

interface Props {
  params: Promise<{ slug: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return articleSlugs().map((slug) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return {
    title: "Where they disagree",
    description: "Claims of one article that pull against each other, side by side, with what the market did on one scale.",
    alternates: { canonical: argumentsHref(slug) },
  };
}

/** Every disagreement. An address that names claims or stances is served by `chosen/` (next.config.ts rewrites it). */
export default async function ArgumentsRoute({ params }: Props) {
  const { slug } = await params;
  if (!articleSlugs().includes(slug)) notFound();
  const [report, verdicts] = await Promise.all([impactOf(slug), verdictsOf(slug)]);
  return (
    <ArgumentsPage report={report} eventDay={marketEventDay(report)} verdicts={verdicts} choice={{ claims: [], problems: [] }} sender={{}} problems={[]} />
  );
}
