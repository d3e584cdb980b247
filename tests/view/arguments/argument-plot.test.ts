import { describe, expect, test } from "vitest";
import type { Claim } from "../../../lib/domain/article/article.ts";
import { impactOf } from "../../../lib/impact.ts";
import { type ArgumentPlot, argumentPlots } from "../../../lib/view/arguments/argument-plot.ts";
import { publishedMoves } from "../../fixtures/published-moves.ts";

const report = await impactOf("deepseek-sputnik");
const claim = (id: string): Claim => {
  const found = report.article.claims.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const plotsOf = (...ids: string[]): ArgumentPlot[] => argumentPlots(report, ids.map(claim));
const row = (plots: ArgumentPlot[], of: string, label: string) => {
  const found = plots.find((plot) => plot.claim === of)?.rows.find((one) => one.label === label);
  if (found === undefined) throw new Error(`${of} has no row ${label}`);
  return found;
};

describe("one scale for all columns", () => {
  const plots = plotsOf("goldman-6", "brown-13", "brown-10");

  test("zero and every tick stand at the same place in each", () => {
    expect(new Set(plots.map(({ zero, ticks }) => JSON.stringify([zero, ticks]))).size).toBe(1);
  });

  test("an instrument in two columns has one length", () => {
    for (const label of ["DTCR for AI Data Centres", "List for AI Data Centres"]) {
      expect(row(plots, "goldman-6", label).at).toBe(row(plots, "brown-13", label).at);
    }
  });

  test("lengths are in proportion to the moves", () => {
    const lengthOf = (of: string, label: string) => row(plots, of, label).at - plots[0]!.zero;
    const percentOf = (of: string, label: string) => Number(row(plots, of, label).value.replace("−", "-").replace(/\s%$/, ""));
    const [a, b] = [
      ["brown-10", "Nvidia"],
      ["goldman-6", "DTCR for AI Data Centres"],
    ] as const;
    expect(lengthOf(...a) / lengthOf(...b)).toBeCloseTo(percentOf(...a) / percentOf(...b), 2);
  });

  test("a fall lies left of zero and a rise right of it, all of it inside", () => {
    for (const { rows, zero } of plotsOf("chamath-4c", "chamath-4a")) {
      for (const { value, at, members } of rows) {
        expect(at < zero, value).toBe(value.startsWith("−"));
        for (const x of [at, ...members]) expect(x >= 0 && x <= 100, value).toBe(true);
      }
    }
  });

  test("stretches to what stands elsewhere on the page, and to nothing else", () => {
    const alone = argumentPlots(report, [claim("brown-11")]);
    const beside = argumentPlots(report, [claim("brown-11")], [claim("brown-11"), claim("brown-10")]);
    expect(alone[0]?.zero).toBeLessThan(10);
    expect(beside[0]?.zero).toBeGreaterThan(80);
    expect(beside[0]?.rows).toHaveLength(1);
  });
});

describe("what a column holds", () => {
  test("the moves that were printed on the day", () => {
    const printed = Object.fromEntries(publishedMoves);
    const written = (percent: number | undefined) => `${(percent ?? 0) < 0 ? "−" : "+"}${Math.abs(percent ?? 0).toFixed(2)}\u202F%`;
    const plots = plotsOf("chamath-4c", "brown-10");
    expect(row(plots, "brown-10", "Nvidia").value).toBe(written(printed.NVDA));
    for (const [label, symbol] of [
      ["Microsoft", "MSFT"],
      ["Meta", "META"],
      ["Alphabet", "GOOGL"],
    ] as const) {
      expect(row(plots, "chamath-4c", label).value).toBe(written(printed[symbol]));
    }
  });

  // data/baskets.json: VOLT is shown on its page and never judged.
  test("a basket by its judged stand-ins alone", () => {
    const labels = plotsOf("chamath-3", "goldman-6")[0]?.rows.map(({ label }) => label);
    expect(labels).toEqual(["DTCR for AI Data Centres", "List for AI Data Centres", "UTES for Power Up America", "List for Power Up America"]);
  });

  test("a group by its portfolio, with the members the claim does not name itself behind it", () => {
    const [nvidia, tesla] = plotsOf("chamath-4d", "chamath-4b");
    expect(nvidia?.rows.map(({ label, members }) => [label, members.length])).toEqual([
      ["Magnificent Seven", 6],
      ["Nvidia", 0],
    ]);
    expect(tesla?.behind[0]).toMatch(/^Behind Magnificent Seven: Apple \+3\.18\s%, .*Nvidia −16\.97\s%\.$/);
    expect(nvidia?.behind[0]).not.toContain("Nvidia");
  });

  test("what both columns touch comes first, in one order", () => {
    const [first, second] = plotsOf("goldman-4", "brown-14");
    // ORCL and SoftBank stand before Microsoft in the claim itself.
    expect(first?.rows[0]?.label).toBe("Microsoft");
    expect(second?.rows[0]?.label).toBe("Microsoft");
  });

  test("what was said, by whom the text names or by our reading", () => {
    const plots = plotsOf("goldman-6", "brown-13", "chamath-2");
    expect(row(plots, "goldman-6", "DTCR for AI Data Centres").said).toBe("said up");
    expect(row(plots, "brown-13", "DTCR for AI Data Centres").said).toBe("read as down");
    expect(row(plots, "chamath-2", "Nvidia").said).toBeNull();
    expect(plots[2]?.missing).toEqual(["Groq is a private company: no exchange quotes it."]);
  });

  // Tokyo had closed at 12:10 in Copenhagen: its first session is Tuesday's (facts of the exchange).
  test("a move that ends on another day says which", () => {
    expect(plotsOf("goldman-4", "brown-10")[0]?.rows.map(({ label }) => label)).toContain("SoftBank, to Tue 28 Jan");
  });

  test("a claim about nothing with a price has an empty column and a description that says so", () => {
    const [open, end] = plotsOf("brown-8", "brown-15");
    expect([open?.rows, end?.rows]).toEqual([[], []]);
    expect(open?.description).toContain("no move to draw");
    expect(open?.ticks.length).toBeGreaterThan(1);
  });

  test("the description holds every number", () => {
    for (const { rows, description } of plotsOf("goldman-6", "chamath-4c"))
      for (const { label, value } of rows) expect(description).toContain(`${label} ${value}`);
  });
});
