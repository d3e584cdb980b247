import type { Word } from "../../domain/judgement/verdict.ts";
import { type Stance, stanceOn, type Stances } from "./stances.ts";

/** A claim and the word of its chip. */
export interface Chip {
  id: string;
  word: Word;
}

type Side = "consistent" | "opposite" | "matches" | "off" | "open";

const sides: Record<Word, Side> = {
  consistent: "consistent",
  opposite: "opposite",
  matches: "matches",
  overstated: "off",
  understated: "off",
  "not-detectable": "open",
  split: "open",
  mixed: "open",
  disputed: "open",
  unsourced: "open",
  "not-testable": "open",
  "no-price": "open",
};

const sayings: Record<Side, (n: number) => string> = {
  consistent: (n) => `prices came out consistent with ${n}`,
  opposite: (n) => `opposite to ${n}`,
  matches: (n) => `the figure matches in ${n}`,
  off: (n) => `the figure is off in ${n}`,
  open: (n) => `can’t tell for ${n}`,
};

const openings: Record<Stance, (claims: string) => string> = {
  agree: (claims) => `You agree with ${claims}`,
  disagree: (claims) => `You disagree with ${claims}`,
  unsure: (claims) => `You are unsure of ${claims}`,
};

/** A reader's stances beside the verdicts, a sentence per stance taken; who took none gets none. */
export function stanceSummary(stances: Stances, chips: Chip[]): string[] {
  return (["agree", "disagree", "unsure"] as const).flatMap((stance) => {
    const own = chips.filter(({ id }) => stanceOn(stances, id) === stance);
    if (own.length === 0) return [];
    const counts = (["consistent", "opposite", "matches", "off", "open"] as const).map((side) => ({
      side,
      n: own.filter(({ word }) => sides[word] === side).length,
    }));
    // Both ways prices can come out are always said: a zero there is an answer too.
    const told = counts.filter(({ side, n }) => n > 0 || side === "consistent" || side === "opposite");
    return [`${openings[stance](own.length === 1 ? "1 claim" : `${own.length} claims`)}: ${told.map(({ side, n }) => sayings[side](n)).join(", ")}.`];
  });
}
