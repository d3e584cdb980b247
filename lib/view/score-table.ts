import type { Article } from "../domain/article.ts";
import type { ArticleVerdicts } from "../domain/judge.ts";
import type { Word } from "../domain/verdict.ts";
import { formatCount, formatList } from "./format.ts";
import { wordLabels } from "./verdict-word.ts";

/** Words down, speakers across; in a cell the claims that got the word. */
export interface ScoreTable {
  speakers: { id: string; name: string; claims: number; tests: number }[];
  rows: { word: Word; claims: number; cells: { id: string; label: string }[][] }[];
  claims: number;
  /** Distinct tests behind all chips together: speakers may share some. */
  tests: number;
  description: string;
}

const WORDS: Word[] = [
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

/** Words nobody got are left out. */
export function scoreTable(article: Article, verdicts: ArticleVerdicts): ScoreTable {
  const labels = new Map(article.claims.map(({ id, label }) => [id, label]));
  const scores = article.speakers.flatMap(({ id, name }) => {
    const score = verdicts.scoreboard.find(({ speaker }) => speaker === id);
    return score === undefined ? [] : [{ id, name, score }];
  });
  const rows = WORDS.flatMap((word) => {
    const cells = scores.map(({ score }) =>
      (score.words.find((one) => one.word === word)?.claims ?? []).map((id) => ({ id, label: labels.get(id) ?? id })),
    );
    const claims = cells.reduce((sum, cell) => sum + cell.length, 0);
    return claims === 0 ? [] : [{ word, claims, cells }];
  });
  const claims = scores.reduce((sum, { score }) => sum + score.claims, 0);
  const tests = new Set(Object.values(verdicts.claims).flatMap(({ restsOn }) => restsOn)).size;
  return {
    speakers: scores.map(({ id, name, score }) => ({ id, name, claims: score.claims, tests: score.tests })),
    rows,
    claims,
    tests,
    description: `Of ${formatCount(claims, "claim")}, ${formatList(rows.map((row) => `${row.claims} ${wordLabels[row.word]}`))}, resting on ${formatCount(tests, "distinct test")}.`,
  };
}
