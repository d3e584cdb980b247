import type { TestOutcome } from "../domain/outcome.ts";

/** The paragraphs of the method page that a statistic can point to. */
export type MethodAnchor =
  | "event-day"
  | "base"
  | "returns"
  | "market-model"
  | "benchmarks"
  | "abnormal"
  | "windows"
  | "rank"
  | "abroad"
  | "groups"
  | "cross-section"
  | "direction"
  | "holm"
  | "ranking"
  | "relation"
  | "volatility"
  | "horizon"
  | "figure"
  | "words"
  | "limits";

export function methodHref(anchor: MethodAnchor): string {
  return `/method#${anchor}`;
}

/** The paragraph of a kind of test; what is not tested is explained with the words. */
export function testAnchor(kind: TestOutcome["kind"]): MethodAnchor {
  return kind === "none" ? "words" : kind;
}
