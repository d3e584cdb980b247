/** Articles beyond the one the site shows: each is valid by itself and fits the instruments, and what is wrong in one is named. */
import { describe, expect, test } from "vitest";
import { checkAcross } from "../../../lib/io/data/article-checks.ts";
import { wordsIn } from "../../../lib/io/data/article-schema.ts";
import { DataError } from "../../../lib/io/data/data-error.ts";
import { loadArticle } from "../../../lib/io/data/data-files.ts";
import { methodTitles } from "../../../lib/view/words/method-anchor.ts";
import { otherArticle, otherArticles } from "../../fixtures/other-articles.ts";

const FIRST = "deepseek-sputnik";

describe.each(otherArticles)("%s", (slug) => {
  const { article, instruments } = otherArticle(slug);

  test("is called as its file, and quotes at most eight words that its wording does not hold", () => {
    expect(article.slug).toBe(slug);
    for (const { wording, quote } of article.claims) {
      if (quote === null) continue;
      expect(wordsIn(quote)).toBeLessThanOrEqual(8);
      expect(wording).not.toContain(quote);
    }
  });

  test("says of no price why it moved, in no text of ours", () => {
    expect(JSON.stringify(article)).not.toMatch(/\bbecause\b|[a-z]'[a-z]/i);
  });

  test("names where everything stands and on what each reference rests", () => {
    expect(article.url).toMatch(/^https:/);
    for (const { source } of article.otherEvents ?? []) expect(source.standing).toBe("found");
    const inputs = article.claims
      .flatMap(({ tests }) => tests.flatMap((one) => (one.kind === "figure" ? one.figures : [])))
      .flatMap(({ reference, alternative }) => [...(reference?.inputs ?? []), ...(alternative?.inputs ?? [])]);
    for (const { source, label } of inputs) expect(source.standing !== "found" || source.url !== null, label).toBe(true);
  });

  test("compares only what has a price or is a group, in tests whose words are of its own exposures", () => {
    for (const { exposures, tests } of article.claims) {
      const own = new Set(exposures.map(({ symbol }) => symbol));
      for (const one of tests) {
        if (one.kind === "pair") for (const { higher, lower } of one.expected) expect([own.has(higher), own.has(lower)]).toEqual([true, true]);
        if (one.kind === "ranking" && typeof one.among !== "string") for (const symbol of one.among) expect(own.has(symbol)).toBe(true);
      }
    }
    expect(Object.keys(instruments)).toContain("SPY");
  });

  test("notes on the case stand beside a paragraph of the method", () => {
    for (const { on } of article.caseNotes ?? []) expect(Object.keys(methodTitles)).toContain(on);
  });
});

describe("the scenario", () => {
  const { article } = otherArticle("citrini-2028");

  test("holds every claim, in the memo’s order", () => {
    expect(article.claims.map(({ id }) => id)).toEqual(Array.from({ length: 29 }, (_, i) => `gic-${i + 1}`));
  });

  test("says what it is, and that press reports were read before the tests were written", () => {
    expect(article.caution).toMatch(/scenario.*not a forecast/);
    expect(article.testsWritten.note).toMatch(/Press reports/);
  });

  test("is held to the tests written down for it", () => {
    const kinds = Object.fromEntries(article.claims.map(({ id, tests }) => [id, tests.map((one) => (one.kind === "none" ? one.reason : one.kind)).join(", ")]));
    expect(kinds).toEqual({
      "gic-1": "no-date",
      "gic-2": "no-date",
      "gic-3": "condition-not-met",
      "gic-4": "direction",
      "gic-5": "direction, ranking",
      "gic-6": "direction",
      "gic-7": "direction",
      "gic-8": "direction",
      "gic-9": "direction",
      "gic-10": "direction",
      "gic-11": "direction",
      "gic-12": "direction",
      "gic-13": "pair",
      "gic-14": "ranking",
      "gic-15": "direction, horizon",
      "gic-16": "figure",
      "gic-17": "direction, pair",
      "gic-18": "pair",
      "gic-19": "direction, figure",
      "gic-20": "condition-not-met",
      "gic-21": "figure",
      "gic-22": "figure",
      "gic-23": "figure, direction",
      "gic-24": "direction",
      "gic-25": "figure",
      "gic-26": "figure",
      "gic-27": "figure",
      "gic-28": "figure",
      "gic-29": "no-direction",
    });
  });

  test("names those without a price of their own, each with the reason", () => {
    const { instruments } = otherArticle("citrini-2028");
    for (const symbol of ["ZAPIER", "ZENDESK", "QWEN", "ANTHROPIC", "OPENAI", "HPS", "ATHENE", "GLOBALATLANTIC", "AMERICANEQUITY", "DISCOVER", "TCS", "WIT"]) {
      const yahoo = instruments[symbol]?.yahoo;
      expect(yahoo !== undefined && "none" in yahoo && yahoo.none.length > 20, symbol).toBe(true);
    }
  });

  test("is set against the first article’s claims, and stands without them", () => {
    expect(() => checkAcross("x.json", article, [loadArticle(FIRST)])).not.toThrow();
    expect(() => checkAcross("x.json", article, [])).not.toThrow();
    const lost = { ...loadArticle(FIRST), claims: [] };
    expect(() => checkAcross("x.json", article, [lost])).toThrow(/chamath-4e.*the id of a claim of deepseek-sputnik/);
    expect(() => checkAcross("x.json", { ...article, slug: FIRST }, [])).toThrow(/another article/);
  });
});

describe("what is wrong in an article is named", () => {
  type Content = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- broken on purpose
  const at = (content: Content, id: string) => content.claims.find((claim: Content) => claim.id === id);
  const cases: [string, (content: Content) => void, RegExp][] = [
    [
      "a scenario that does not say so",
      (c) => {
        delete c.caution;
      },
      /caution.*scenario/,
    ],
    [
      "a kind nobody knows",
      (c) => {
        c.kind = "satire";
      },
      /kind/,
    ],
    [
      "a group of one",
      (c) => {
        c.groups[0].members.length = 1;
      },
      /at least two members/,
    ],
    [
      "a group with an instrument’s symbol",
      (c) => {
        c.groups[0].symbol = "NVDA";
      },
      /"NVDA".*no instrument has/,
    ],
    [
      "a group member without a price",
      (c) => {
        c.groups[0].members[0].symbol = "ZAPIER";
      },
      /"ZAPIER".*quoted/,
    ],
    [
      "a member twice",
      (c) => {
        c.groups[0].members[1].symbol = c.groups[0].members[0].symbol;
      },
      /not given before/,
    ],
    [
      "a benchmark without a price",
      (c) => {
        c.benchmarks = ["OPENAI"];
      },
      /benchmarks\[0\].*quoted/,
    ],
    [
      "another event about nobody known",
      (c) => {
        c.otherEvents[0].concerns = ["NOBODY"];
      },
      /"NOBODY".*an instrument/,
    ],
    [
      "another event without a source",
      (c) => {
        delete c.otherEvents[0].source;
      },
      /source/,
    ],
    [
      "a pair with itself",
      (c) => {
        at(c, "gic-13").tests[0].expected[0].lower = "V";
      },
      /"V".*another than V/,
    ],
    [
      "a pair twice, the second time turned round",
      (c) => {
        at(c, "gic-13").tests[0].expected.push({ higher: "MA", lower: "V" });
      },
      /not given before/,
    ],
    [
      "a pair with a basket",
      (c) => {
        at(c, "gic-13").tests[0].expected[0].lower = "GSENEPOW";
      },
      /"GSENEPOW".*quoted/,
    ],
    [
      "a set without the one that is ranked",
      (c) => {
        at(c, "gic-5").tests[1].among = ["MNDY", "ASAN"];
      },
      /"NOW".*ranked among/,
    ],
    [
      "a set of one",
      (c) => {
        at(c, "gic-5").tests[1].among = ["NOW"];
      },
      /at least two instruments/,
    ],
    [
      "a set with a group in it",
      (c) => {
        at(c, "gic-5").tests[1].among = ["NOW", "CARDS"];
      },
      /"CARDS".*quoted/,
    ],
    [
      "a rank by weight",
      (c) => {
        at(c, "gic-14").tests[0].by = "weight";
      },
      /by/,
    ],
    [
      "a rank in a group that is not there",
      (c) => {
        at(c, "gic-14").tests[0].among = "CHARDS";
      },
      /"CHARDS".*group/,
    ],
    [
      "words said at no time",
      (c) => {
        c.speakers[0].saidAt = { at: "on Sunday", source: c.otherEvents[0].source };
      },
      /saidAt/,
    ],
    [
      "a sample of no sessions",
      (c) => {
        c.study = { estimation: 0 };
      },
      /study.estimation.*1 or more/,
    ],
    [
      "a claim against another article’s that this one does not make",
      (c) => {
        c.across[0].claim = "gic-99";
      },
      /"gic-99".*claim of this article/,
    ],
    [
      "an address that is none",
      (c) => {
        c.url = "citriniresearch";
      },
      /an address/,
    ],
  ];
  test.each(cases)("%s", (_, change, message) => {
    expect(() => otherArticle("citrini-2028", change)).toThrow(DataError);
    expect(() => otherArticle("citrini-2028", change)).toThrow(message);
  });

  test("what may be left out may be left out", () => {
    const leave =
      (...keys: string[]) =>
      (content: Content) => {
        for (const key of keys) delete content[key];
      };
    expect(otherArticle("citrini-2028", leave("across", "otherEvents", "caseNotes", "publishedNote", "eventName", "url")).article.across).toBeUndefined();
  });
});
