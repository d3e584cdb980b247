import { describe, expect, it } from "vitest";
import { marketClock } from "../../../lib/domain/market/market-clock.ts";
import { loadExchanges } from "../../../lib/io/data/data-files.ts";

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
    expect(marketClock(newYork, "2025-01-09T16:00:00Z", sessions)).toMatchObject({
      phase: "closed",
      next: "2025-01-10T14:30:00.000Z",
      lastClose: "2025-01-08T21:00:00.000Z",
    });
    expect(marketClock(newYork, "2025-01-09T16:00:00Z")).toMatchObject({ phase: "open" });
  });
});

describe("holidays and early closes that have been published", () => {
  const hoursOf = (id: string) => {
    const exchange = loadExchanges().find((one) => one.id === id);
    if (exchange === undefined) throw new Error(id);
    return exchange;
  };
  const nasdaq = hoursOf("NASDAQ");

  // Thanksgiving 2026 is Thursday 26 November; New York is UTC−5.
  it.each([
    [
      "on Thanksgiving",
      "2026-11-26T16:00:00Z",
      { phase: "closed", why: "Thanksgiving", next: "2026-11-27T14:30:00.000Z", lastClose: "2026-11-25T21:00:00.000Z", listed: true },
    ],
    ["the day after, in its half session", "2026-11-27T17:59:00Z", { phase: "open", why: "the day after Thanksgiving", next: "2026-11-27T18:00:00.000Z" }],
    [
      "the day after, from 13:00",
      "2026-11-27T18:00:00Z",
      { phase: "closed", why: null, next: "2026-11-30T14:30:00.000Z", lastClose: "2026-11-27T18:00:00.000Z" },
    ],
    ["that weekend", "2026-11-28T18:00:00Z", { phase: "closed", why: null, next: "2026-11-30T14:30:00.000Z", lastClose: "2026-11-27T18:00:00.000Z" }],
    [
      "the evening before a holiday",
      "2026-12-24T18:30:00Z",
      { phase: "closed", why: null, next: "2026-12-28T14:30:00.000Z", lastClose: "2026-12-24T18:00:00.000Z" },
    ],
    ["an ordinary day", "2026-11-30T15:00:00Z", { phase: "open", why: null, next: "2026-11-30T21:00:00.000Z" }],
  ])("%s", (_, at, state) => expect(marketClock(nasdaq, at)).toMatchObject(state));

  it.each([
    ["TSE", "2026-12-31T01:00:00Z", { phase: "closed", why: "the New Year", next: "2027-01-04T00:00:00.000Z" }],
    ["TSE", "2026-11-23T01:00:00Z", { phase: "closed", why: "Labour Thanksgiving Day" }],
    ["HKEX", "2026-12-24T03:00:00Z", { phase: "open", why: "Christmas Eve", next: "2026-12-24T04:00:00.000Z" }],
    ["HKEX", "2027-02-08T03:00:00Z", { phase: "closed", why: "the Lunar New Year", next: "2027-02-10T01:30:00.000Z" }],
    ["CBOE", "2026-12-25T16:00:00Z", { phase: "closed", why: "Christmas" }],
  ])("%s at %s", (id, at, state) => expect(marketClock(hoursOf(id), at)).toMatchObject(state));

  it("is known to end: after the list the week decides, and that is said", () => {
    expect(marketClock(nasdaq, "2028-12-29T22:00:00Z")).toMatchObject({ next: "2029-01-01T14:30:00.000Z", listed: false });
    expect(marketClock(nasdaq, "2028-12-28T22:00:00Z")).toMatchObject({ next: "2028-12-29T14:30:00.000Z", listed: true });
  });

  it("gives way to a session that was held all the same", () => {
    const sessions = ["2026-11-25", "2026-11-26"];
    expect(marketClock(nasdaq, "2026-11-26T16:00:00Z", sessions)).toMatchObject({ phase: "open", why: null, next: "2026-11-26T21:00:00.000Z" });
  });
});
