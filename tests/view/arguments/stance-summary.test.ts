import { describe, expect, test } from "vitest";
import type { Word } from "../../../lib/domain/judgement/verdict.ts";
import { stanceSummary } from "../../../lib/view/arguments/stance-summary.ts";
import { wordLabels } from "../../../lib/view/words/labels.ts";

const chips = (words: Word[]) => words.map((word, i) => ({ id: `c${i}`, word }));

describe("a reader's stances beside the verdicts", () => {
  test("nobody who took none is told anything", () => {
    expect(stanceSummary({}, chips(["consistent"]))).toEqual([]);
  });

  test("agreement, counted by how the claims came out", () => {
    const given = chips(["consistent", "consistent", "opposite", "not-detectable", "matches", "understated"]);
    const stances = Object.fromEntries(given.map(({ id }) => [id, "agree" as const]));
    expect(stanceSummary(stances, given)).toEqual([
      "You agree with 6 claims: prices came out consistent with 2, opposite to 1, the figure matches in 1, the figure is off in 1, can’t tell for 1.",
    ]);
  });

  test("a zero is said of the two ways prices can come out", () => {
    expect(stanceSummary({ c0: "agree" }, chips(["split"]))).toEqual([
      "You agree with 1 claim: prices came out consistent with 0, opposite to 0, can’t tell for 1.",
    ]);
  });

  test("a sentence for each stance taken, in one order", () => {
    const told = stanceSummary({ c0: "unsure", c1: "disagree", c2: "agree" }, chips(["consistent", "opposite", "mixed"]));
    expect(told.map((sentence) => sentence.split(":")[0])).toEqual(["You agree with 1 claim", "You disagree with 1 claim", "You are unsure of 1 claim"]);
  });

  test("counts a claim of every word once, and one the article does not have never", () => {
    const words = Object.keys(wordLabels) as Word[];
    const given = chips(words);
    const stances = Object.fromEntries([...given.map(({ id }) => [id, "agree" as const] as const), ["stranger", "agree" as const] as const]);
    const [sentence = ""] = stanceSummary(stances, given);
    const [head = "", rest = ""] = sentence.split(":");
    expect(head).toBe(`You agree with ${words.length} claims`);
    expect([...rest.matchAll(/\d+/g)].reduce((sum, [n]) => sum + Number(n), 0)).toBe(words.length);
  });

  test("says nothing of right, wrong or proof", () => {
    const words = Object.keys(wordLabels) as Word[];
    const text = stanceSummary(Object.fromEntries(chips(words).map(({ id }) => [id, "disagree" as const])), chips(words)).join(" ");
    expect(text).not.toMatch(/right|wrong|prove|correct|because/i);
  });
});
