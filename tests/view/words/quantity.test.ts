import { describe, expect, test } from "vitest";
import { formatQuantity, formatQuantityRange } from "../../../lib/view/words/quantity.ts";

const plain = (text: string) => text.replaceAll("\u202F", " ");

describe("a reference in its unit", () => {
  test.each([
    [3.49e12, "USD", "", "$3.49tn"],
    [3.49e12, "USD", "$2T", "$3.49T"],
    [1.25e11, "USD", "", "$125bn"],
    [0.0131, "fraction", "", "1.31 %"],
    [54, "days", "", "54 days"],
    [12.2, "times", "", "12.2 times"],
    [2, "times", "", "2 times"],
    [-1500, "people", "", "−1,500 people"],
  ])("%d %s, like %j", (value, unit, like, expected) => expect(plain(formatQuantity(value, unit, like))).toBe(expected));
});

describe("a range says a unit that follows the number once", () => {
  test.each([
    [11.5, 14, "times", "11.5 to 14 times"],
    [5e10, 8e10, "USD", "$50bn to $80bn"],
    [0.052, 0.12, "fraction", "5.20 to 12.0 %"],
    [3, 3, "days", "3 days"],
  ])("%d to %d %s", (low, high, unit, expected) => expect(plain(formatQuantityRange(low, high, unit))).toBe(expected));
});
