import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { eventDay } from "../../../lib/domain/market/event-day.ts";
import { loadCalendars, loadExchanges, readPriceSeries } from "../../../lib/io/data/data-files.ts";
import { checkWholeData } from "../../../lib/io/data/whole-data.ts";
import { copyOfData } from "../../fixtures/copy-of-data.ts";
import type { Change, Json } from "../../fixtures/copy-of-data.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function weekdays(from: string, until: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(until); at += 86_400_000)
    if (![0, 6].includes(new Date(at).getUTCDay())) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

describe("the trading calendars", () => {
  it("agree with every session of the snapshot they reach: all weekdays not listed, and no other", () => {
    const exchanges = loadExchanges();
    const compared = exchanges.map(({ id, sessionsOf, calendar }) => {
      const days = readPriceSeries(sessionsOf)?.days ?? [];
      if (calendar === undefined) throw new Error(`${id} has no calendar`);
      const from = [calendar.from, days[0] ?? ""].toSorted().at(-1) ?? "";
      const rest = new Set(calendar.closed.map(({ day }) => day));
      expect(
        days.filter((day) => day >= from),
        id,
      ).toEqual(weekdays(from, days.at(-1) ?? "").filter((day) => !rest.has(day)));
      return days.filter((day) => day >= from).length;
    });
    // New York four times, Tokyo, and Hong Kong since January 2026.
    expect(compared).toEqual([742, 742, 742, 742, 721, 57]);
  });

  it("count an early close as the end of that session", () => {
    const nasdaq = loadExchanges().find(({ id }) => id === "NASDAQ");
    if (nasdaq === undefined) throw new Error("no Nasdaq");
    const sessions = ["2025-11-26", "2025-11-28", "2025-12-01"];
    expect(eventDay("2025-11-28T12:59:00-05:00", nasdaq, sessions)).toMatchObject({ phase: "in-session", eventDay: "2025-11-28" });
    expect(eventDay("2025-11-28T13:30:00-05:00", nasdaq, sessions)).toMatchObject({ phase: "after-close", eventDay: "2025-12-01", baseDay: "2025-11-28" });
  });

  it("reach at least a year from the day this was written", () => {
    for (const { until } of loadCalendars()) expect(until >= "2027-12-31").toBe(true);
  });

  it.each<[string, Change, RegExp]>([
    [
      "a weekend",
      (c: Json) => {
        c[0].closed[0].day = "2023-06-17";
      },
      /\[0\]\.closed\[0\]\.day: "2023-06-17"; expected a weekday/,
    ],
    [
      "days out of order",
      (c: Json) => {
        c[0].closed[1].day = "2023-06-16";
      },
      /closed\[1\]\.day: "2023-06-16"; expected a day after 2023-06-19/,
    ],
    [
      "a day outside its span",
      (c: Json) => {
        c[1].until = "2026-12-31";
      },
      /\[1\]\.closed\[\d+\]\.day: "2027-01-01"; expected a day from 2023-06-01 to 2026-12-31/,
    ],
    [
      "a session the prices hold",
      (c: Json) => {
        c[0].closed.unshift({ day: "2023-06-16", why: "nothing" });
      },
      /\[0\]\.closed\[0\]\.day: "2023-06-16"; expected a day on which NASDAQ had no session/,
    ],
    [
      "a day both closed and early",
      (c: Json) => {
        c[0].earlyCloses[0].day = "2023-06-19";
      },
      /earlyCloses\[0\]\.day: "2023-06-19"; expected a day that is not among those closed/,
    ],
    [
      "an early close after the usual one",
      (c: Json) => {
        c[2].earlyCloses[0].close = "16:30";
      },
      /earlyCloses\[0\]\.close: "16:30"; expected a time between 09:30 and 16:00/,
    ],
    [
      "an exchange in two lists",
      (c: Json) => {
        c[1].exchanges.push("NYSE");
      },
      /\[1\]\.exchanges\[1\]: "NYSE"; expected an exchange/,
    ],
    ["no such file", () => null, /data\/calendars\.json.*a file that can be read/],
  ])("are refused with %s", (_, change, says) => {
    const folder = copyOfData({ "calendars.json": change });
    folders.push(folder);
    expect(() => checkWholeData(folder)).toThrow(says);
  });
});
