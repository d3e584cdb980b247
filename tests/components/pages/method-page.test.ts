/** What /method says in numbers and names is what the engine does: a number typed there cannot drift. */
import { readdirSync, readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MethodPage } from "../../../components/pages/method-page.tsx";
import type { Figure } from "../../../lib/domain/article/claim-test.ts";
import { STUDY_OPTIONS } from "../../../lib/domain/study/event-study.ts";
import { judgeFigure } from "../../../lib/domain/judgement/figure.ts";
import { holm } from "../../../lib/domain/study/holm.ts";
import type { TestOutcome } from "../../../lib/domain/judgement/outcome.ts";
import { criticalRho } from "../../../lib/domain/study/spearman.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { SIGNIFICANCE, standardDeviation, tTwoSided } from "../../../lib/domain/study/stats.ts";
import { judgementOf } from "../../../lib/impact.ts";
import { loadArticle, loadCompositions, readPriceSeries } from "../../../lib/io/data/data-files.ts";
import { formatCount, formatDay } from "../../../lib/view/words/format.ts";
import { methodParts } from "../../../lib/view/words/method-anchor.ts";

const SLUG = "deepseek-sputnik";
const judgement = await judgementOf(SLUG);
if (isAbsent(judgement)) throw new Error(judgement.why);
const { verdicts } = judgement;
const article = loadArticle(SLUG);
const html = renderToStaticMarkup(createElement(MethodPage));
const plain = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
/** One paragraph as a reader has it. */
const paragraph = (id: string): string => {
  const found = new RegExp(`<section id="${id}".*?</section>`, "s").exec(html)?.[0];
  if (found === undefined) throw new Error(`no paragraph ${id}`);
  return plain(found);
};
const outcomes = Object.values(verdicts.claims).flatMap((claim) => claim.outcomes);
const outcomeOf = <K extends TestOutcome["kind"]>(kind: K): Extract<TestOutcome, { kind: K }> => {
  const is = (outcome: TestOutcome): outcome is Extract<TestOutcome, { kind: K }> => outcome.kind === kind;
  const found = outcomes.find(is);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
const prices = (symbol: string): PriceSeries => {
  const found = readPriceSeries(symbol);
  if (found === null) throw new Error(`no prices of ${symbol}`);
  return found;
};

describe("the contents", () => {
  it("lead to every paragraph of the page, in its order", () => {
    const listed = methodParts.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id));
    expect([...html.matchAll(/<section id="([^"]+)"/g)].map((match) => match[1])).toEqual(listed);
    const nav = /<nav.*?<\/nav>/s.exec(html)?.[0] ?? "";
    expect([...nav.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])).toEqual([...listed, "references"]);
    for (const { title } of methodParts) expect(html).toContain(`<h2>${title}</h2>`);
  });
});

describe("the study’s numbers", () => {
  it("are the options it is made with, and the days those give", () => {
    const { estimation, gap, minimum } = STUDY_OPTIONS;
    const studied = verdicts.evidence.NVDA?.studies.SPY;
    if (studied === undefined || isAbsent(studied)) throw new Error("no study");
    const text = paragraph("market-model");
    expect(studied.estimation.sessions).toBe(estimation);
    expect(text).toContain(
      `the ${estimation} returns at offsets −${gap + estimation} to −${gap + 1}: ${formatDay(studied.estimation.from)} to ${formatDay(studied.estimation.to)}`,
    );
    expect(text).toContain(`The ${formatCount(gap, "session")} before the event`);
    expect(text).toContain(`At least ${minimum} returns`);
  });

  it("count VOLT’s sessions and those of the power list as the data hold them", () => {
    const before = prices("VOLT").days.filter((day) => day < verdicts.eventDay).length;
    expect(paragraph("market-model")).toContain(`VOLT hold ${before} sessions before the event`);
    const notes = Object.values(loadCompositions()).flatMap((one) => (one.kind === "basket" ? one.proxies : []));
    const note = (id: string) => notes.find((proxy) => proxy.id === id)?.note ?? "";
    expect(note("VOLT")).toContain(`begin on ${formatDay(prices("VOLT").days[0] ?? "")} and hold ${before} sessions`);
    const list = verdicts.evidence["GSENEPOW-LIST"]?.studies.SPY;
    if (list === undefined || isAbsent(list)) throw new Error("no study");
    expect(note("GSENEPOW-LIST")).toContain(`${list.estimation.sessions} days of history`);
  });

  it("name which benchmark has no opening price, and that the chip’s ladder has but one", () => {
    expect(prices("RSP").open.every((open) => open === null)).toBe(true);
    expect(prices("CHAT").open.every((open) => open === null)).toBe(true);
    expect(outcomeOf("horizon").fromOpen.every(({ benchmarks }) => benchmarks.join() === "SPY")).toBe(true);
    expect(paragraph("benchmarks")).toContain("The horizon ladder that gives the word is against SPY alone");
    expect(paragraph("horizon")).toContain("against SPY alone: RSP has no opening price in our data");
  });
});

describe("the tests’ numbers", () => {
  it("name the units of the family", () => {
    const called = verdicts.family.map(({ unit }) => (unit.endsWith("-LIST") ? `the ${unit.replace("-LIST", " list")}` : unit === "MAG7" ? "Mag7" : unit));
    const text = paragraph("direction");
    const listed = /tests are made in each window \(([^)]+)\)/.exec(text)?.[1] ?? "";
    expect(listed.split(", ").toSorted()).toEqual(called.toSorted());
    expect(text.toLowerCase()).toContain(`${formatCount(called.length, "distinct test")} are made`);
    expect(text).toContain(`over the ${formatCount(called.length, "", "").trim()}.`);
  });

  it("are the level, and the smallest correlations that reach it", () => {
    expect(SIGNIFICANCE).toBe(0.05);
    const [six, seven] = [criticalRho(6) ?? NaN, criticalRho(7) ?? NaN];
    expect(paragraph("relation")).toContain(`nothing short of |ρ| = ${six.toFixed(3)} can reach 5 %; with seven, ${seven.toFixed(3)}; with four, nothing can`);
    expect(criticalRho(4)).toBeNull();
  });

  it("are the days and degrees of freedom behind volatility", () => {
    const variance = outcomeOf("volatility").findings.find(({ part }) => part === "variance")?.basis;
    if (variance === undefined || !("df" in variance)) throw new Error("no spread");
    const { nBefore, nAfter, df } = variance;
    const text = paragraph("volatility");
    expect(text).toContain(`${nBefore} + ${nAfter} − 2 = ${df} degrees of freedom`);
    expect(text).toContain(`sessions +1 to +${nAfter} against the ${nBefore}`);
    expect(text).toContain(`/ ${STUDY_OPTIONS.estimation + 1}`);
  });

  it("are the horizons, and what the first of them would be with an s of opens to closes", () => {
    const { fromOpen } = outcomeOf("horizon");
    const horizons = fromOpen[0]?.rungs.map(({ horizon }) => horizon) ?? [];
    const text = paragraph("horizon");
    expect(text).toContain(`read at ${horizons.slice(0, -1).join(", ")} and ${horizons.at(-1)} sessions`);
    const spy = prices("SPY");
    const zero = spy.days.indexOf(verdicts.eventDay);
    const inDay = ({ days, open, close }: PriceSeries, day: string) => Math.log((close[days.indexOf(day)] ?? NaN) / (open[days.indexOf(day)] ?? NaN));
    const window = spy.days.slice(zero - STUDY_OPTIONS.gap - STUDY_OPTIONS.estimation, zero - STUDY_OPTIONS.gap);
    const ofDay = (symbol: string): [number, number] => {
      const own = prices(symbol);
      const relative = (day: string) => inDay(own, day) - inDay(spy, day);
      const p = tTwoSided(relative(verdicts.eventDay) / standardDeviation(window.map(relative)), window.length - 1);
      const rungs = outcomes.flatMap((one) => (one.kind === "horizon" ? one.fromOpen.filter(({ unit }) => unit === symbol) : []))[0]?.rungs ?? [];
      const others = rungs.slice(1).map((rung) => (isAbsent(rung) || isAbsent(rung.pair) ? 1 : rung.pair.p));
      return [p, holm([p, ...others])[0] ?? NaN];
    };
    const [smh, nvda] = [ofDay("SMH"), ofDay("NVDA")].map((ps) => ps.map((p) => p.toFixed(3)));
    expect(text).toContain(`SMH would have p = ${smh?.[0]} there, ${smh?.[1]} after Holm: opposite, where the word is not detectable`);
    expect(text).toContain(`Nvidia would have p = ${nvda?.[0]}, ${nvda?.[1]} after Holm: still no word`);
    for (const unit of ["SMH", "NVDA"]) {
      const ladders = outcomes.flatMap((one) => (one.kind === "horizon" ? one.fromOpen.filter((ladder) => ladder.unit === unit) : []));
      expect(ladders[0]?.rungs[0]?.judged.word).toBe("not-detectable");
    }
  });
});

describe("the digits of a stated number", () => {
  const figures = article.claims.flatMap(({ tests }) => tests.flatMap((test) => (test.kind === "figure" ? test.figures : [])));
  const series = { NVDA: prices("NVDA") };

  it("are kept for percentages and multiples, as written, and for nothing else", () => {
    const written = ({ stated: { text } }: Figure): number | undefined => {
      const [, whole, part = ""] = /(\d+)(?:\.(\d+))?\s?(?:%|x\b)/.exec(text) ?? [];
      return whole === undefined ? undefined : part.length + (text.includes("%") ? 2 : 0);
    };
    for (const figure of figures) expect([figure.id, figure.stated.digits]).toEqual([figure.id, written(figure)]);
  });

  it("decide one word, the one the page names", () => {
    const without = figures.filter((figure) => {
      const { digits: _digits, ...stated } = figure.stated;
      return judgeFigure({ ...figure, stated }, series).judged.word !== judgeFigure(figure, series).judged.word;
    });
    expect(without.map(({ id }) => id)).toEqual(["speed"]);
    expect(paragraph("figure")).toContain("a gain of 1.8 rounds to the “2x” stated and matches, where 10 % alone would call it overstated");
  });
});

describe("the references", () => {
  const references = [...(html.split('id="references">')[1] ?? "").matchAll(/<li>(.*?)<\/li>/g)].map((match) => plain(match[1] ?? ""));
  const code = readdirSync("lib/domain", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(`lib/domain/${file}`, "utf8"))
    .join("\n")
    .replace(/\n\s*\*\s/g, " ");

  it("hold what the code cites", () => {
    const months = /^(January|February|March|April|May|June|July|August|September|October|November|December)$/;
    const cited = [...code.matchAll(/(?<!\p{L})(\p{Lu}\p{L}+)(?:(?:, | & | and |-)\p{Lu}\p{L}+)*(?:’s|'s)? \(?((?:19|20)\d{2})\b/gu)].filter(
      (match) => !months.test(match[1] ?? ""),
    );
    expect(cited.length).toBeGreaterThan(12);
    for (const [all, surname, year] of cited)
      expect(
        references.some((line) => line.startsWith(`${surname},`) && line.includes(`(${year})`)),
        all,
      ).toBe(true);
  });

  it("hold nothing that no code uses", () => {
    expect(references.length).toBeGreaterThan(12);
    for (const line of references) expect(code, line).toContain(line.split(",")[0]);
  });
});

describe("the page’s words", () => {
  it("never say why a price moved, and call what speaks for a basket one thing", () => {
    expect(plain(html)).not.toMatch(/\bbecause\b|\bprox(y|ies)\b|[a-z]'[a-z]|(?<![\p{L}\d])-\d/iu);
    expect(plain(html)).toContain("chosen by theme in November 2026, when the day’s moves were public");
  });
});
