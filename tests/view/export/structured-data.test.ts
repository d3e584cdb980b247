import { expect, test } from "vitest";
import { impactOf, judgementOf } from "../../../lib/impact.ts";
import { claimReview, instrumentDataset } from "../../../lib/view/export/structured-data.ts";

const report = await impactOf("deepseek-sputnik");
const judgement = await judgementOf("deepseek-sputnik");
const verdicts = "absent" in judgement ? null : judgement.verdicts;
const review = (id: string) =>
  claimReview({ report, verdicts, claim: report.article.claims.find((claim) => claim.id === id) ?? null, finding: "Found." }, "https://claimtape.example");

test("a claim that was judged is a ClaimReview with a word and no number", () => {
  expect(review("brown-10")).toMatchObject({
    "@type": "ClaimReview",
    url: "https://claimtape.example/articles/deepseek-sputnik/claims/brown-10",
    reviewRating: { "@type": "Rating", alternateName: "direction consistent, figure disputed" },
    itemReviewed: { author: { name: "Morgan Brown" } },
  });
  expect(JSON.stringify(review("brown-10"))).not.toContain("ratingValue");
});

test("a claim that was not judged is none", () => {
  for (const id of ["chamath-6", "brown-15"]) expect(review(id)).toBeNull();
});

test("an instrument with prices of its own is a Dataset; one without is none", () => {
  const of = (symbol: string) => {
    const one = report.instruments[symbol];
    if (one === undefined) throw new Error(symbol);
    return instrumentDataset(one, "https://claimtape.example");
  };
  expect(of("NVDA")).toMatchObject({
    "@type": "Dataset",
    url: "https://claimtape.example/tickers/NVDA",
    distribution: [{ contentUrl: "https://claimtape.example/api/tickers/NVDA/prices" }],
  });
  expect(of("OPENAI")).toBeNull();
});
