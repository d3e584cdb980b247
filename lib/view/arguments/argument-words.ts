import type { Article, Claim, Speaker } from "../../domain/article/article.ts";
import { describeTest } from "../verdict/words/describe-test.ts";
import { formatCount } from "../words/format.ts";
import type { Names } from "../words/names.ts";

/** What a claim is held to, in one line: its first test, and of many figures the first. */
export function testLine(claim: Claim, names: Names): string {
  const [test] = claim.tests;
  if (test === undefined) return "No test.";
  if (test.kind === "none") return `No test. ${test.note}`;
  const [figure, ...others] = test.kind === "figure" ? test.figures : [];
  if (test.kind !== "figure" || figure === undefined || others.length === 0) return `${describeTest(test, names)}.`;
  return `${describeTest({ ...test, figures: [figure] }, names)}, and ${formatCount(others.length, "figure")} more.`;
}

/** How the moves beside a claim stand to its verdict, where they are not what it rests on. */
export function standingOfMoves(claim: Claim): string | null {
  switch (claim.tests[0]?.kind) {
    case "horizon":
      return "Its verdict counts from the open and over months; these moves are not what it rests on.";
    case "figure":
      return "Its first verdict is on figures; these moves only stand beside.";
    case "none":
    case undefined:
      return "Nothing is judged; these moves are only shown.";
    default:
      return null;
  }
}

/** One claim set against another, from the first one's page. */
export interface Opponent {
  claim: Claim;
  speaker: Speaker;
  /** Both are of one speaker: nobody argues against themselves, but the sentences pull apart. */
  sameSpeaker: boolean;
  question: string;
  /** The whole disagreement, in its own order. */
  claims: string[];
}

export function opponentsOf(claim: Claim, article: Article): Opponent[] {
  return article.disagreements
    .filter(({ claims }) => claims.includes(claim.id))
    .flatMap(({ claims, question }) =>
      claims.flatMap((id) => {
        const other = article.claims.find((one) => one.id === id);
        const speaker = article.speakers.find((one) => one.id === other?.speaker);
        if (other === undefined || other === claim || speaker === undefined) return [];
        return [{ claim: other, speaker, sameSpeaker: other.speaker === claim.speaker, question, claims }];
      }),
    );
}

/**
 * Claims worth setting beside those shown: what argues against one of them, then what touches the same
 * instruments, most in common first.
 */
export function kindredClaims(shown: Claim[], article: Article, count = 6): Claim[] {
  const opponents = new Set(shown.flatMap((claim) => opponentsOf(claim, article).map((opponent) => opponent.claim)));
  const symbols = new Set(shown.flatMap(({ exposures }) => exposures.map(({ symbol }) => symbol)));
  const inCommon = (claim: Claim) => claim.exposures.filter(({ symbol }) => symbols.has(symbol)).length;
  const rank = (claim: Claim) => (opponents.has(claim) ? Infinity : inCommon(claim));
  return article.claims
    .filter((claim) => !shown.includes(claim) && rank(claim) > 0)
    .toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)))
    .slice(0, count);
}
