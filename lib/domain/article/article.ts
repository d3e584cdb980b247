import type { ClaimTest, Direction, Source } from "./claim-test.ts";
import type { Day, Instant } from "../market/series.ts";

/** How firmly the text ties a claim to an instrument. */
export type Grade =
  /** the text names the company or product */
  | "named"
  /** the text names the group */
  | "group"
  /** our own reading; the reason says why */
  | "implied";

export interface Exposure {
  symbol: string;
  grade: Grade;
  /** The direction the claim gives this instrument, or null where it gives none. */
  direction: Direction | null;
  reason: string;
}

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
  /** When these words were first said, where that is known and was not in the article. */
  saidAt?: SaidAt;
}

/** An article may print what was said before, so part of a move can lie between the two. */
export interface SaidAt {
  /** An instant, or the day where no source gives the hour. */
  at: Instant | Day;
  /** How that is known; its standing says how firmly. */
  source: Source;
  note?: string;
}

type ClaimType = "forecast" | "recommendation" | "ranking" | "relation" | "figure" | "history" | "opinion" | "conditional";

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
  /** Where this claim was first said at another time than the rest of its speaker's words. */
  saidAt?: SaidAt;
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

/** A claim of this article against one of another. Where the other article is not held, this is left out. */
export interface CrossDisagreement {
  id: string;
  question: string;
  /** Id of a claim of this article. */
  claim: string;
  other: { article: string; claim: string };
  note: string;
}

/** Instruments that an article's claims take together, as an equal-weight portfolio. */
export interface ArticleGroup {
  /** In the manner of an instrument's: it stands in exposures and tests. */
  symbol: string;
  name: string;
  shortName: string;
  /** What it is and why these are in it. */
  about: string;
  members: { symbol: string; reason: string }[];
}

/** Something else that happened by the event day and could move the same prices. Listed, never weighed. */
export interface OtherEvent {
  id: string;
  /** In our words. */
  what: string;
  /** When it happened or became known. */
  day: Day;
  /** Instruments or groups that it bears on most directly; empty for the market as a whole. */
  concerns: string[];
  source: Source;
}

/** What is about this article alone in how it was judged, beside the paragraph of the method it belongs to. */
export interface CaseNote {
  /** A paragraph of the method. */
  on: string;
  text: string;
}

export interface Article {
  slug: string;
  title: string;
  /** As it was printed, where `title` is a translation or an abbreviation of ours. */
  originalTitle?: string;
  /** Where it was published. */
  url?: string;
  /** A scenario tells of days to come as if they had been; left out for anything else. */
  kind?: "scenario";
  /** A sentence every page of the article carries: what a scenario is, for one. */
  caution?: string;
  publisher: string;
  author: string;
  language: string;
  publishedAt: Instant;
  /** What is uncertain about that instant. */
  publishedNote?: string;
  /** How a sentence calls the event day: "the first session after the memo". */
  eventName?: string;
  /** When the tests were written down, and that the outcome was known by then. */
  testsWritten: { day: string; note: string };
  summary: string;
  speakers: Speaker[];
  claims: Claim[];
  /** May be empty: an article need not contradict itself. */
  disagreements: Disagreement[];
  across?: CrossDisagreement[];
  groups?: ArticleGroup[];
  /** Symbols, the first gives the clock and the ladder from the open; left out, those `instruments.json` marks. */
  benchmarks?: string[];
  /** What differs from the method's usual sample: options of the study, in sessions. */
  study?: { estimation?: number; gap?: number; minimum?: number };
  otherEvents?: OtherEvent[];
  caseNotes?: CaseNote[];
}
