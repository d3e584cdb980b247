import { describe, expect, it } from "vitest";
import { marketClock } from "../../../lib/domain/market/market-clock.ts";

const newYork = { timeZone: "America/New_York", open: "09:30", close: "16:00" };
const tokyo = { timeZone: "Asia/Tokyo", open: "09:00", close: "15:30" };

// The offsets are those of the tz database: New York UTC−5 until 8 March 2026 and from 1 November, UTC−4 between; Tokyo UTC+9.
describe("does an exchange deal", () => {
  it.each<[string, "open" | "closed", string, string]>([
    ["2026-05-18T13:29:59Z", "closed", "2026-05-18T13:30:00.000Z", "2026-05-15T20:00:00.000Z"],
    ["2026-05-18T13:30:00Z", "open", "2026-05-18T20:00:00.000Z", "2026-05-15T20:00:00.000Z"],
    ["2026-05-18T19:59:59Z", "open", "2026-05-18T20:00:00.000Z", "2026-05-15T20:00:00.000Z"],
    ["2026-05-18T20:00:00Z", "closed", "2026-05-19T13:30:00.000Z", "2026-05-18T20:00:00.000Z"],
    // Friday evening to Monday, over the change of the clocks on Sunday 8 March.
    ["2026-03-06T22:00:00Z", "closed", "2026-03-09T13:30:00.000Z", "2026-03-06T21:00:00.000Z"],
    ["2026-03-08T12:00:00Z", "closed", "2026-03-09T13:30:00.000Z", "2026-03-06T21:00:00.000Z"],
  ])("New York at %s: %s", (at, phase, next, lastClose) => {
    expect(marketClock(newYork, at)).toMatchObject({ phase, next, lastClose });
  });

  it("has the day of the exchange, not of UTC", () => {
    expect(marketClock(tokyo, "2026-05-17T23:30:00Z")).toMatchObject({ phase: "closed", day: "2026-05-18", next: "2026-05-18T00:00:00.000Z" });
    expect(marketClock(tokyo, "2026-05-18T01:00:00Z")).toMatchObject({ phase: "open", day: "2026-05-18" });
  });

  it("knows a holiday that the sessions tell of", () => {
    // New York was closed on 9 January 2025, for President Carter's funeral.
    const sessions = ["2025-01-07", "2025-01-08", "2025-01-10", "2025-01-13"];
    expect(marketClock(newYork, "2025-01-09T16:00:00Z", sessions)).toMatchObject({ phase: "closed", next: "2025-01-10T14:30:00.000Z", lastClose: "2025-01-08T21:00:00.000Z" });
    expect(marketClock(newYork, "2025-01-09T16:00:00Z")).toMatchObject({ phase: "open" });
  });
});
