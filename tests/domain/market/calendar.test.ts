import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  instantAt,
  isSession,
  nextSession,
  previousSession,
  sessionClose,
  sessionOnOrAfter,
  sessionOpen,
  sessionsOf,
  wallClock,
} from "../../../lib/domain/market/calendar.ts";
import { HONG_KONG, NEW_YORK, TOKYO } from "./exchange-samples.ts";

const ZONES = ["America/New_York", "America/Chicago", "Asia/Tokyo", "Asia/Hong_Kong", "Europe/Copenhagen", "Pacific/Auckland", "Asia/Kolkata", "UTC"];

const anyInstant = fc
  .integer({ min: Date.parse("2015-01-01T00:00:00Z") / 60_000, max: Date.parse("2030-12-31T00:00:00Z") / 60_000 })
  .map((minute) => new Date(minute * 60_000).toISOString());

describe("clocks", () => {
  test("the publication on five walls", () => {
    // 12:10 in Copenhagen is UTC+1 in January; New York is UTC−5, Tokyo +9, Hong Kong +8.
    const published = "2025-01-27T12:10:00+01:00";
    expect(wallClock(published, "Europe/Copenhagen")).toEqual({ day: "2025-01-27", time: "12:10" });
    expect(wallClock(published, "UTC")).toEqual({ day: "2025-01-27", time: "11:10" });
    expect(wallClock(published, "America/New_York")).toEqual({ day: "2025-01-27", time: "06:10" });
    expect(wallClock(published, "Asia/Tokyo")).toEqual({ day: "2025-01-27", time: "20:10" });
    expect(wallClock("2025-01-27T23:30:00Z", "Asia/Tokyo")).toEqual({ day: "2025-01-28", time: "08:30" });
  });

  test("an instant read off any wall is found again", () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (instant, zone) => {
        const shown = wallClock(instant, zone);
        // The hour that autumn repeats is two instants with one time: the wall decides, not the instant.
        expect(wallClock(instantAt(shown.day, shown.time, zone), zone)).toEqual(shown);
      }),
    );
  });

  test.each([
    // United States clocks moved on 9 March and 2 November 2025.
    ["2025-03-07", "2025-03-07T14:30:00.000Z"],
    ["2025-03-10", "2025-03-10T13:30:00.000Z"],
    ["2025-10-31", "2025-10-31T13:30:00.000Z"],
    ["2025-11-03", "2025-11-03T14:30:00.000Z"],
  ])("New York opens at 09:30 on %s", (day, instant) => {
    expect(sessionOpen(NEW_YORK, day)).toBe(instant);
  });

  test("Tokyo and Hong Kong keep one clock all year", () => {
    expect(sessionClose(TOKYO, "2025-01-27")).toBe("2025-01-27T06:30:00.000Z");
    expect(sessionClose(TOKYO, "2025-07-01")).toBe("2025-07-01T06:30:00.000Z");
    expect(sessionClose(HONG_KONG, "2025-01-27")).toBe("2025-01-27T08:00:00.000Z");
  });

  test("a session lasts as long as its hours say, whatever the clocks do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.constantFrom(NEW_YORK, TOKYO, HONG_KONG), (n, exchange) => {
        const day = addDays("2018-01-01", n);
        const hours = (Date.parse(sessionClose(exchange, day)) - Date.parse(sessionOpen(exchange, day))) / 3_600_000;
        expect(hours).toBe({ NASDAQ: 6.5, TSE: 6.5, HKEX: 6.5 }[exchange.id as "TSE"]);
        expect(wallClock(sessionOpen(exchange, day), exchange.timeZone)).toEqual({ day, time: exchange.open });
      }),
    );
  });
});

describe("sessions", () => {
  /** New York was closed on 9 January (day of mourning), 18 and 19 January (weekend), 20 January (holiday). */
  const days = ["2025-01-08", "2025-01-10", "2025-01-17", "2025-01-21"];

  test("are the days of the named series", () => {
    expect(sessionsOf(NEW_YORK, { SPY: { days } })).toBe(days);
    expect(sessionsOf(NEW_YORK, {})).toMatchObject({ absent: "no-price" });
  });

  test("before and after", () => {
    expect(isSession(days, "2025-01-09")).toBe(false);
    expect(nextSession(days, "2025-01-08")).toBe("2025-01-10");
    expect(nextSession(days, "2025-01-09")).toBe("2025-01-10");
    expect(previousSession(days, "2025-01-09")).toBe("2025-01-08");
    expect(previousSession(days, "2025-01-10")).toBe("2025-01-08");
    expect(previousSession(days, "2025-01-08")).toBeUndefined();
    expect(nextSession(days, "2025-01-21")).toBeUndefined();
    expect(sessionOnOrAfter(days, "2025-01-18")).toBe("2025-01-21");
  });

  test("calendar days cross months, leap days and changes of the clocks", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2025-03-08", 2)).toBe("2025-03-10");
    expect(addDays("2025-01-01", -1)).toBe("2024-12-31");
  });
});
