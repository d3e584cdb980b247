import { describe, expect, it } from "vitest";
import { articleQuery, noQuery, pricesQuery, readQuery, studyQuery } from "../../../lib/io/contract/api-query.ts";

const asked = (query: string) => new Request(`http://localhost/api?${query}`);
const prices = (query: string) => readQuery(pricesQuery, asked(query));
const study = (query: string) => readQuery(studyQuery({ benchmarks: ["SPY", "RSP"], eventDay: "2025-01-27" }), asked(query));

describe("the question for prices", () => {
  it("may leave out everything", () => expect(prices("")).toEqual({ query: {} }));

  it("takes three days, and one day from both ends", () => {
    expect(prices("from=2025-01-17&to=2025-02-01&base=2025-01-24")).toEqual({ query: { from: "2025-01-17", to: "2025-02-01", base: "2025-01-24" } });
    expect(prices("from=2025-01-27&to=2025-01-27")).toEqual({ query: { from: "2025-01-27", to: "2025-01-27" } });
  });

  it.each([
    ["from=yesterday", "from", "yesterday", ["one day YYYY-MM-DD"]],
    ["to=2025-02-29", "to", "2025-02-29", ["one day YYYY-MM-DD"]],
    ["base=", "base", "", ["one day YYYY-MM-DD"]],
    ["base=2025-01-24T00:00", "base", "2025-01-24T00:00", ["one day YYYY-MM-DD"]],
    ["from=2025-01-24&from=2025-01-25", "from", "2025-01-24", ["one value"]],
    ["from=2025-02-01&to=2025-01-01", "to", "2025-01-01", ["a day not before from, 2025-02-01"]],
    ["form=2025-01-24", "form", "2025-01-24", ["from", "to", "base"]],
    ["__proto__=1", "__proto__", "1", ["from", "to", "base"]],
  ])("%s is refused by name", (query, parameter, value, allowed) => {
    expect(prices(query)).toEqual({ bad: { parameter, value, allowed } });
  });
});

describe("the question for a study", () => {
  it("has defaults", () => {
    expect(study("")).toEqual({ query: { benchmark: "SPY", event: "2025-01-27", estimation: 250, gap: 10 } });
  });

  it("reads whole numbers up to their bounds", () => {
    expect(study("estimation=40&gap=60")).toMatchObject({ query: { estimation: 40, gap: 60 } });
  });

  it.each(["39", "501", "2.5e2", " 250", "-40", "", "0x40", "９９"])("refuses %j as a number of sessions", (value) => {
    expect(study(new URLSearchParams({ estimation: value }).toString())).toEqual({
      bad: { parameter: "estimation", value, allowed: ["a whole number from 40 to 500"] },
    });
  });

  it("names the benchmarks there are", () => {
    expect(study("benchmark=QQQ")).toEqual({ bad: { parameter: "benchmark", value: "QQQ", allowed: ["SPY", "RSP"] } });
  });
});

describe("other questions", () => {
  it("take nothing, or an article", () => {
    expect(readQuery(noQuery, asked("a=1"))).toEqual({ bad: { parameter: "a", value: "1", allowed: [] } });
    expect(readQuery(articleQuery(["one", "two"]), asked(""))).toEqual({ query: { article: "one" } });
    expect(readQuery(articleQuery(["one", "two"]), asked("article=three"))).toEqual({ bad: { parameter: "article", value: "three", allowed: ["one", "two"] } });
  });
});
