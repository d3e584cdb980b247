import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, sessionClose, sessionOpen } from "../../../lib/domain/market/calendar.ts";
import { eventDay } from "../../../lib/domain/market/event-day.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import { HONG_KONG, NEW_YORK, TOKYO, NEW_YORK_EVENT } from "./exchange-samples.ts";

/** The article's stamp: 12:10 in Copenhagen. */
const PUBLISHED = "2025-01-27T12:10:00+01:00";
/** Real sessions around it: New York had a holiday on the 20th, Hong Kong closed from the 29th to 3 February. */
const NEW_YORK_DAYS = ["2025-01-17", "2025-01-21", "2025-01-22", "2025-01-23", "2025-01-24", "2025-01-27", "2025-01-28"];
const HONG_KONG_DAYS = ["2025-01-23", "2025-01-24", "2025-01-27", "2025-01-28", "2025-02-03"];
const TOKYO_DAYS = ["2025-01-23", "2025-01-24", "2025-01-27", "2025-01-28", "2025-01-29"];

describe("the article", () => {
  test("came 200 minutes before New York opened", () => {
    expect(eventDay(PUBLISHED, NEW_YORK, NEW_YORK_DAYS)).toEqual(NEW_YORK_EVENT);
  });

  test("came after Tokyo and Hong Kong had closed: their first session is the 28th", () => {
    expect(eventDay(PUBLISHED, TOKYO, TOKYO_DAYS)).toMatchObject({
      publishedTime: "20:10",
      phase: "after-close",
      minutesToOpen: null,
      eventDay: "2025-01-28",
      baseDay: "2025-01-27",
    });
    expect(eventDay(PUBLISHED, HONG_KONG, HONG_KONG_DAYS)).toMatchObject({
      publishedTime: "19:10",
      phase: "after-close",
      eventDay: "2025-01-28",
      baseDay: "2025-01-27",
    });
  });
});

describe("New York at other hours", () => {
  test.each([
    ["in session", "2025-01-22T11:00:00-05:00", "in-session", "2025-01-22", "2025-01-21"],
    ["at the open", "2025-01-22T09:30:00-05:00", "in-session", "2025-01-22", "2025-01-21"],
    ["a second before the open", "2025-01-22T09:29:59-05:00", "before-open", "2025-01-22", "2025-01-21"],
    ["a second before the close", "2025-01-22T15:59:59-05:00", "in-session", "2025-01-22", "2025-01-21"],
    ["at the close", "2025-01-22T16:00:00-05:00", "after-close", "2025-01-23", "2025-01-22"],
    ["on a Saturday", "2025-01-25T12:00:00-05:00", "no-session-that-day", "2025-01-27", "2025-01-24"],
    ["on the holiday of the 20th", "2025-01-20T10:00:00-05:00", "no-session-that-day", "2025-01-21", "2025-01-17"],
    ["on Friday after the close", "2025-01-24T18:00:00-05:00", "after-close", "2025-01-27", "2025-01-24"],
    ["on Tuesday's morning in Sydney", "2025-01-28T08:30:00+11:00", "after-close", "2025-01-28", "2025-01-27"],
  ])("%s", (_, instant, phase, event, base) => {
    expect(eventDay(instant, NEW_YORK, NEW_YORK_DAYS)).toMatchObject({ phase, eventDay: event, baseDay: base });
  });

  test("only a publication before that day's open has minutes to wait", () => {
    expect(eventDay("2025-01-22T09:29:59-05:00", NEW_YORK, NEW_YORK_DAYS)).toMatchObject({ minutesToOpen: 1 });
    expect(eventDay("2025-01-26T09:00:00-05:00", NEW_YORK, NEW_YORK_DAYS)).toMatchObject({ minutesToOpen: null });
  });

  test("outside the data there is no event day", () => {
    expect(eventDay("2025-01-28T16:00:00-05:00", NEW_YORK, NEW_YORK_DAYS)).toMatchObject({ absent: "no-session" });
    expect(eventDay("2025-03-01T10:00:00-05:00", NEW_YORK, NEW_YORK_DAYS)).toMatchObject({ absent: "no-session" });
    expect(eventDay("2025-01-10T10:00:00-05:00", NEW_YORK, NEW_YORK_DAYS)).toMatchObject({ absent: "no-session" });
    expect(eventDay(PUBLISHED, NEW_YORK, [])).toMatchObject({ absent: "no-session" });
  });
});

test("for any instant the base had closed, the event had not, and no session lies between", () => {
  // Every weekday from 2023 to 2026, so that all changes of the clocks are inside.
  const weekdays = Array.from({ length: 1200 }, (_, i) => addDays("2023-06-01", i)).filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
  const minutes = fc.integer({ min: 2 * 1440, max: 1190 * 1440 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(NEW_YORK, TOKYO, HONG_KONG), (minute, exchange) => {
      const at = Date.parse("2023-06-01T00:00:00Z") + minute * 60_000;
      const found = eventDay(new Date(at).toISOString(), exchange, weekdays);
      if (isAbsent(found)) throw new Error(found.why);
      expect(Date.parse(sessionClose(exchange, found.baseDay))).toBeLessThanOrEqual(at);
      expect(Date.parse(sessionClose(exchange, found.eventDay))).toBeGreaterThan(at);
      expect(weekdays.indexOf(found.eventDay) - weekdays.indexOf(found.baseDay)).toBe(1);
      const wait = Date.parse(sessionOpen(exchange, found.eventDay)) - at;
      expect(found.phase === "in-session").toBe(wait <= 0);
      expect(found.minutesToOpen).toBe(found.phase === "before-open" ? wait / 60_000 : null);
    }),
  );
});
