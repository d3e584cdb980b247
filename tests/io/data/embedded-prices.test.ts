import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publishedMoves } from "../../fixtures/published-moves.ts";
import { snapshotFile } from "../../fixtures/snapshot-file.ts";

describe("the embedded prices", () => {
  it.each(publishedMoves)("%s moved %d %% on 27 January 2025", (symbol, percent) => {
    const { days, adjclose } = snapshotFile(symbol);
    const at = days.indexOf("2025-01-27");
    expect(days[at - 1]).toBe("2025-01-24");
    const move = (adjclose[at] ?? NaN) / (adjclose[at - 1] ?? NaN) - 1;
    expect((move * 100).toFixed(2)).toBe(percent.toFixed(2));
  });

  it("has Nvidia's closes as printed", () => {
    const { days, close, levels } = snapshotFile("NVDA");
    expect(levels).toBe("market");
    expect(close[days.indexOf("2025-01-24")]).toBe(142.62);
    expect(close[days.indexOf("2025-01-27")]).toBe(118.42);
  });

  it("marks Hong Kong's half-day of 28 January and shows no level of it", () => {
    const series = snapshotFile("0700.HK");
    expect(series.stubs.map(({ day }) => day)).toContain("2025-01-28");
    expect(series.levels).toBe("adjusted-only");
    expect(series.close.every((level) => level === null)).toBe(true);
  });

  it("passes the schema, file by file", () => {
    const files = readdirSync(join(import.meta.dirname, "../../../data/prices"));
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      const symbol = file.replace(/\.json$/, "");
      expect(snapshotFile(symbol)).toMatchObject({ symbol, source: "snapshot" });
    }
  });

  it("knows no session in New York on 9 and 20 January 2025", () => {
    expect(snapshotFile("SPY").days).not.toContain("2025-01-09");
    expect(snapshotFile("SPY").days).not.toContain("2025-01-20");
  });
});
