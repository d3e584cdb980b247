import { describe, expect, test } from "vitest";
import { impactOf, judgementOf } from "../../../../lib/impact.ts";
import { articleFinding, claimFinding, tickerFinding } from "../../../../lib/view/verdict/words/finding.ts";
import { claimTitle, tickerTitle } from "../../../../lib/view/site/page-title.ts";
import { wordLabels } from "../../../../lib/view/words/labels.ts";

const SLUG = "deepseek-sputnik";
const report = await impactOf(SLUG);
const judgement = await judgementOf(SLUG);
const verdicts = "absent" in judgement ? null : judgement.verdicts;
const { claims } = report.article;
const find = (id: string) => {
  const claim = claims.find((one) => one.id === id);
  if (claim === undefined) throw new Error(`no claim ${id}`);
  return claim;
};

describe("what a page found", () => {
  // Nasdaq’s closes of 24 and 27 January 2025, 142.62 and 118.42: down 16.97 %.
  test("of Nvidia’s claim is its move, its day and both its words", () => {
    expect(claimFinding(report, verdicts, find("brown-10"))).toBe(
      "Nvidia fell 16.97\u202F% on 27 January 2025, close to close; the verdict on Morgan Brown’s claim: direction consistent, figure disputed.",
    );
  });

  test("of a claim without a price says so", () => {
    expect(claimFinding(report, verdicts, find("chamath-6"))).toBe(
      "Nothing it names has a price of its own; the verdict on Chamath Palihapitiya’s claim: no price.",
    );
  });

  test("of what trades elsewhere names its own day", () => {
    expect(claimFinding(report, verdicts, find("goldman-4"))).toContain("SoftBank fell 5.22\u202F% on 28 January 2025");
    expect(tickerTitle(report.instruments["9984.T"] ?? fail())).toContain("28 January 2025");
  });

  test("of a basket is its stand-ins’", () => {
    expect(tickerFinding(report, report.instruments.GSENEPOW ?? fail())).toMatch(/^The stand-ins of Power Up America moved −/);
  });

  test.each(claims.map((claim) => [claim.id, claim] as const))("%s: a sign, a number and a verdict where there are some", (_, claim) => {
    const said = claimFinding(report, verdicts, claim);
    const priced = claim.exposures.some(
      ({ symbol }) => !("absent" in (report.instruments[symbol]?.moves ?? { absent: "" })) || report.instruments[symbol]?.instrument.kind === "basket",
    );
    if (priced) expect(said).toMatch(/(fell|rose|moved −|moved \+) ?\d[\d.]*/);
    expect(Object.values(wordLabels).some((word) => said.includes(word))).toBe(true);
  });

  test("is never a reason", () => {
    const all = [
      ...claims.flatMap((claim) => [claimFinding(report, verdicts, claim), claimTitle(report, verdicts, claim)]),
      ...Object.values(report.instruments).flatMap((one) => [tickerFinding(report, one), tickerTitle(one)]),
      articleFinding(report, verdicts),
    ];
    expect(all.filter((said) => /because|due to|caused|thanks to|after the article|led to|as a result/i.test(said))).toEqual([]);
    expect(all.filter((said) => /undefined|NaN|null/.test(said))).toEqual([]);
  });

  test("of the article counts every claim once", () => {
    const counts: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 };
    const [, listed = ""] = articleFinding(report, verdicts).split(": ");
    const total = listed.split(/, | and /).reduce((sum, one) => sum + (counts[one.split(" ")[0] ?? ""] ?? Number.NaN), 0);
    expect(total).toBe(claims.length);
  });
});

function fail(): never {
  throw new Error("no such instrument");
}
