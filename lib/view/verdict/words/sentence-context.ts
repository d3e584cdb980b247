import type { ArticleVerdicts } from "../../../domain/judgement/judge.ts";
import type { Names } from "../../words/names.ts";

/** What the sentences read: the verdicts, and how instruments are called. */
export interface SentenceContext {
  verdicts: ArticleVerdicts;
  names: Names;
}
