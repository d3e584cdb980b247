import { expect, test } from "vitest";
import { nearest } from "../../../lib/view/words/nearest.ts";

const KNOWN = ["NVDA", "META", "MSFT", "GSENEPOW", "GSTMTAIP", "GSTMTDAT", "^VIX", "0700.HK"];

test.each([
  ["nvda", "NVDA"],
  ["NVDIA", "NVDA"],
  ["VIX", "^VIX"],
  ["GSTMDAT", "GSTMTDAT"],
  ["700.HK", "0700.HK"],
  ["METTA", "META"],
])("%s is near %s", (typed, known) => {
  expect(nearest(typed, KNOWN)[0]).toBe(known);
});

test("what resembles nothing gets no suggestion, however long it is", () => {
  expect(nearest("QQXZJK", KNOWN)).toEqual([]);
  expect(nearest("", KNOWN)).toEqual([]);
  expect(nearest("x".repeat(100_000), KNOWN)).toEqual([]);
});

test("ties keep one order", () => {
  expect(nearest("GSTMT", KNOWN)).toEqual(["GSTMTAIP", "GSTMTDAT"]);
});
