/** What of a link's stances could not be read, in sentences that name it. What somebody typed may be long. */
export function stanceProblems(bad: string[]): string[] {
  return bad.slice(0, MOST).map((item) => `The link’s stance “${item.length > 40 ? `${item.slice(0, 40)}…` : item}” cannot be read: it should name a claim of this article, a dot, and agree, disagree or unsure.`);
}

const MOST = 5;
