import { describe, expect, it } from "vitest";
import { addUp, browserCounts, firstDayCounts, one, totalLine, unitCounts } from "../../scripts/totals.mjs";

const unit = { numPassedTests: 8, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const browser = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe("the totals", () => {
  it("add up steps and runners in one line", () => {
    const total = addUp([one(0), one(2), unitCounts(unit, 0), browserCounts(browser, 0)]);
    expect(totalLine(total)).toBe("14 passed, 1 failed, 2 skipped");
    expect(totalLine(one(0))).toBe("1 passed, 0 failed");
  });

  it("count a unit test file that does not load as failed", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ];
    expect(unitCounts({ ...unit, testResults }, 1).failed).toBe(1);
  });

  it("count errors outside browser tests, and flaky ones, as failed", () => {
    expect(browserCounts({ ...browser, errors: [{ message: "no server" }] }, 1)).toMatchObject({ passed: 5, failed: 1 });
    expect(browserCounts({ ...browser, stats: { ...browser.stats, flaky: 1 } }, 0).failed).toBe(1);
  });

  it("count a first day that cannot be run as one skipped, and one that broke off as failed", () => {
    expect(firstDayCounts({ passed: 0, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 0, failed: 0, skipped: 1 });
    expect(firstDayCounts({ passed: 3, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  });

  it("never call a runner passed that ended in failure", () => {
    expect(unitCounts(unit, 1).failed).toBe(1);
    expect(browserCounts(browser, 1).failed).toBe(1);
  });
});
