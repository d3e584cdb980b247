import { describe, expect, it } from "vitest";
import { pricesAnswer } from "../../../lib/domain/report/prices-answer.ts";
import { snapshotFile } from "../../fixtures/snapshot-file.ts";

const status = { kind: "snapshot", asOf: "2026-05-15" } as const;
const all = { from: null, to: null, base: null };

describe("the answer", () => {
  it("counts changes from the base's close, whether or not the base is shown", () => {
    const answer = pricesAnswer(snapshotFile("NVDA"), status, { from: "2025-01-27", to: "2025-01-28", base: "2025-01-24" });
    // -16.97 % on the 27th, as published; 8.93 % up on the 28th (128.99 after 118.42).
    expect(answer).toMatchObject({ base: "2025-01-24", days: ["2025-01-27", "2025-01-28"], close: [118.42, 128.99], levels: "market" });
    if ("parameter" in answer) throw new Error("refused");
    expect(answer.change.map((change) => (change * 100).toFixed(2))).toEqual(["-16.97", "-9.56"]);
  });

  it("takes the first session shown for the base where none is asked for", () => {
    expect(pricesAnswer(snapshotFile("SPY"), status, { from: "2025-01-18", to: null, base: null })).toMatchObject({ base: "2025-01-21" });
  });

  it("gives no level where it is not the price printed, and never an adjusted close", () => {
    for (const symbol of ["NOW", "RSP", "0700.HK"]) {
      const answer = pricesAnswer(snapshotFile(symbol), status, all);
      if ("parameter" in answer) throw new Error("refused");
      expect([...answer.close, ...answer.open].every((level) => level === null)).toBe(true);
      expect(answer.change.every(Number.isFinite)).toBe(true);
      expect(answer).not.toHaveProperty("adjclose");
    }
  });

  it("keeps the mark of a half-day inside the range only", () => {
    const series = snapshotFile("0700.HK");
    expect(pricesAnswer(series, status, { from: "2025-01-27", to: "2025-02-05", base: null })).toMatchObject({ stubs: [{ day: "2025-01-28" }] });
    expect(pricesAnswer(series, status, { from: "2025-02-03", to: "2025-02-05", base: null })).toMatchObject({ stubs: [] });
  });

  it("refuses a base that was no session, with the sessions around it, and a range without one", () => {
    const spy = snapshotFile("SPY");
    expect(pricesAnswer(spy, status, { ...all, base: "2025-01-20" })).toEqual({
      parameter: "base",
      value: "2025-01-20",
      allowed: ["2025-01-17", "2025-01-21"],
    });
    expect(pricesAnswer(spy, status, { ...all, base: "1999-01-04" })).toMatchObject({ allowed: ["2023-06-01"] });
    expect(pricesAnswer(spy, status, { ...all, base: "2099-01-04" })).toMatchObject({ allowed: ["2026-05-14", "2026-05-15"] });
    expect(pricesAnswer(spy, status, { ...all, from: "2099-01-01" })).toMatchObject({ parameter: "from", value: "2099-01-01" });
    expect(pricesAnswer(spy, status, { ...all, to: "1999-01-01" })).toMatchObject({ parameter: "to", value: "1999-01-01" });
    expect(pricesAnswer(spy, status, { from: "2025-01-25", to: "2025-01-26", base: null })).toMatchObject({ parameter: "from" });
  });
});
