import { describe, expect, it } from "vitest";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { appendNewer, compareSeries } from "../../../lib/io/prices/compare-series.ts";

const days = ["2025-01-23", "2025-01-24", "2025-01-27", "2025-01-28"];

function taking(closes: (number | null)[], adjclose: number[], on = days): PriceSeries {
  return {
    symbol: "NVDA",
    currency: "USD",
    timeZone: "America/New_York",
    levels: "market",
    source: "snapshot",
    asOf: "2025-01-28",
    origin: "kept",
    days: on,
    open: closes,
    close: closes,
    adjclose,
    volume: on.map(() => 1),
    stubs: [],
  };
}

const kept = taking([100, 102, 80, 88], [99, 100.98, 79.2, 87.12]);

describe("comparing two takings", () => {
  it("agrees after a dividend has scaled every adjusted close", () => {
    const live = taking(
      [100, 102, 80, 88],
      kept.adjclose.map((price) => price * 0.98),
    );
    expect(compareSeries(kept, live)).toMatchObject({ days: [], splitSince: 1 });
  });

  it("agrees after a split, and says so", () => {
    const live = taking(
      [25, 25.5, 20, 22],
      kept.adjclose.map((price) => price / 4),
    );
    expect(compareSeries(kept, live)).toMatchObject({ days: [], splitSince: 4 });
  });

  it("finds a split that was applied to half of the history", () => {
    const live = taking([25, 25.5, 80, 88], [24.75, 25.245, 79.2, 87.12]);
    expect(compareSeries(kept, live).days).toContain("2025-01-27");
  });

  it("names the day of another price, and the day after, whose return it spoils too", () => {
    const live = taking([100, 102, 81, 88], [99, 100.98, 80.19, 87.12]);
    expect(compareSeries(kept, live).days).toEqual(["2025-01-27", "2025-01-28"]);
  });

  it("lets 0.04 points pass and not 0.06", () => {
    const off = (points: number) => taking([null, null, null, null], [99, 100.98, 79.2 + 1.0098 * points, 87.12 * (1 + (1.0098 * points) / 79.2)]);
    expect(compareSeries(kept, off(0.04)).days).toEqual([]);
    expect(compareSeries(kept, off(0.06)).days).toEqual(["2025-01-27"]);
  });

  it("counts a day that only one has", () => {
    const less = taking([100, 102, 88], [99, 100.98, 87.12], ["2025-01-23", "2025-01-24", "2025-01-28"]);
    expect(compareSeries(kept, less).days).toEqual(["2025-01-27"]);
    expect(compareSeries(less, kept).days).toEqual(["2025-01-27"]);
  });

  it("does not count days before the live history begins", () => {
    const late = taking([80, 88], [79.2, 87.12], ["2025-01-27", "2025-01-28"]);
    expect(compareSeries(kept, late).days).toEqual([]);
  });
});

describe("appending newer days", () => {
  const live = (factor: number) =>
    taking(
      [...[100, 102, 80, 88, 90].map((x) => x * factor)],
      [99, 100.98, 79.2, 87.12, 89.1].map((x) => x * 0.9 * factor),
      [...days, "2025-01-29"],
    );

  it("leaves what is shown alone and carries the live return across the seam", () => {
    const joined = joinedOf(kept, live(1));
    expect(joined.days.at(-1)).toBe("2025-01-29");
    expect(joined.adjclose.slice(0, 4)).toEqual(kept.adjclose);
    expect((joined.adjclose[4] ?? 0) / (joined.adjclose[3] ?? 1)).toBeCloseTo(89.1 / 87.12, 12);
    expect(joined.close).toEqual([100, 102, 80, 88, 90]);
  });

  it("leaves newer levels out after a split", () => {
    const joined = joinedOf(kept, live(0.25));
    expect(joined.close).toEqual([100, 102, 80, 88, null]);
    expect((joined.adjclose[4] ?? 0) / (joined.adjclose[3] ?? 1)).toBeCloseTo(89.1 / 87.12, 12);
  });

  it("is the kept series where nothing is newer, and nothing where too little is in common", () => {
    expect(joinedOf(kept, kept)).toBe(kept);
    const apart = taking([90, 91], [89.1, 90.1], ["2025-01-29", "2025-01-30"]);
    expect(appendNewer(kept, apart, compareSeries(kept, apart))).toBeNull();
    const one = taking([88, 90], [87.12, 89.1], ["2025-01-28", "2025-01-29"]);
    expect(appendNewer(kept, one, compareSeries(kept, one))).toBeNull();
  });

  it("joins on the last day both have, where the last kept one is missing", () => {
    const without = taking(
      [100, 102, 80, 90],
      [99, 100.98, 79.2, 89.1].map((x) => x * 0.9),
      [...days.slice(0, 3), "2025-01-29"],
    );
    const joined = joinedOf(kept, without);
    expect(joined.days).toEqual([...days, "2025-01-29"]);
    expect((joined.adjclose[4] ?? 0) / (joined.adjclose[2] ?? 1)).toBeCloseTo(89.1 / 79.2, 12);
  });

  it("takes no footing from a last day that slipped", () => {
    const slipped = taking([100, 102, 80, 95, 90], [99, 100.98, 79.2, 94.05, 89.1], [...days, "2025-01-29"]);
    const joined = joinedOf(kept, slipped);
    expect((joined.adjclose[4] ?? 0) / (joined.adjclose[0] ?? 1)).toBeCloseTo(89.1 / 99, 12);
  });
});

function joinedOf(one: PriceSeries, other: PriceSeries): PriceSeries {
  const joined = appendNewer(one, other, compareSeries(one, other));
  if (joined === null) throw new Error("nothing in common");
  return joined.series;
}
