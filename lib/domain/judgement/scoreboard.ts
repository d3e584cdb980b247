import type { Article } from "../article/article.ts";
import type { ClaimVerdict } from "./outcome.ts";
import type { Word } from "./verdict.ts";

/** One speaker's chips. It scores a few days of one article, not a person. */
export interface Score {
  speaker: string;
  claims: number;
  /** Claims by the word of their chip; words nobody got are left out. */
  words: { word: Word; claims: string[] }[];
  /** How many distinct tests those chips rest on: several claims may ask the same of the same instrument. */
  tests: number;
}

export function scoreboard(article: Article, verdicts: Record<string, ClaimVerdict>): Score[] {
  return article.speakers.flatMap(({ id }) => {
    const own = article.claims.filter((claim) => claim.speaker === id).flatMap((claim) => verdicts[claim.id] ?? []);
    if (own.length === 0) return [];
    const words = [...new Set(own.map(({ word }) => word))].map((word) => ({
      word,
      claims: own.filter((verdict) => verdict.word === word).map(({ claim }) => claim),
    }));
    return [{ speaker: id, claims: own.length, words, tests: new Set(own.flatMap(({ restsOn }) => restsOn)).size }];
  });
}
