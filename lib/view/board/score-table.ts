import type { Article } from "../../domain/article/article.ts";
import type { ArticleVerdicts } from "../../domain/judgement/judge.ts";
import type { Word } from "../../domain/judgement/verdict.ts";
import { countWord, formatCount, formatList } from "../words/format.ts";

/** Words down, speakers across; in a cell the claims that got the word. */
export interface ScoreTable {
  speakers: { id: string; name: string; claims: number; tests: number }[];
  rows: { word: Word; claims: number; cells: { id: string; label: string }[][] }[];
  claims: number;
  /** Distinct tests behind all chips together: speakers may share some. */
  tests: number;
  description: string;
  /** How the speakers' tests come to those of all: "6 + 14 + 9 = 29; two are shared between speakers, which leaves 27." */
  sum: string;
}

/** Words of price tests, which keep their row where nobody got one: that nothing came out opposite is a result. */
const ALWAYS: Word[] = ["consistent", "opposite", "split", "mixed", "not-detectable", "not-testable"];
const ROWS: Word[] = [
  "consistent",
  "opposite",
  "split",
  "mixed",
  "not-detectable",
  "matches",
  "overstated",
  "understated",
  "disputed",
  "unsourced",
  "not-testable",
  "no-price",
];

/** How many claims came out so, inside a sentence. */
const SAID: Record<Word, string> = {
  consistent: "consistent",
  opposite: "opposite",
  split: "split",
  mixed: "mixed",
  "not-detectable": "not detectable",
  matches: "matching",
  overstated: "overstated",
  understated: "understated",
  disputed: "disputed",
  unsourced: "unsourced",
  "not-testable": "not testable",
  "no-price": "without a price",
};

export function scoreTable(article: Article, verdicts: ArticleVerdicts): ScoreTable {
  const labels = new Map(article.claims.map(({ id, label }) => [id, label]));
  const scores = article.speakers.flatMap(({ id, name }) => {
    const score = verdicts.scoreboard.find(({ speaker }) => speaker === id);
    return score === undefined ? [] : [{ id, name, score }];
  });
  const rows = ROWS.flatMap((word) => {
    const cells = scores.map(({ score }) => (score.words.find((one) => one.word === word)?.claims ?? []).map((id) => ({ id, label: labels.get(id) ?? id })));
    const claims = cells.reduce((sum, cell) => sum + cell.length, 0);
    return claims === 0 && !ALWAYS.includes(word) ? [] : [{ word, claims, cells }];
  });
  const claims = scores.reduce((sum, { score }) => sum + score.claims, 0);
  const tests = new Set(Object.values(verdicts.claims).flatMap(({ restsOn }) => restsOn)).size;
  const counts = rows.map((row, i) => `${howMany(row.claims)}${i === 0 ? " came out" : ""} ${SAID[row.word]}`);
  return {
    speakers: scores.map(({ id, name, score }) => ({ id, name, claims: score.claims, tests: score.tests })),
    rows,
    claims,
    tests,
    description: `Of ${formatCount(claims, "claim")}, each by its first test, ${formatList(counts)}.`,
    sum: addUp(
      scores.map(({ score }) => score.tests),
      tests,
    ),
  };
}

function addUp(each: number[], all: number): string {
  const sum = each.reduce((total, one) => total + one, 0);
  const shared = sum - all;
  const added = `${each.join(" + ")} = ${sum} distinct tests`;
  if (shared === 0) return `${added}, none shared between speakers.`;
  return `${added}; some are shared between speakers, and counted once they are ${all}.`;
}

function howMany(n: number): string {
  return n === 0 ? "none" : countWord(n);
}
