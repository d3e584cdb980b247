import { describe, expect, test } from "vitest";
import type { EventDay } from "../../../lib/domain/market/event-day.ts";
import type { ImpactReport } from "../../../lib/domain/report/report.ts";
import { NEW_YORK_EVENT } from "../../domain/market/exchange-samples.ts";
import { absence } from "../../../lib/domain/market/series.ts";
import { clockSentences, describeEventDay, describeProvenance } from "../../../lib/view/instrument/event-day-words.ts";

/** Spaces that do not break read as spaces. */
const plain = (text: string) => text.replaceAll("\u202F", " ");

const newYork = NEW_YORK_EVENT;
const tokyo: EventDay = {
  exchange: "TSE",
  timeZone: "Asia/Tokyo",
  publishedDay: "2025-01-27",
  publishedTime: "20:10",
  phase: "after-close",
  minutesToOpen: null,
  eventDay: "2025-01-28",
  baseDay: "2025-01-27",
};
const hongKong: EventDay = { ...tokyo, exchange: "HKEX", timeZone: "Asia/Hong_Kong", publishedTime: "19:10" };

describe("event day", () => {
  test("before the open", () => {
    expect(plain(describeEventDay(newYork))).toBe("Published at 06:10 in New York, 3 h 20 min before the open; the first price is Monday’s open.");
  });
  test("after the close", () => {
    expect(describeEventDay(tokyo)).toBe("Published at 20:10 in Tokyo, after the close; the first session that could react is Tuesday 28 January 2025.");
  });
  test("in session and on a day without one", () => {
    expect(describeEventDay({ ...newYork, phase: "in-session", minutesToOpen: null, publishedTime: "11:00" })).toBe(
      "Published at 11:00 in New York, during the session; its event day is Monday 27 January 2025, measured from the close of Friday 24 January 2025.",
    );
    expect(describeEventDay({ ...newYork, phase: "no-session-that-day", minutesToOpen: null, publishedDay: "2025-01-26" })).toBe(
      "Published at 06:10 in New York on Sunday 26 January 2025, no trading day there; the first session that could react is Monday 27 January 2025.",
    );
  });
  test("an absence speaks for itself", () => {
    expect(describeEventDay(absence("no-session", "Nothing yet."))).toBe("Nothing yet.");
  });
});

test("exchanges whose clocks agree share a sentence", () => {
  const report = {
    eventDays: { NASDAQ: newYork, NYSE: { ...newYork, exchange: "NYSE" }, TSE: tokyo, HKEX: hongKong },
  } as unknown as ImpactReport;
  expect(clockSentences(report).map(plain)).toEqual([
    "Published at 06:10 in New York, 3 h 20 min before the open; the first price is Monday’s open.",
    "Tokyo and Hong Kong had closed: their first session is Tuesday 28 January 2025.",
  ]);
});

test("provenance says what a level is", () => {
  const provenance = {
    source: "snapshot" as const,
    asOf: "2026-05-15",
    origin: "Yahoo Finance",
    levels: "market" as const,
    first: "2023-06-01",
    last: "2026-05-15",
  };
  expect(describeProvenance(provenance)).toBe("Yahoo Finance; snapshot of 15 May 2026, used from 1 June 2023 to 15 May 2026.");
  expect(describeProvenance({ ...provenance, levels: "adjusted-only" })).toMatch(/moves are shown and prices are not/);
});
