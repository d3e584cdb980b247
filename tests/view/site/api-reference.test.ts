import { describe, expect, test } from "vitest";
import { openApiDocument } from "../../../lib/io/contract/openapi.ts";
import { apiReference } from "../../../lib/view/site/api-reference.ts";
import { fieldsOf, kindOf } from "../../../lib/view/site/schema-words.ts";
import { shownAnswer } from "../../../lib/view/site/shown-answer.ts";

const document = openApiDocument({ site: "https://claimtape.test", slugs: ["one"], benchmarks: ["SPY", "RSP"], eventDay: "2025-01-27" });
const reference = apiReference(document, "https://claimtape.test");
const sectionOf = (id: string) => reference.sections.find((section) => section.id === id) ?? expect.fail(id);

describe("the page of the API", () => {
  test("has a section per path, each with something to try and something to read", () => {
    expect(reference.sections.map(({ path }) => path)).toEqual(Object.keys(document.paths));
    for (const { examples, answer, refusals } of reference.sections) {
      expect(examples.length).toBeGreaterThan(0);
      expect([answer.name, answer.fields.length > 0, answer.description.length > 0]).toEqual([answer.name, true, true]);
      expect(refusals.map(({ status }) => status)).toEqual(expect.arrayContaining(["400", "429"]));
      for (const { description } of refusals) expect(description).not.toBe("");
    }
  });

  test("says of a parameter what it may be and what it is when left out", () => {
    const { parameters } = sectionOf("getStudy");
    expect(parameters.map(({ name, values, otherwise }) => [name, values, otherwise])).toEqual([
      ["symbol", "text", null],
      ["benchmark", "SPY, RSP", "SPY"],
      ["event", "day, YYYY-MM-DD", "2025-01-27"],
      ["estimation", "whole number, 40 to 500", "250"],
      ["gap", "whole number, 1 to 60", "10"],
    ]);
    expect(parameters.map(({ inPath }) => inPath)).toEqual([true, false, false, false, false]);
  });

  test("writes a question that a shell takes as it stands", () => {
    expect(sectionOf("getPrices").examples[0]?.curl).toBe(
      "curl --compressed 'https://claimtape.test/api/tickers/NVDA/prices?from=2025-01-21&to=2025-02-03&base=2025-01-24'",
    );
  });

  test("shows of a line its fields, and says what may come instead", () => {
    const { answer } = sectionOf("getLine");
    expect(answer).toMatchObject({ name: "LineAnswer", or: "Absence" });
    expect(answer.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(["days", "change", "abnormal"]));
  });

  test("explains the kinds that are one value, and no others", () => {
    const names = reference.words.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Day", "Fraction", "PValue", "LevelKind", "Word"]));
    expect(names).not.toContain("Article");
    expect(reference.words.find(({ name }) => name === "PValue")?.kind).toBe("number, 0 to 1");
  });
});

describe("a schema in words", () => {
  test.each([
    [{ $ref: "#/components/schemas/Day" }, "Day"],
    [{ type: "array", items: { $ref: "#/x/Claim" } }, "list of Claim"],
    [{ anyOf: [{ $ref: "#/x/Moves" }, { $ref: "#/x/Absence" }] }, "Moves or Absence"],
    [{ type: ["number", "null"] }, "number or null"],
    [{ type: "object", additionalProperties: { type: "boolean" } }, "object of true or false"],
    [{ type: "object", properties: { a: true, b: { type: "string" } } }, "object with a, b"],
    [{ enum: ["a", "b", "c", "d", "e", "f"] }, "one of 6 words"],
    [{ const: "ok" }, "ok"],
    [{ type: "array", prefixItems: [{ type: "number" }, { type: "integer" }] }, "number and whole number"],
    [{}, "anything"],
  ])("%j is %s", (schema, words) => expect(kindOf(schema)).toBe(words));

  test("a field that is not required may be left out", () => {
    expect(fieldsOf({ properties: { a: { type: "string", description: "A." }, b: { type: "string" } }, required: ["a"] })).toEqual([
      { name: "a", kind: "text", optional: false, description: "A." },
      { name: "b", kind: "text", optional: true, description: "" },
    ]);
  });
});

describe("an answer on the page", () => {
  test("is laid out, and whole as long as it is short", () => {
    expect(shownAnswer('{"a":[1,2]}')).toEqual({ text: '{\n  "a": [\n    1,\n    2\n  ]\n}', cut: false });
    expect(shownAnswer("not JSON")).toEqual({ text: "not JSON", cut: false });
  });

  test("is cut at the end of a line", () => {
    const { text, cut } = shownAnswer(JSON.stringify(Array.from({ length: 9000 }, (_, i) => i)));
    expect(cut).toBe(true);
    expect(text.length).toBeLessThanOrEqual(12_000);
    expect(text.endsWith(",\n")).toBe(true);
  });
});
