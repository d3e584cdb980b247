/** The engine judges every claim of articles it was not made for, or says why it does not. */
import { describe, expect, it } from "vitest";
import { benchmarksOf, withGroups } from "../../../lib/domain/article/article-groups.ts";
import type { Figure } from "../../../lib/domain/article/claim-test.ts";
import { judgeArticle } from "../../../lib/domain/judgement/judge.ts";
import type { ArticleVerdicts } from "../../../lib/domain/judgement/judge.ts";
import type { TestOutcome } from "../../../lib/domain/judgement/outcome.ts";
import { isConclusive } from "../../../lib/domain/judgement/verdict.ts";
import type { Word } from "../../../lib/domain/judgement/verdict.ts";
import { eventDay } from "../../../lib/domain/market/event-day.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { judgementOf } from "../../../lib/impact.ts";
import { loadCapex, loadExchanges, readPriceSeries } from "../../../lib/io/data/data-files.ts";
import { testOutcome } from "../../../lib/io/contract/outcome-schema.ts";
import { otherArticle, otherArticles } from "../../fixtures/other-articles.ts";

function judged(slug: string) {
  const { article, ...known } = otherArticle(slug);
  const { instruments, compositions } = withGroups(article, known);
  const benchmarks = benchmarksOf(article, instruments);
  const held = Object.keys(instruments).flatMap((symbol) => readPriceSeries(symbol) ?? []);
  const series: Record<string, PriceSeries> = Object.fromEntries(held.map((one) => [one.symbol, one]));
  const exchange = loadExchanges().find(({ id }) => id === instruments[benchmarks[0] ?? ""]?.exchange);
  const event = exchange === undefined ? undefined : eventDay(article.publishedAt, exchange, series[exchange.sessionsOf]?.days ?? []);
  if (event === undefined || isAbsent(event)) throw new Error(event?.why ?? "no exchange");
  const verdicts = judgeArticle({ article, instruments, compositions, capex: loadCapex(), series, benchmarks, event });
  return { article, instruments, compositions, series, event, verdicts };
}

const all = Object.fromEntries(otherArticles.map((slug) => [slug, judged(slug)]));
const of = (slug: string) => {
  const found = all[slug];
  if (found === undefined) throw new Error(`no ${slug}`);
  return found;
};

describe.each(otherArticles)("%s", (slug) => {
  const { article, compositions, series, verdicts } = of(slug);
  const members = (symbol: string) => {
    const behind = compositions[symbol];
    return behind?.kind === "group" ? behind.members.map((member) => member.symbol) : [symbol];
  };
  const priced = (symbol: string) => members(symbol).every((member) => series[member] !== undefined);

  it.each(article.claims.map((claim) => [claim.id, claim] as const))("%s has a word of its own tests, and a reason where it has none", (id, claim) => {
    const verdict = verdicts.claims[id];
    expect(verdict?.outcomes.map(({ kind }) => kind)).toEqual(claim.tests.map(({ kind }) => kind));
    expect(verdict?.word).toBe(verdict?.outcomes[0]?.judged.word);
    for (const outcome of verdict?.outcomes ?? []) {
      if (!isConclusive(outcome.judged)) expect(outcome.judged.reasons.length, `${id} ${outcome.kind}`).toBeGreaterThan(0);
      for (const why of absences(outcome)) expect(why).toMatch(/\w{3}.*\.$/);
    }
  });

  it("judges a direction exactly where its instrument, or every member of its group, has prices here", () => {
    for (const { unit, windows } of verdicts.family)
      expect(
        windows.map((window) => !isAbsent(window)),
        unit,
      ).toEqual(windows.map(() => priced(unit)));
  });

  it("judges a pair exactly where both sides have prices here", () => {
    for (const { outcomes } of Object.values(verdicts.claims)) {
      for (const outcome of outcomes) {
        if (outcome.kind !== "pair") continue;
        for (const { higher, lower, windows } of outcome.findings) {
          expect(
            windows.map(({ estimate }) => !isAbsent(estimate)),
            `${higher} ${lower}`,
          ).toEqual(windows.map(() => priced(higher) && priced(lower)));
        }
      }
    }
  });

  it("corrects all of the article’s directions together", () => {
    const asked = article.claims.flatMap(({ tests }) => tests.flatMap((test) => (test.kind === "direction" ? test.expected.map(({ symbol }) => symbol) : [])));
    expect(verdicts.family.map(({ unit }) => unit).toSorted()).toEqual([...new Set(asked)].toSorted());
  });

  it("gives answers that the API’s schema knows, and that come back from JSON as they went", () => {
    for (const { outcomes } of Object.values(verdicts.claims))
      for (const outcome of outcomes) expect(testOutcome.parse(JSON.parse(JSON.stringify(outcome)))).toEqual(outcome);
  });

  it("gives a figure without a reference no word but unsourced", () => {
    const figures = article.claims.flatMap(({ tests }) => tests.flatMap((test) => (test.kind === "figure" ? test.figures : [])));
    const words = Object.fromEntries(figureWords(verdicts));
    for (const { id, reference } of figures) expect(words[id] === "unsourced", id).toBe(reference === null || onMemory(reference));
  });
});

describe("their days", () => {
  it("a memo of a Sunday meets Monday, a release after the close the next session", () => {
    expect(of("citrini-2028").event).toMatchObject({ phase: "no-session-that-day", eventDay: "2026-02-23", baseDay: "2026-02-20" });
    expect(of("doj-google-2025-09-02").event).toMatchObject({ phase: "after-close", eventDay: "2025-09-03", baseDay: "2025-09-02" });
  });

  it("moved as was reported: the S&P 500 by −1.04 percent, Alphabet up by 9", () => {
    const moved = (slug: string, symbol: string) => {
      const { series, event } = of(slug);
      const { days = [], adjclose = [] } = series[symbol] ?? {};
      return (adjclose[days.indexOf(event.eventDay)] ?? NaN) / (adjclose[days.indexOf(event.baseDay)] ?? NaN) - 1;
    };
    expect(moved("citrini-2028", "SPY")).toBeCloseTo(-0.0104, 3);
    expect(moved("doj-google-2025-09-02", "GOOGL")).toBeCloseTo(0.091, 2);
  });
});

describe("words that are sure whatever prices are added", () => {
  it("of figures, as their references have it", () => {
    expect(Object.fromEntries(figureWords(of("citrini-2028").verdicts))).toEqual({
      "white-collar-jobs": "unsourced",
      "white-collar-spending": "unsourced",
      "india-exports": "matches",
      "top-tenth": "matches",
      "top-fifth": "unsourced",
      "private-credit-2015": "matches",
      "private-credit-2026": "disputed",
      "zendesk-price": "matches",
      "zendesk-loan": "matches",
      "labour-1974": "matches",
      "labour-2024": "matches",
      mortgages: "matches",
      "crisis-fall": "matches",
      "chatgpt-level": "matches",
      "near-high": "matches",
    });
  });

  it("of a release called a win: Alphabet rose, and rose above Microsoft", () => {
    expect(of("doj-google-2025-09-02").verdicts.claims["doj-1"]?.outcomes.map(({ judged: { word } }) => word)).toEqual(["opposite", "opposite"]);
  });
});

it("the first article keeps every word it had before pairs, sets and sizes were known", async () => {
  const judgement = await judgementOf("deepseek-sputnik");
  if (isAbsent(judgement)) throw new Error(judgement.why);
  const words = Object.fromEntries(
    Object.values(judgement.verdicts.claims).map(({ claim, outcomes }) => [
      claim,
      outcomes.map(({ judged: { word, reasons } }) => [word, ...reasons].join(" ")).join(", "),
    ]),
  );
  expect(words).toEqual(FIRST);
});

const FIRST: Record<string, string> = {
  "goldman-1": "matches",
  "goldman-2": "consistent",
  "goldman-3": "not-testable no-direction",
  "goldman-4": "mixed",
  "goldman-5": "not-testable no-date",
  "goldman-6": "mixed",
  "brown-0a": "understated",
  "brown-0b": "consistent, not-detectable multiplicity size",
  "brown-1": "mixed",
  "brown-2": "understated",
  "brown-3": "disputed, consistent",
  "brown-4": "mixed",
  "brown-5": "mixed",
  "brown-7": "mixed, consistent",
  "brown-8": "no-price no-price",
  "brown-9": "not-detectable benchmark",
  "brown-10": "consistent, disputed",
  "brown-11": "not-detectable benchmark, matches",
  "brown-12": "not-detectable benchmark",
  "brown-13": "mixed",
  "brown-14": "not-testable no-direction",
  "brown-15": "not-testable no-date",
  "chamath-1": "not-testable no-direction",
  "chamath-2": "not-testable no-direction",
  "chamath-3": "mixed",
  "chamath-4a": "mixed",
  "chamath-4b": "not-detectable size",
  "chamath-4c": "not-detectable size",
  "chamath-4d": "consistent",
  "chamath-4e": "not-testable condition-not-met, matches",
  "chamath-5": "not-testable no-date",
  "chamath-6": "no-price no-price",
};

function onMemory({ inputs }: NonNullable<Figure["reference"]>): boolean {
  const sourced = inputs.filter(({ source }) => source.standing !== "computed");
  return sourced.length > 0 && sourced.every(({ source }) => source.standing === "remembered");
}

function figureWords({ claims }: ArticleVerdicts): [string, Word][] {
  return Object.values(claims).flatMap(({ outcomes }) =>
    outcomes.flatMap((one) => (one.kind === "figure" ? one.findings.map(({ figure, judged: { word } }): [string, Word] => [figure, word]) : [])),
  );
}

/** Every reason given inside an outcome, as a sentence. */
function absences(outcome: TestOutcome): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (isAbsent(value)) found.push(value.why);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk(outcome);
  return found;
}
