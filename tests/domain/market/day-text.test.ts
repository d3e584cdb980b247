import { expect, test } from "vitest";
import { dayText } from "../../../lib/domain/market/day-text.ts";
import { formatDay } from "../../../lib/view/words/format.ts";

test.each([
  ["2025-01-27", "27 January 2025"],
  ["2026-05-01", "1 May 2026"],
  ["1999-12-31", "31 December 1999"],
  ["soon", "soon"],
])("%s in a sentence", (day, text) => expect(dayText(day)).toBe(text));

test("a sentence of the domain writes a day as every page does", () => {
  for (let month = 1; month <= 12; month += 1) {
    const day = `2025-${String(month).padStart(2, "0")}-09`;
    expect(dayText(day)).toBe(formatDay(day));
  }
});
