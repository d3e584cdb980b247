/** What search engines read of a page: schema.org’s words for it, as JSON. */
import type { Claim } from "../../domain/article/article.ts";
import type { ArticleVerdicts } from "../../domain/judgement/judge.ts";
import type { ImpactReport, InstrumentReport } from "../../domain/report/report.ts";
import { isConclusive } from "../../domain/judgement/verdict.ts";
import { verdictText } from "../verdict/words/finding.ts";
import { claimHref, tickerHref } from "../words/links.ts";

interface Reviewed {
  report: ImpactReport;
  verdicts: ArticleVerdicts | null;
  claim: Claim | null;
  finding: string;
}

/**
 * A claim’s verdict as a `ClaimReview`; null where nothing was judged. The rating is our word and no number:
 * a verdict says what prices did, not how true a claim is.
 */
export function claimReview({ report, verdicts, claim, finding }: Reviewed, origin: string): object | null {
  const verdict = claim === null ? undefined : verdicts?.claims[claim.id];
  if (claim === null || verdict === undefined || !isConclusive(verdict) || verdict.word === "unsourced") return null;
  const { article } = report;
  const speaker = article.speakers.find(({ id }) => id === claim.speaker);
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: `${origin}${claimHref(article.slug, claim.id)}`,
    claimReviewed: claim.wording,
    datePublished: article.testsWritten.day,
    author: { "@type": "Organization", name: "Claimtape", url: origin },
    reviewBody: finding,
    reviewRating: { "@type": "Rating", alternateName: verdictText(verdict) },
    itemReviewed: {
      "@type": "Claim",
      datePublished: article.publishedAt,
      ...(speaker === undefined ? {} : { author: { "@type": "Person", name: speaker.name, jobTitle: speaker.affiliation } }),
      appearance: {
        "@type": "Article",
        headline: article.title,
        author: { "@type": "Person", name: article.author },
        publisher: { "@type": "Organization", name: article.publisher },
        datePublished: article.publishedAt,
      },
    },
  };
}

/** An instrument’s prices as a `Dataset`; null where it has none of its own. */
export function instrumentDataset({ instrument, provenance }: InstrumentReport, origin: string): object | null {
  if (provenance === null) return null;
  const { symbol, name } = instrument;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: `${name} (${symbol}): daily changes around the article`,
    description: `Daily changes of ${name} from ${provenance.first} to ${provenance.last}, beside what an article claimed of it. ${instrument.about}`,
    url: `${origin}${tickerHref(symbol)}`,
    creator: { "@type": "Organization", name: "Claimtape", url: origin },
    isBasedOn: provenance.origin,
    temporalCoverage: `${provenance.first}/${provenance.last}`,
    variableMeasured: "Change from the base day’s close, adjusted for splits and dividends",
    distribution: [{ "@type": "DataDownload", encodingFormat: "application/json", contentUrl: `${origin}/api${tickerHref(symbol)}/prices` }],
  };
}
