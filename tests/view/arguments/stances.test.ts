import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readStances, stanceOn, STANCES, writeStances, stanceProblems, storedStances, withStances } from "../../../lib/view/arguments/stances.ts";
import type { Stance, Stances } from "../../../lib/view/arguments/stances.ts";

const any = () => true;
const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const stances = fc.dictionary(id, fc.constantFrom<Stance>(...STANCES), { noNullPrototype: true });

describe("a link's stances", () => {
  test("come back as they went", () => {
    fc.assert(
      fc.property(stances, (given) => {
        expect(readStances(writeStances(given), any)).toEqual({ stances: given, bad: [] });
      }),
    );
  });

  test("come back through an address too", () => {
    fc.assert(
      fc.property(stances, (given) => {
        const url = new URL(`http://localhost/?stance=${writeStances(given)}`);
        expect(readStances(url.searchParams.get("stance"), any).stances).toEqual(given);
      }),
    );
  });

  test("whatever is in an address, every piece is read or named", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { stances: read, bad } = readStances(text, any);
        expect(Object.keys(read).length + bad.length).toBe(text.split(",").filter((item) => item !== "").length);
      }),
    );
  });

  test("are written as a person could write them", () => {
    expect(writeStances({ "brown-10": "agree", "goldman-2": "unsure" })).toBe("brown-10.agree,goldman-2.unsure");
    expect(writeStances({})).toBe("");
  });

  test.each(["brown-10", "brown-10.maybe", "brown-99.agree", ".agree", "brown-10.", "agree", "__proto__.agree", "constructor.agree", "BROWN-10.agree"])(
    "%s is bad and does no harm to the one beside it",
    (item) => {
      const known = (claim: string) => ["brown-10", "goldman-2"].includes(claim);
      expect(readStances(`${item},goldman-2.unsure`, known)).toEqual({ stances: { "goldman-2": "unsure" }, bad: [item] });
    },
  );

  test("of two on one claim the first counts and the second is bad", () => {
    expect(readStances("brown-10.agree,brown-10.disagree", any)).toEqual({ stances: { "brown-10": "agree" }, bad: ["brown-10.disagree"] });
  });

  test("a parameter given twice is one list, a missing one is none", () => {
    expect(readStances(["a.agree", "b.unsure"], any).stances).toEqual({ a: "agree", b: "unsure" });
    for (const none of [undefined, null, "", ","]) expect(readStances(none, any)).toEqual({ stances: {}, bad: [] });
  });

  test("what is bad is named in a sentence, and not without end", () => {
    expect(stanceProblems(["brown-10.maybe"])).toEqual([expect.stringContaining("“brown-10.maybe”")]);
    const many = stanceProblems(Array.from({ length: 400 }, () => "x".repeat(300)));
    expect(many.length).toBeLessThanOrEqual(5);
    for (const problem of many) expect(problem.length).toBeLessThan(200);
  });
});

test("a claim called like something every object has, has no stance until it is given one", () => {
  expect(stanceOn({}, "constructor")).toBeNull();
  const given: Stances = Object.fromEntries([["constructor", "agree" as const]]);
  expect(stanceOn(given, "constructor")).toBe("agree");
});

describe("what a browser has kept", () => {
  test("comes back as it was set, article by article", () => {
    const text = withStances(withStances(null, "one", { a: "agree", b: "unsure" }), "two", { a: "disagree" });
    expect(storedStances(text, "one")).toEqual({ a: "agree", b: "unsure" });
    expect(storedStances(text, "two")).toEqual({ a: "disagree" });
    expect(storedStances(text, "three")).toEqual({});
  });

  test("is changed only where it was asked to be", () => {
    const before = withStances(null, "one", { a: "agree", b: "unsure" });
    expect(storedStances(withStances(before, "one", { b: "disagree" }), "one")).toEqual({ a: "agree", b: "disagree" });
    expect(storedStances(withStances(before, "one", { a: null }), "one")).toEqual({ b: "unsure" });
    expect(storedStances(withStances(before, "one", { nothing: null }), "one")).toEqual({ a: "agree", b: "unsure" });
  });

  test.each([
    null,
    "",
    "{",
    "null",
    "7",
    "[]",
    '"agree"',
    '{"one":7}',
    '{"one":null}',
    '{"one":["agree"]}',
    '{"one":{"a":"maybe"}}',
    '{"one":{"a":{"b":"agree"}}}',
  ])("%s holds nothing that can be used wrongly, and can be written over", (text) => {
    // A list's places are no claims of any article: they are kept and shown nowhere.
    const { a = null, b = null } = storedStances(text, "one");
    expect([a, b]).toEqual([null, null]);
    expect(storedStances(withStances(text, "one", { a: "agree" }), "one").a).toBe("agree");
  });

  test("a broken entry does not take the others with it", () => {
    expect(storedStances('{"one":{"a":"maybe","b":"agree"}}', "one")).toEqual({ b: "agree" });
  });

  test("whatever is there, nothing but stances comes out", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.string(), (text, slug) => {
        for (const stance of Object.values(storedStances(text, slug))) expect(STANCES).toContain(stance);
      }),
    );
  });

  test("any set of stances survives storing", () => {
    const stances = fc.dictionary(fc.string(), fc.constantFrom<Stance>(...STANCES), { noNullPrototype: true });
    fc.assert(
      fc.property(stances, (given) => {
        expect(storedStances(withStances("rubbish", "one", given), "one")).toEqual(given);
      }),
    );
  });
});
