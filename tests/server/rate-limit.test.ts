import { describe, expect, test } from "vitest";
import { pointsFor, pointsForBytes } from "../../server/rate-limit.ts";

describe("pointsFor, which is asked before anything is counted", () => {
  // These took a regular expression that was here longer than the life of the server.
  const repeated = ["base=", "_rsc=", "base", "_rsc=&", "lines=a,", ",", "&", "=", "%"].map((part) => part.repeat(4096).slice(0, 4094));
  test.each(repeated.flatMap((query) => [query, `${query}&&`]))("a query of 4,096 characters takes no longer than its length allows: %.12s", (query) => {
    const before = process.cpuUsage();
    pointsFor("/compare", query);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(50);
  });

  const costs: [place: string, query: string, points: number][] = [
    ["/tickers/NVDA", "base=open", 10],
    ["/compare", "lines=A,B,C&range=all", 16],
    ["/compare.png", "lines=A,B,C", 16],
    ["/compare", `lines=${"A,".repeat(200)}`, 34],
    ["/compare", "lines=A,B&lines=C", 16],
    ["/share/tickers/NVDA.png", "", 10],
    ["/api/tickers/NVDA/study", "", 1],
    ["/data/prices.csv", "", 1],
  ];
  test.each(costs)("%s?%s costs %d", (place, query, points) => expect(pointsFor(place, query)).toBe(points));

  test("bytes cost too, beyond the first 128 KB", () => {
    expect([0, 131_071, 131_072, 1_300_000].map(pointsForBytes)).toEqual([0, 0, 1, 9]);
  });
});
