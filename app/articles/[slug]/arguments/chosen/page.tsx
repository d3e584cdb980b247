import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ArgumentsPage } from "../../../../../components/arguments/arguments-page.tsx";
import { marketEventDay } from "../../../../../lib/domain/report/market-event-day.ts";
import { impactOf, verdictsOf } from "../../../../../lib/impact.ts";
import { articleSlugs } from "../../../../../lib/io/data/data-files.ts";
import { disagreementOf, isShort, readChoice } from "../../../../../lib/view/arguments/argument-choice.ts";
import { argumentsHref } from "../../../../../lib/view/words/links.ts";
import { stanceProblems, readStances, writeStances } from "../../../../../lib/view/arguments/stances.ts";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params;
  if (!articleSlugs().includes(slug)) return {};
  const { article } = await impactOf(slug);
  const { claims } = readChoice((await searchParams).claims, article);
  const ids = claims.length > 1 ? claims.map(({ id }) => id) : [];
  return {
    title: ids.length === 0 ? "Where they disagree" : (disagreementOf(claims, article)?.question ?? claims.map(({ label }) => label).join(" / ")),
    alternates: { canonical: argumentsHref(slug, ids) },
  };
}

/** Claims side by side as the address names them, or a sender's stances: drawn on request. */
export default async function ChosenArgumentsRoute({ params, searchParams }: Props) {
  const { slug } = await params;
  if (!articleSlugs().includes(slug)) notFound();
  const query = await searchParams;
  const [report, verdicts] = await Promise.all([impactOf(slug), verdictsOf(slug)]);
  const asked = query.claims !== undefined;
  const choice = asked ? readChoice(query.claims, report.article) : { claims: [], problems: [] };
  const { stances, bad } = readStances(query.stance, (id) => report.article.claims.some((claim) => claim.id === id));
  // A form sends one value per list; what is shared afterwards is the short address.
  if (asked && choice.problems.length === 0 && bad.length === 0 && !isShort(query.claims, choice.claims)) {
    redirect(
      argumentsHref(
        slug,
        choice.claims.map(({ id }) => id),
        writeStances(stances),
      ),
    );
  }
  return (
    <ArgumentsPage
      report={report}
      eventDay={marketEventDay(report)}
      verdicts={verdicts}
      choice={choice}
      sender={stances}
      problems={[...choice.problems, ...stanceProblems(bad)]}
    />
  );
}
