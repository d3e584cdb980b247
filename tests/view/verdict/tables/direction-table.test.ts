import { describe, expect, it } from "vitest";
import { isAbsent } from "../../../../lib/domain/market/series.ts";
import { judgementOf } from "../../../../lib/impact.ts";
import { directionTables, estimateCells } from "../../../../lib/view/verdict/tables/direction-table.ts";
import { rankingTables } from "../../../../lib/view/verdict/tables/ranking-table.ts";

const judgement = await judgementOf("deepseek-sputnik");
if (isAbsent(judgement)) throw new Error(judgement.why);
const { claims } = judgement.verdicts;

describe("the rank beside Student’s t", () => {
  const estimate = {
    benchmark: "SPY",
    from: 0,
    to: 0,
    return: 0,
    benchmarkReturn: 0,
    car: -0.02,
    se: 0.01,
    t: -2,
    p: 0.0466,
    ci95: [-0.04, 0] as [number, number],
  };

  it("counts the days as far from zero either way, with the p that count gives", () => {
    // 3 as low and 9 more as high: a two-sided t is to be set beside 12, (1 + 12)/251 = 0.0518.
    const rank = { n: 250, overlapping: false, asLow: 3, asHigh: 247, asFar: 12, p: 13 / 251 };
    expect(estimateCells({ ...estimate, rank }).at(-1)).toBe("12 / 250 (0.052)");
    expect(estimateCells({ ...estimate, rank: { ...rank, n: 249, overlapping: true, p: 13 / 250 } }).at(-1)).toBe("12 / 249 * (0.052)");
  });

  it("stands in every table that has a t of an abnormal return", () => {
    const tables = Object.values(claims).flatMap(({ outcomes }) =>
      outcomes.flatMap((outcome) =>
        outcome.kind === "direction" ? directionTables(outcome, {}) : outcome.kind === "ranking" ? rankingTables(outcome, {}).slice(0, 1) : [],
      ),
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const { columns, rows } of tables) {
      const at = columns.findIndex(({ label }) => label === "As far, rank p");
      for (const { cells } of rows) expect(cells[at]).toMatch(/^\d+ \/ \d+( \*)? \((0\.\d+|1)\)$/);
    }
  });
});
