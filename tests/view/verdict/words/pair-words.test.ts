import { describe, expect, it } from "vitest";
import type { ClaimTest } from "../../../../lib/domain/article/claim-test.ts";
import { describeOutcome } from "../../../../lib/view/verdict/words/describe-verdict.ts";
import { describeRule } from "../../../../lib/view/verdict/words/describe-rule.ts";
import { describeTest } from "../../../../lib/view/verdict/words/describe-test.ts";
import { pairForest } from "../../../../lib/view/verdict/plots/forest-plot.ts";
import { testTables } from "../../../../lib/view/verdict/tables/test-tables.ts";
import type { Claim } from "../../../../lib/domain/article/article.ts";
import { judge } from "../../../domain/judgement/judged-world.ts";
import { instrument } from "../../../domain/study/synthetic-prices.ts";

const names = {
  A: instrument("A", { shortName: "Alder" }),
  B: instrument("B", { shortName: "Birch" }),
  D: instrument("D", { shortName: "Date" }),
  G: instrument("G", { shortName: "Grove", kind: "group" }),
  P: instrument("P", { shortName: "Palm", kind: "private" }),
};
// Shocks of the day: A −20 %, B +5 %, D +10 %; G is all four, P has no price.
function told(test: ClaimTest) {
  const verdicts = judge({ c: [test] });
  const verdict = verdicts.claims.c;
  const [outcome] = verdict?.outcomes ?? [];
  if (verdict === undefined || outcome === undefined) throw new Error("not judged");
  const claim: Claim = { id: "c", speaker: "s", locator: "", label: "", wording: "", quote: null, types: ["ranking"], exposures: [], tests: [test] };
  return {
    sentence: describeOutcome(outcome, test, claim, { verdicts, names }),
    rule: describeRule(outcome, verdicts),
    written: describeTest(test, names),
    tables: testTables(outcome, test, verdict, verdicts, names).tables,
    outcome,
  };
}
const above = (...pairs: [string, string][]): ClaimTest => ({ kind: "pair", expected: pairs.map(([higher, lower]) => ({ higher, lower })) });

describe("one above another, in words", () => {
  it("says what the one gained on the other, or lost to it, and whether chance allows it", () => {
    const { sentence } = told(above(["D", "A"], ["A", "B"], ["D", "G"]));
    expect(sentence).toMatch(
      /^Date gained [\d.]+ points on Alder beyond what M1 explains, more than chance allows \(p .* after correction\)\. Alder lost [\d.]+ points to Birch/,
    );
    expect(sentence).toMatch(/Date gained [\d.]+ points on the Grove portfolio/);
    expect(sentence).not.toMatch(/because/);
  });

  it("says so where one has no price", () => {
    const { sentence, tables } = told(above(["P", "A"]));
    expect(sentence).toBe("Palm could not be set against Alder.");
    expect(tables[0]?.rows[0]?.why).toMatch(/private company/);
  });

  it("writes down the test and its rule without a result", () => {
    const { written, rule } = told(above(["D", "A"], ["D", "B"]));
    expect(written).toBe("One above another: Date above Alder, Date above Birch, beyond what the market explains, on the event day");
    expect(rule).toContain("correction over two pairs");
  });

  it("has a table per window, one without each member of a group, and one of what was held", () => {
    const { tables } = told({ ...above(["D", "G"]), horizons: [1, 5] } as ClaimTest);
    expect(tables.map(({ rows }) => rows.length)).toEqual([2, 2, 8, 2]);
    for (const { columns, rows } of tables) for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  });

  it("draws a row for each pair, with its word", () => {
    const { outcome } = told(above(["D", "A"], ["P", "A"]));
    if (outcome.kind !== "pair") throw new Error("no pair");
    const rows = pairForest(outcome, names)?.rows ?? [];
    expect(rows.map(({ label, marks, judged }) => [label, marks.length, judged?.word])).toEqual([
      ["Date minus Alder", 2, "consistent"],
      ["Palm minus Alder", 0, "no-price"],
    ]);
  });
});

describe("a ranking, in words", () => {
  it("names a set of the claim’s own, and the reading by size", () => {
    expect(told({ kind: "ranking", symbol: "A", among: ["A", "B", "D"], claimed: "highest", by: "size" }).written).toBe(
      "Rank: Alder comes first of Alder, Birch and Date by the size of its move",
    );
    expect(told({ kind: "ranking", symbol: "A", among: "G", claimed: "highest", by: "size" }).rule).toMatch(/^By the size of the move/);
    expect(told({ kind: "ranking", symbol: "A", among: "G", claimed: "lowest" }).written).toBe("Rank: Alder comes last of the Grove");
  });
});
