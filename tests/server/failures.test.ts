import { describe, expect, it } from "vitest";
import { causeOf, oncePerKind } from "../../server/failures.ts";

function logged() {
  const lines: object[] = [];
  return { lines, complain: oncePerKind((event, fields) => void lines.push({ event, ...fields })) };
}

describe("the cause of a failure", () => {
  it("is the error's name, its message and the first places it came through", () => {
    const { error, stack } = causeOf(new RangeError("no such day"));
    expect(error).toBe("RangeError: no such day");
    expect(stack?.split("\n")).toHaveLength(5);
    expect(stack).toMatch(/^ +at .*failures\.test\.ts/);
  });
  it.each([
    ["a word", "a word"],
    [null, "null"],
    [undefined, "undefined"],
    [{ code: 7 }, "[object Object]"],
  ])("is said of what is no error too: %j", (thrown, error) => expect(causeOf(thrown)).toEqual({ error }));
  it("is cut to a line's length", () => expect(causeOf(new Error("x".repeat(10_000)))["error"]).toHaveLength(500));
});

describe("a failure that many readers meet", () => {
  it("is said once", () => {
    const { lines, complain } = logged();
    for (const path of ["/tickers/NVDA", "/tickers/MSFT", "/tickers/NVDA"]) complain("failed", { path, error: "Error: gone" });
    expect(lines).toEqual([{ event: "failed", path: "/tickers/NVDA", error: "Error: gone" }]);
  });
  it.each([
    ["another error", "failed", { route: "/compare", error: "Error: other" }],
    ["another route", "failed", { route: "/tickers/[page]", error: "Error: gone" }],
    ["another event", "not-ready", { route: "/compare", error: "Error: gone" }],
  ])("is said again for %s", (_, event, fields) => {
    const { lines, complain } = logged();
    complain("failed", { route: "/compare", error: "Error: gone" });
    complain(event, fields);
    expect(lines).toHaveLength(2);
  });
  it("is said of 200 kinds at most, so that a failure with a number in it fills no disk", () => {
    const { lines, complain } = logged();
    for (let n = 0; n < 1000; n += 1) complain("failed", { error: `Error: ${n}` });
    expect(lines).toHaveLength(200);
  });
});
