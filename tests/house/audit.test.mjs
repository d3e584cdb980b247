import { describe, expect, it } from "vitest";
import { judge } from "../../scripts/audit.mjs";

// The shape of `npm audit --json`, auditReportVersion 2, cut down to what is read.
const report = {
  auditReportVersion: 2,
  vulnerabilities: {
    ws: {
      name: "ws",
      severity: "high",
      via: [{ name: "ws", title: "ws affected by a DoS", url: "https://github.com/advisories/GHSA-3h5v-q93c-6h6q", severity: "high" }],
    },
    app: { name: "app", severity: "high", via: ["ws"] },
  },
};
const excepted = { advisory: "GHSA-3h5v-q93c-6h6q", why: "We start no such server.", until: "2027-01-31" };

describe("the audit", () => {
  it("fails on an advisory nobody has looked at, once", () => {
    expect(judge(report, [], "2026-11-24")).toEqual({
      lines: ["GHSA-3h5v-q93c-6h6q high in ws: ws affected by a DoS"],
      counts: { passed: 0, failed: 1, skipped: 0 },
    });
  });

  it("lives with one that is written down, until its day and not after", () => {
    expect(judge(report, [excepted], "2027-01-31").counts).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(judge(report, [excepted], "2027-02-01").counts.failed).toBe(1);
    expect(judge(report, [{ ...excepted, why: "" }], "2026-11-24").counts.failed).toBe(1);
  });

  it("says when an exception has had its day", () => {
    expect(judge({ vulnerabilities: {} }, [excepted], "2026-11-24").lines).toContain("The exception for GHSA-3h5v-q93c-6h6q is not needed any more.");
  });

  it("says that it was not run where nobody answers, and does not pass for it", () => {
    for (const answer of [undefined, { message: "405 Method Not Allowed", error: { summary: "" } }]) {
      const { lines, counts } = judge(answer, [], "2026-11-24");
      expect(lines[0]).toMatch(/^NOT RUN/);
      expect(counts).toEqual({ passed: 0, failed: 0, skipped: 1 });
    }
  });
});
