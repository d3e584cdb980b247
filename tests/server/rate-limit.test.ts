import { describe, expect, test } from "vitest";
import { pointsFor } from "../../server/rate-limit.ts";

const prerendered = new Set(["/"]);

describe("pointsFor, which is asked before anything is counted", () => {
  // These took a regular expression that was here longer than the life of the server.
  const repeated = ["base=", "_rsc=", "base", "_rsc=&", "&", "=", "%"].map((part) => part.repeat(4096).slice(0, 4094));
  test.each(repeated.flatMap((query) => [query, `${query}&&`]))("a query of 4,096 characters takes no longer than its length allows: %.12s", (query) => {
    const before = process.cpuUsage();
    pointsFor("/", query, prerendered);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(50);
  });

  test("a page is free as long as its query chooses nothing but another file", () => {
    expect(pointsFor("/", "", prerendered)).toBe(0);
    expect(pointsFor("/", "_rsc=1a2b3&_rsc=4", prerendered)).toBe(0);
    expect(pointsFor("/", "base=open", prerendered)).toBe(10);
    expect(pointsFor("/", "_rsc=1&base=open", prerendered)).toBe(10);
  });
});
