import { describe, expect, test } from "vitest";
import {
  bareAxisPoints,
  bareP,
  barePoints,
  barePointSize,
  formatAxisMove,
  formatCount,
  formatDay,
  formatDays,
  formatDuration,
  formatInstant,
  formatList,
  formatMove,
  formatMoveRange,
  formatOrdinal,
  formatP,
  formatPoints,
  formatPrice,
  formatShare,
  formatSignedPoints,
  formatTime,
  pointRange,
  quoteCurrency,
} from "../../../lib/view/words/format.ts";

/** The two characters that cannot be told from others in a source file. */
const MINUS = "\u2212";
const NARROW = "\u202F";

describe("moves", () => {
  test.each([
    // Nvidia on 27 January 2025: 118.2434 / 142.4073 − 1.
    [-0.169682, 2, `${MINUS}16.97${NARROW}%`],
    [0.0191, 2, `+1.91${NARROW}%`],
    [-0.149, 1, `${MINUS}14.9${NARROW}%`],
    [0, 2, `0.00${NARROW}%`],
    [-0.00001, 2, `0.00${NARROW}%`],
    [0.00001, 2, `0.00${NARROW}%`],
    [12.345, 0, `+1,235${NARROW}%`],
  ])("%d at %d digits", (fraction, digits, text) => {
    expect(formatMove(fraction, digits)).toBe(text);
  });

  test("a share has no plus", () => {
    expect(formatShare(0.746)).toBe(`74.6${NARROW}%`);
  });

  test("an interval names its unit once", () => {
    expect(formatMoveRange(-0.2, 0.013)).toBe(`${MINUS}20.00 to +1.30${NARROW}%`);
  });

  test.each([
    [-0.05, 0.05, `${MINUS}5${NARROW}%`],
    [0, 0.05, `0${NARROW}%`],
    [0.005, 0.005, `+0.5${NARROW}%`],
    [0.0025, 0.0005, `+0.25${NARROW}%`],
    [0.1, 0.1, `+10${NARROW}%`],
    [0.01, 0.01, `+1${NARROW}%`],
    [0.001, 0.001, `+0.1${NARROW}%`],
    [0.1, 0, `+10${NARROW}%`],
  ])("axis label %d with step %d", (at, step, text) => {
    expect(formatAxisMove(at, step)).toBe(text);
  });

  test("points", () => {
    expect(formatPoints(0.134)).toBe("13.4 points");
    expect(formatPoints(-0.134)).toBe(`${MINUS}13.4 points`);
    expect(formatSignedPoints(0.134)).toBe("+13.4 points");
  });
});

describe("prices", () => {
  test.each([
    [142.62, "USD", "$142.62"],
    [1234.5, "USD", "$1,234.50"],
    [398.5212, "HKD", "HK$398.52"],
    [2281.85, "JPY", "¥2,282"],
    [17.9, null, "17.90"],
  ])("%d %s", (value, currency, text) => {
    expect(formatPrice(value, currency)).toBe(text);
  });
});

test("the level of an index is no amount of money", () => {
  expect(formatPrice(17.9, quoteCurrency({ kind: "index", currency: "USD" }))).toBe("17.90");
  expect(formatPrice(17.9, quoteCurrency({ kind: "etf", currency: "USD" }))).toBe("$17.90");
});

describe("days and times", () => {
  // 27 January 2025 was a Monday.
  test("four ways to write a day", () => {
    expect(formatDay("2025-01-27")).toBe("27 January 2025");
    expect(formatDay("2025-01-27", "short")).toBe("Mon 27 Jan");
    expect(formatDay("2025-09-02", "short")).toBe("Tue 2 Sep");
    expect(formatDay("2025-01-27", "weekday")).toBe("Monday");
    expect(formatDay("2025-01-27", "full")).toBe("Monday 27 January 2025");
  });

  test.each([
    ["2025-01-24", "2025-01-29", "24 to 29 January"],
    ["2025-01-30", "2025-02-03", "30 January to 3 February"],
    ["2025-01-27", "2025-01-27", "27 January"],
  ])("from %s to %s", (first, last, text) => {
    expect(formatDays(first, last)).toBe(text);
  });

  test("what is no day is left as it is", () => {
    expect(formatDay("")).toBe("");
  });

  test("one instant on three walls", () => {
    const published = "2025-01-27T12:10:00+01:00";
    expect(formatInstant(published, "America/New_York")).toBe("06:10 in New York");
    expect(formatInstant(published, "Asia/Tokyo")).toBe("20:10 in Tokyo");
    expect(formatInstant("2025-01-27T00:00:00Z", "Europe/London")).toBe("00:00 in London");
    expect(formatTime("06:10", "America/New_York")).toBe("06:10 in New York");
  });

  test.each([
    [200, `3${NARROW}h 20${NARROW}min`],
    [60, `1${NARROW}h`],
    [5, `5${NARROW}min`],
    [0, `0${NARROW}min`],
  ])("%d minutes", (minutes, text) => {
    expect(formatDuration(minutes)).toBe(text);
  });
});

describe("statistics and counts", () => {
  test.each([
    [0.00002, "p < 0.001"],
    [0.004, "p = 0.004"],
    [0.03, "p = 0.03"],
    [0.05, "p = 0.05"],
    [0.0496, "p = 0.0496"],
    [0.0512, "p = 0.051"],
    [0.4, "p = 0.40"],
    [0.9999, "p > 0.99"],
    [1, "p = 1"],
  ])("p %d", (p, text) => {
    expect(formatP(p)).toBe(text);
  });

  test.each([
    [1, "1st"],
    [2, "2nd"],
    [3, "3rd"],
    [5, "5th"],
    [11, "11th"],
    [112, "112th"],
    [22, "22nd"],
  ])("%d", (n, text) => {
    expect(formatOrdinal(n)).toBe(text);
  });

  test("counts in words to twelve", () => {
    expect(formatCount(0, "claim")).toBe("no claims");
    expect(formatCount(1, "claim")).toBe("one claim");
    expect(formatCount(12, "proxy", "proxies")).toBe("twelve proxies");
    expect(formatCount(13, "claim")).toBe("13 claims");
  });

  test("lists", () => {
    expect(formatList(["Nvidia", "Meta", "Tesla"])).toBe("Nvidia, Meta and Tesla");
  });
});

describe("a number whose unit stands beside it", () => {
  test.each([
    ["a difference", barePoints(-0.13412), "−13.41"],
    ["the size of one", barePointSize(0.03401), "3.40"],
    ["a label on an axis", bareAxisPoints(0.05, 0.05), "+5"],
    ["a label between whole points", bareAxisPoints(-0.005, 0.005), "−0.5"],
    ["an interval", pointRange(-0.179, -0.0882), "−17.9 to −8.8"],
    ["a p-value", bareP(0.0231), "0.02"],
    ["a small p-value", bareP(0.0004), "< 0.001"],
    ["a p-value near one", bareP(0.995), "> 0.99"],
    ["a p-value of one", bareP(1), "1"],
  ])("%s", (_, written, expected) => expect(written).toBe(expected));
});
