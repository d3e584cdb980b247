import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Stance, STANCES } from "../../../lib/view/arguments/stances.ts";
import { storedStances, withStances } from "../../../lib/view/arguments/stored-stances.ts";

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

  test.each([null, "", "{", "null", "7", "[]", '"agree"', '{"one":7}', '{"one":null}', '{"one":["agree"]}', '{"one":{"a":"maybe"}}', '{"one":{"a":{"b":"agree"}}}'])(
    "%s holds nothing that can be used wrongly, and can be written over",
    (text) => {
      // A list's places are no claims of any article: they are kept and shown nowhere.
      const { a = null, b = null } = storedStances(text, "one");
      expect([a, b]).toEqual([null, null]);
      expect(storedStances(withStances(text, "one", { a: "agree" }), "one").a).toBe("agree");
    },
  );

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
