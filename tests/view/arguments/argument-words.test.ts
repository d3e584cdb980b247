import { expect, test } from "vitest";
import { loadArticle, loadInstruments } from "../../../lib/io/data/data-files.ts";
import { kindredClaims, opponentsOf, standingOfMoves, testLine } from "../../../lib/view/arguments/argument-words.ts";

const article = loadArticle("deepseek-sputnik");
const names = loadInstruments();
const claim = (id: string) => {
  const found = article.claims.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

test("a test in one line, however many figures it has", () => {
  expect(testLine(claim("chamath-4d"), names)).toBe("Rank: Nvidia comes last of the Magnificent Seven.");
  expect(testLine(claim("goldman-4"), names)).toMatch(/^Figure: .*stated as \$100bn a year, and three figures more\.$/);
  expect(testLine(claim("brown-15"), names)).toMatch(/^No test\. /);
});

test("says where the moves beside a claim are not what its verdict rests on", () => {
  expect(standingOfMoves(claim("goldman-6"))).toContain("from the open");
  expect(standingOfMoves(claim("goldman-4"))).toContain("figures");
  expect(standingOfMoves(claim("chamath-2"))).toContain("Nothing is judged");
  expect(standingOfMoves(claim("brown-10"))).toBeNull();
});

test("whoever argues against a claim is named from both sides", () => {
  for (const { claims } of article.disagreements) {
    for (const id of claims) {
      const others = opponentsOf(claim(id), article).map((opponent) => opponent.claim.id);
      expect(others).toEqual(expect.arrayContaining(claims.filter((other) => other !== id)));
      expect(others).not.toContain(id);
    }
  }
  expect(opponentsOf(claim("brown-15"), article)).toEqual([]);
  expect(opponentsOf(claim("chamath-4c"), article).every(({ sameSpeaker }) => sameSpeaker)).toBe(true);
  expect(opponentsOf(claim("goldman-6"), article).map(({ sameSpeaker, speaker }) => [sameSpeaker, speaker.id])).toEqual([
    [false, "brown"],
    [true, "goldman"],
  ]);
});

test("offers opponents first, then what touches the same instruments, and nothing shown already", () => {
  const offered = kindredClaims([claim("brown-11")], article);
  expect(offered[0]?.id).toBe("chamath-4e");
  expect(offered.length).toBeLessThanOrEqual(6);
  for (const one of offered) expect(one.exposures.some(({ symbol }) => symbol === "META")).toBe(true);
  expect(kindredClaims([claim("brown-15")], article)).toEqual([]);
  expect(kindredClaims([claim("brown-11"), claim("chamath-4e")], article).map(({ id }) => id)).not.toContain("chamath-4e");
});
