import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readStances, type Stance, stanceOn, STANCES, type Stances, writeStances } from "../../../lib/view/arguments/stances.ts";
import { stanceProblems } from "../../../lib/view/arguments/stance-problems.ts";

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
