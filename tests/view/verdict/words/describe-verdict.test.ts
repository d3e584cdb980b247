import { beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../../../../lib/domain/article/article.ts";
import { judgeArticle } from "../../../../lib/domain/judgement/judge.ts";
import { isAbsent } from "../../../../lib/domain/market/series.ts";
import { impactOf } from "../../../../lib/impact.ts";
import { loadArticle, loadCapex, loadCompositions, loadInstruments, readPriceSeries } from "../../../../lib/io/data/data-files.ts";
import { describeRule } from "../../../../lib/view/verdict/words/describe-rule.ts";
import { describeOutcome } from "../../../../lib/view/verdict/words/describe-verdict.ts";
import type { SentenceContext } from "../../../../lib/view/verdict/words/sentence-context.ts";
import { formatQuantity } from "../../../../lib/view/words/quantity.ts";
import { describeRankDisagreements } from "../../../../lib/view/verdict/words/describe-direction.ts";

const SLUG = "deepseek-sputnik";
let context: SentenceContext;
let article: Article;
beforeAll(async () => {
  article = loadArticle(SLUG);
  const report = await impactOf(SLUG);
  const event = report.eventDays.NASDAQ;
  if (event === undefined || isAbsent(event)) throw new Error(event?.why ?? "no such exchange");
  const names = loadInstruments();
  const compositions = loadCompositions();
  const symbols = [
    ...Object.keys(names),
    ...Object.values(compositions).flatMap((c) => (c.kind === "group" ? c.members : c.proxies.flatMap((p) => p.members)).map((m) => m.symbol)),
  ];
  const series = Object.fromEntries(
    symbols.flatMap((symbol) => {
      const found = readPriceSeries(symbol);
      return found === null ? [] : [[symbol, found]];
    }),
  );
  context = { names, verdicts: judgeArticle({ article, instruments: names, compositions, capex: loadCapex(), series, benchmarks: ["SPY", "RSP"], event }) };
});

const sentence = (id: string) => {
  const claim = article.claims.find((entry) => entry.id === id);
  if (claim === undefined) throw new Error(`no claim ${id}`);
  const outcome = context.verdicts.claims[id]?.outcomes[0];
  if (outcome === undefined) throw new Error(`${id} is not judged`);
  return describeOutcome(outcome, claim.tests[0], claim, context).replaceAll("\u202F", " ");
};

describe("the first sentence", () => {
  it("says what a reader would say", () => {
    expect(sentence("brown-0b")).toBe(
      "Nvidia fell 17.0 %, 13.4 points below what its usual relation to SPY predicts; none of the 250 estimation days, 11 January 2024 to 8 January 2025, was as low.",
    );
  });

  it("names the second benchmark where the two disagree", () => {
    expect(sentence("brown-9")).toContain("0.6 points below what its usual relation to SPY predicts and 3.1 points below what that to RSP predicts");
    expect(sentence("brown-0b")).not.toContain("RSP");
  });

  it("counts figures and tells the notable one", () => {
    expect(sentence("goldman-4")).toBe(
      "One of the four numbers is understated: Stargate’s planned spending in a year is stated as $100bn a year; the reference gives $125bn. The other three match.",
    );
    expect(sentence("brown-0a")).toBe(
      "Nvidia’s market value is stated as $2T; the price of 24 January 2025 times shares outstanding gives $3.49T: understated.",
    );
  });

  it("says at which horizons anything could be told", () => {
    expect(sentence("chamath-3")).toBe(
      "On the first day AI Data Centres and Power Up America fell further against SPY than chance explains; at 5 to 250 sessions nothing can be told from chance.",
    );
  });

  it("says which part of a mixed direction did and which did not", () => {
    expect(sentence("brown-13")).toMatch(
      /^Semiconductors and AI Data Centres fell beyond what the market explains; the Magnificent Seven did not detectably\. /,
    );
  });

  it("exists for every outcome, is short, and never says why", () => {
    for (const claim of article.claims) {
      context.verdicts.claims[claim.id]?.outcomes.forEach((outcome, i) => {
        const text = describeOutcome(outcome, claim.tests[i], claim, context);
        expect(text).toMatch(/^[A-Z$0-9<“].*\.$/s);
        expect(text.split(/\s+/).length).toBeLessThanOrEqual(46);
        expect(text).not.toMatch(/because|due to|caused|thanks to|NaN|undefined|null|Infinity|(?<![\w.])-\d/);
        expect(describeRule(outcome, context.verdicts)).toMatch(/^[A-Z].*\.$/);
      });
    }
  });
});

describe("what stands beside", () => {
  it("says where rank and t disagree", () => {
    const outcome = context.verdicts.claims["brown-11"]?.outcomes[0];
    if (outcome?.kind !== "direction") throw new Error("brown-11 is a direction");
    expect(describeRankDisagreements(outcome, context.names)).toEqual(["With the next session added, the rank but not t against SPY passes 5 % for Meta."]);
  });
});

describe("quantities", () => {
  it.each([
    [3.494e12, "USD", "$3.49tn"],
    [7.5e10, "USD", "$75bn"],
    [5_576_000, "USD", "$5.58M"],
    [40_000, "USD", "$40,000"],
    [54, "days", "54 days"],
    [2.8e11, "parameters", "280bn parameters"],
    [0.01309, "fraction", "1.31\u202F%"],
    [0.746, "fraction", "74.6\u202F%"],
    [17.93, "times", "17.9 times"],
    [0, "USD", "$0"],
  ])("%d %s", (value, unit, text) => expect(formatQuantity(value, unit)).toBe(text));
});
