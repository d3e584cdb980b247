import { describe, expect, test } from "vitest";
import { loadArticle } from "../../../lib/io/data/data-files.ts";
import { disagreementOf, isShort, readChoice } from "../../../lib/view/arguments/argument-choice.ts";

const article = loadArticle("deepseek-sputnik");
const read = (value: string | string[] | undefined) => {
  const { claims, problems } = readChoice(value, article);
  return { ids: claims.map(({ id }) => id), problems };
};

describe("the claims an address names", () => {
  test.each([
    ["a short link", "brown-10,goldman-2", ["brown-10", "goldman-2"]],
    ["its order is kept", "goldman-2,brown-10", ["goldman-2", "brown-10"]],
    ["three of them", "brown-10,goldman-2,chamath-3", ["brown-10", "goldman-2", "chamath-3"]],
    ["a form: one value per list, the third left alone", ["brown-10", "goldman-2", ""], ["brown-10", "goldman-2"]],
    ["a form whose first list was left alone", ["", "brown-10", "goldman-2"], ["brown-10", "goldman-2"]],
    ["spaces are no part of a name", " brown-10 , goldman-2", ["brown-10", "goldman-2"]],
  ])("%s", (_, value, ids) => {
    expect(read(value)).toEqual({ ids, problems: [] });
  });

  test("an unknown one is named, and what is left is shown", () => {
    const { ids, problems } = read("brown-10,krugman-1,goldman-2");
    expect(ids).toEqual(["brown-10", "goldman-2"]);
    expect(problems).toEqual([expect.stringContaining("“krugman-1”")]);
  });

  test.each(["constructor", "__proto__", "BROWN-10", "<b>"])("%s is unknown", (name) => {
    expect(read(`${name},brown-10,goldman-2`).problems[0]).toContain(`“${name}”`);
  });

  test("one alone is too few and is named", () => {
    expect(read("brown-10")).toEqual({ ids: ["brown-10"], problems: [expect.stringMatching(/two claims or three.*“brown-10”/)] });
  });

  test.each([undefined, "", ",", ["", ""]])("none at all: %j", (value) => {
    expect(read(value)).toEqual({ ids: [], problems: [expect.stringContaining("all disagreements")] });
  });

  test("one twice stands once and is named", () => {
    const { ids, problems } = read("brown-10,brown-10,goldman-2");
    expect(ids).toEqual(["brown-10", "goldman-2"]);
    expect(problems).toEqual([expect.stringMatching(/“brown-10” twice/)]);
  });

  test("a fourth is left out and named", () => {
    const { ids, problems } = read("brown-10,goldman-2,chamath-3,brown-9");
    expect(ids).toHaveLength(3);
    expect(problems).toEqual([expect.stringContaining("“brown-9”")]);
  });

  test("nonsense without end is answered briefly", () => {
    const { problems } = read(Array.from({ length: 500 }, (_, i) => `${"x".repeat(100)}${i}`).join(","));
    expect(problems.length).toBeLessThanOrEqual(6);
    for (const problem of problems) expect(problem.length).toBeLessThan(160);
  });
});

test("only the link with commas is the short one", () => {
  const { claims } = readChoice("brown-10,goldman-2", article);
  expect(isShort("brown-10,goldman-2", claims)).toBe(true);
  expect(isShort(["brown-10", "goldman-2", ""], claims)).toBe(false);
  expect(isShort("goldman-2,brown-10", claims)).toBe(false);
});

test("a disagreement is found in whatever order its claims stand, and only whole", () => {
  const [first] = article.disagreements;
  const claims = (ids: string[]) => readChoice(ids, article).claims;
  expect(disagreementOf(claims(first?.claims.toReversed() ?? []), article)).toBe(first);
  expect(disagreementOf(claims([...(first?.claims ?? []), "brown-15"]), article)).toBeNull();
  expect(disagreementOf(claims(["brown-10", "brown-15"]), article)).toBeNull();
  const three = article.disagreements.find((one) => one.claims.length === 3);
  expect(disagreementOf(claims(three?.claims.slice(0, 2) ?? []), article)).toBeNull();
});
