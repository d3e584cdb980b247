import type { TestOutcome } from "../../domain/judgement/outcome.ts";

/** The paragraphs of the method page, in its order: what a statistic can point to, and what each is called. */
const study = {
  "event-day": "Event day",
  base: "Base",
  returns: "Returns",
  "market-model": "Market model",
  benchmarks: "Two benchmarks",
  abnormal: "Abnormal return",
  windows: "Windows",
  rank: "Rank among ordinary days",
  abroad: "Tokyo and Hong Kong",
  groups: "Groups and stand-ins",
  "cross-section": "Across a group",
} as const;

const tests = {
  direction: "Direction",
  holm: "Holm’s correction",
  ranking: "Ranking",
  pair: "One above another",
  relation: "Relation",
  volatility: "Volatility",
  horizon: "Horizons",
  figure: "Figures",
  words: "From tests to one word",
} as const;

const limits = { limits: "What none of this shows" } as const;

export const methodTitles = { ...study, ...tests, ...limits };

export type MethodAnchor = keyof typeof methodTitles;

/** The page's contents: a heading and its paragraphs. */
export const methodParts: { title: string; paragraphs: { id: string; title: string }[] }[] = [
  { title: "The study", paragraphs: listed(study) },
  { title: "The tests", paragraphs: listed(tests) },
  { title: "Limits", paragraphs: listed(limits) },
];

function listed(titles: Record<string, string>): { id: string; title: string }[] {
  return Object.entries(titles).map(([id, title]) => ({ id, title }));
}

export function methodHref(anchor: MethodAnchor): string {
  return `/method#${anchor}`;
}

/** The paragraph of a kind of test; what is not tested is explained with the words. */
export function testAnchor(kind: TestOutcome["kind"]): MethodAnchor {
  return kind === "none" ? "words" : kind;
}
