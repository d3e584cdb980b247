// Counting: from the runners' own JSON reports to one line.

/** A step that is one check. */
export function one(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** From Vitest's JSON report. A file that does not load fails without a failed test: it counts as one. */
export function unitCounts(report, exitCode) {
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return atLeastOneFailed(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** From Playwright's JSON report. Its `errors` belong to no test: a file that does not load, a server that does not start. */
export function browserCounts({ stats, errors }, exitCode) {
  return atLeastOneFailed(exitCode, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  });
}

/** From our own report of the simulated first day; one skipped where it cannot be run. */
export function firstDayCounts(report, exitCode) {
  return atLeastOneFailed(exitCode, report);
}

/** A runner that ends in failure without a failed test has failed all the same. */
function atLeastOneFailed(exitCode, counts) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

export function addUp(list) {
  const sum = (key) => list.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

export function totalLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
