import { describe, expect, it } from "vitest";
import type { TestOutcome } from "../../../../lib/domain/judgement/outcome.ts";
import { isAbsent } from "../../../../lib/domain/market/series.ts";
import { impactOf, judgementOf } from "../../../../lib/impact.ts";
import { rankingForest, unitForest } from "../../../../lib/view/verdict/plots/forest-plot.ts";
import { horizonLadders } from "../../../../lib/view/verdict/plots/horizon-ladder.ts";
import { crosses, dotBox, labelBox, overlap } from "../../../../lib/view/verdict/plots/label-place.ts";
import { SCATTER_TURN, scatter } from "../../../../lib/view/verdict/plots/scatter.ts";
import { scoreTable } from "../../../../lib/view/board/score-table.ts";
import { testPictures } from "../../../../lib/view/verdict/plots/test-pictures.ts";

const SLUG = "deepseek-sputnik";
const report = await impactOf(SLUG);
const judgement = await judgementOf(SLUG);
if (isAbsent(judgement)) throw new Error(judgement.why);
const { verdicts } = judgement;
const names = Object.fromEntries(Object.entries(report.instruments).map(([symbol, row]) => [symbol, row.instrument]));

function outcomeOf<K extends TestOutcome["kind"]>(claim: string, kind: K): Extract<TestOutcome, { kind: K }> {
  const is = (outcome: TestOutcome): outcome is Extract<TestOutcome, { kind: K }> => outcome.kind === kind;
  const found = verdicts.claims[claim]?.outcomes.find(is);
  if (found === undefined) throw new Error(`${claim} has no ${kind}`);
  return found;
}

describe("the scatter", () => {
  const plot = scatter(outcomeOf("chamath-4c", "relation"), names);
  if (plot === null) throw new Error("no scatter");

  it("has a panel per benchmark and all seven names on each", () => {
    expect(plot.panels.map(({ benchmark, points }) => [benchmark, points.length])).toEqual([
      ["SPY", 7],
      ["RSP", 7],
    ]);
  });

  it("places who has no figure apart, left of every amount", () => {
    for (const { points } of plot.panels) {
      const byRank = points.filter(({ kind }) => kind === "rank-only");
      expect(byRank.map(({ symbol }) => symbol)).toEqual(["NVDA"]);
      for (const { x, kind } of points) expect(x < (plot.rankEdge ?? 0)).toBe(kind === "rank-only");
      const [most] = points.toSorted((a, b) => b.x - a.x);
      expect(most?.symbol).toBe("MSFT");
    }
  });

  // A page of 320 px leaves a panel 248; none is wider than 640.
  it("lets no name touch another, a dot, the zero line, the divider or the edge at any width", () => {
    const lines = [{ y: plot.zero }, { x: plot.rankEdge ?? 0 }];
    for (const { benchmark, points } of plot.panels) {
      for (let width = 248; width <= 640; width += 4) {
        const boxes = points.map((point) => labelBox(point, width < SCATTER_TURN ? point.places.narrow : point.places.wide, width));
        points.forEach(({ symbol }, i) => {
          const box = boxes[i];
          if (box === undefined) return;
          const where = `${symbol} beyond ${benchmark} at ${width} px`;
          for (const line of lines) expect(crosses(box, line, width), where).toBe(false);
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other), where).toBe(false);
          for (const other of points) expect(overlap(box, dotBox(other, width)), `${where} on ${other.symbol}`).toBe(false);
          expect(box.left, where).toBeGreaterThanOrEqual(0);
          expect(box.right, where).toBeLessThanOrEqual(width);
        });
      }
    }
  });

  it("sets the name of who has no figure under its mark", () => {
    for (const { points } of plot.panels) {
      expect(points.find(({ kind }) => kind === "rank-only")?.places.narrow).toEqual({ anchor: "middle", dx: 0, dy: 19 });
    }
  });

  // Critical value of Spearman's rho for n = 6, two-sided 5 %: 0.886 (Zar, Biostatistical Analysis, table B.20).
  it("says what six names would take", () => {
    expect(plot.sentence).toContain("With 6 companies it takes ρ of ±0.886 or more");
  });
});

describe("the horizon ladder", () => {
  const ladders = horizonLadders(outcomeOf("goldman-6", "horizon"), names);
  if (ladders === null) throw new Error("no ladders");

  it("has all three baskets, and says why CHAT has no rung", () => {
    expect(ladders.exposures.map(({ symbol }) => symbol)).toEqual(["GSENEPOW", "GSTMTDAT", "GSTMTAIP"]);
    const chat = ladders.exposures.flatMap((exposure) => exposure.ladders).find(({ unit }) => unit === "CHAT");
    expect(chat?.rungs).toEqual([]);
    expect(chat?.why).toMatch(/no opening price/);
  });

  it("widens the band with the horizon, and fills a dot exactly where it lies outside", () => {
    for (const { rungs } of ladders.exposures.flatMap((exposure) => exposure.ladders)) {
      const widths = rungs.map(({ band }) => (band === null ? 0 : band.high - band.low));
      expect(widths).toEqual(widths.toSorted((a, b) => a - b));
      for (const { at, band, outside } of rungs) {
        expect(at).toBeGreaterThanOrEqual(2);
        expect(at).toBeLessThanOrEqual(98);
        if (band !== null) expect(at < band.low - 0.01 || at > band.high + 0.01).toBe(outside);
      }
    }
  });
});

describe("the forest plot", () => {
  const seven = ["MAG7", "NVDA", "MSFT", "GOOGL", "META", "AMZN", "AAPL", "TSLA"].flatMap((id) => verdicts.evidence[id] ?? []);
  const plot = unitForest(seven, names);
  if (plot === null) throw new Error("no forest");

  it("runs from the lowest to the highest on the first benchmark, each mark inside its interval", () => {
    const firsts = plot.rows.flatMap(({ marks }) => marks.slice(0, 1).map(({ at }) => at));
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    for (const { low, at, high, clear } of plot.rows.flatMap(({ marks }) => marks)) {
      expect(low).toBeLessThan(at);
      expect(at).toBeLessThan(high);
      expect(clear).toBe(high < plot.zero || low > plot.zero);
    }
  });

  it("says which intervals leave out zero", () => {
    expect(plot.description).toContain("below zero on every benchmark for Nvidia;");
  });

  it("leads with what is judged, and says what stands beside", () => {
    const led = unitForest(seven, names, { MAG7: { word: "not-detectable", reasons: [] } });
    expect(led?.rows.map(({ id, judged }) => [id, judged === null]).slice(0, 2)).toEqual([
      ["MAG7", false],
      ["NVDA", true],
    ]);
    expect(led?.rows[0]?.marks[0]?.value).toMatch(/points$/);
  });

  it("sets Nvidia against the six others", () => {
    expect(rankingForest(outcomeOf("chamath-4d", "ranking"), names)?.rows).toHaveLength(6);
  });

  it("draws nothing where there is no study", () => {
    expect(
      unitForest(
        [verdicts.evidence.DEEPSEEK].flatMap((one) => one ?? []),
        names,
      ),
    ).toBeNull();
  });
});

describe("the scoreboard", () => {
  const score = scoreTable(report.article, verdicts);

  it("holds every claim once", () => {
    const marks = score.rows.flatMap(({ cells }) => cells.flat().map(({ id }) => id));
    expect(marks.toSorted()).toEqual(report.article.claims.map(({ id }) => id).toSorted());
    expect(score.claims).toBe(report.article.claims.length);
  });

  it("keeps a row where nobody got the word, and none for a figure's word that does not occur", () => {
    const words = score.rows.map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(["consistent", "opposite", "split", "mixed", "not-detectable", "not-testable"]));
    for (const { word, claims } of score.rows)
      if (["matches", "overstated", "understated", "disputed", "unsourced"].includes(word)) expect(claims).toBeGreaterThan(0);
  });

  it("adds up on screen", () => {
    const [added = "", total] = score.sum.match(/^([\d+ ]+) = (\d+)/)?.slice(1) ?? [];
    expect(added.split(" + ").reduce((sum, one) => sum + Number(one), 0)).toBe(Number(total));
    expect(score.sum).toContain(`${score.tests}`);
    expect(score.description).toMatch(/^Of 32 claims, each by its first test, \w+ came out consistent, none opposite, /);
  });

  it("counts a test that two speakers share once", () => {
    expect(score.tests).toBeLessThanOrEqual(score.speakers.reduce((sum, { tests }) => sum + tests, 0));
  });
});

describe("the strips of a test", () => {
  const picturesOf = (claim: string) => {
    const verdict = verdicts.claims[claim];
    const outcome = verdict?.outcomes.find(({ kind }) => kind === "direction");
    if (verdict === undefined || outcome === undefined) throw new Error(`${claim} has no direction`);
    return testPictures(outcome, verdict, verdicts, judgement.strips, names);
  };

  it("show one unit of each word, and every other judged one behind them", () => {
    const { strips, moreStrips } = picturesOf("brown-13");
    expect(strips).toHaveLength(2);
    expect(strips[1]?.title).toContain("Magnificent Seven");
    // Four judged units on two benchmarks.
    expect(strips.length + moreStrips.length).toBe(8);
  });

  it("show one where all came out alike", () => {
    expect(picturesOf("goldman-2").strips.map(({ title }) => title)).toEqual(["Nvidia, points beyond what SPY explains"]);
  });
});
