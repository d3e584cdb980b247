/** Captions speak of the test at hand: its counts, its index, its group and its days, whatever the article. */
import { expect, it } from "vitest";
import type { ClaimTest } from "../../../../lib/domain/article/claim-test.ts";
import type { JudgeFacts } from "../../../../lib/domain/judgement/judge.ts";
import { horizonLadders } from "../../../../lib/view/verdict/plots/horizon-ladder.ts";
import { testTables } from "../../../../lib/view/verdict/tables/test-tables.ts";
import { capex, held, judge } from "../../../domain/judgement/judged-world.ts";
import { instrument } from "../../../domain/study/synthetic-prices.ts";

const names = {
  A: instrument("A", { shortName: "Alder" }),
  G: instrument("G", { shortName: "Grove", kind: "group" }),
  VIX: instrument("VIX", { shortName: "Fear", kind: "index" }),
};

function told(test: ClaimTest, more: Partial<JudgeFacts> = {}) {
  const verdicts = judge({ c: [test] }, more);
  const verdict = verdicts.claims.c;
  const [outcome] = verdict?.outcomes ?? [];
  if (verdict === undefined || outcome === undefined) throw new Error("not judged");
  return { tables: testTables(outcome, test, verdict, verdicts, names).tables, outcome };
}

const volatility: ClaimTest = { kind: "volatility", index: "VIX", group: "G" };

it("a volatility test names its index, its group and how many sessions came after", () => {
  const [table] = told(volatility).tables;
  expect(table?.caption).toMatch(/beside 250 ordinary days, .* corrected over the three\./);
  expect(table?.rows.map(({ name }) => name)).toEqual([
    "Fear, change that day",
    "Spread of the Grove, that day",
    "Spread of their portfolio, next 20 sessions",
  ]);
});

it("counts the ordinary days of its own window", () => {
  expect(told(volatility, { options: { estimation: 150, gap: 10, minimum: 120 } }).tables[0]?.caption).toContain("beside 150 ordinary days");
});

it("a relation names the day its figures were known on", () => {
  const related: ClaimTest = { kind: "relation", among: "G", without: [], variable: "announced-capex", claimedSign: "negative" };
  expect(told(related, { capex: { ...capex, asOf: "2019-05-08" } }).tables[0]?.caption).toContain("known on 8 May 2019, and the points of the event day");
});

it("a ladder says over how many horizons its words are corrected", () => {
  const { outcome } = told(held("A"));
  if (outcome.kind !== "horizon") throw new Error("no horizons");
  expect(horizonLadders(outcome, names)?.corrected).toBe("three horizons");
});
