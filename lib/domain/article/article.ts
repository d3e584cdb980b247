import type { Exposure } from "./exposures.ts";
import type { ClaimTest } from "./claim-test.ts";
import type { Instant } from "../market/series.ts";

export interface Speaker {
  id: string;
  name: string;
  /** Role and firm on the day. */
  affiliation: string;
  /** The listed firm the speaker works for, where there is one. */
  affiliationSymbol: string | null;
  /** What the speaker disclosed, in our words, and where; null where nothing was disclosed. */
  interest: string | null;
  /** Where in the article this speaker stands. */
  part: string;
}

type ClaimType =
  | "forecast"
  | "recommendation"
  | "ranking"
  | "relation"
  | "figure"
  | "history"
  | "opinion"
  | "conditional";

export interface Claim {
  id: string;
  speaker: string;
  /** Where it stands: "item 10", "closing paragraph". */
  locator: string;
  /** At most five words in our wording, for a narrow column: "Don't fade the baskets". */
  label: string;
  /** What is claimed, in our words. */
  wording: string;
  /** At most eight words of the article, or null. */
  quote: string | null;
  /** The first is the main one. */
  types: ClaimType[];
  exposures: Exposure[];
  /** Held to these; the first gives the chip. Never empty: `none` states why nothing is judged. */
  tests: ClaimTest[];
}

/** Two or three claims that pull against each other. That they can all be right is for the note to say. */
export interface Disagreement {
  id: string;
  /** In our words, and no side taken: "Are many more data centres needed, or hardly any?" */
  question: string;
  /** Ids of two or three claims of the article, the one that is answered first. */
  claims: string[];
  /** Where they meet, and how far prices can tell between them. */
  note: string;
}

export interface Article {
  slug: string;
  title: string;
  publisher: string;
  author: string;
  language: string;
  publishedAt: Instant;
  /** When the tests were written down, and that the outcome was known by then. */
  testsWritten: { day: string; note: string };
  summary: string;
  speakers: Speaker[];
  claims: Claim[];
  /** May be empty: an article need not contradict itself. */
  disagreements: Disagreement[];
}
