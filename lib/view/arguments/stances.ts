/**
 * What a reader thinks of claims, and how a link carries it: `brown-10.agree,goldman-2.unsure`. Small,
 * since every claim's page loads it.
 */
export type Stance = "agree" | "disagree" | "unsure";

export const STANCES: readonly Stance[] = ["agree", "disagree", "unsure"];

/** By claim id. */
export type Stances = Record<string, Stance>;

function isStance(value: unknown): value is Stance {
  return STANCES.some((stance) => stance === value);
}

/** An own entry only: a claim may be called like something every object has. */
export function stanceOn(stances: Stances, claim: string): Stance | null {
  return Object.hasOwn(stances, claim) ? (stances[claim] ?? null) : null;
}

export function writeStances(stances: Stances): string {
  return Object.entries(stances)
    .map(([claim, stance]) => `${claim}.${stance}`)
    .join(",");
}

/**
 * Stances out of an address; what cannot be read is given back as it stands there. Of two stances on one
 * claim the first is taken and the second is bad.
 */
export function readStances(value: string | string[] | null | undefined, isClaim: (id: string) => boolean): { stances: Stances; bad: string[] } {
  const entries = new Map<string, Stance>();
  const bad: string[] = [];
  for (const item of [value ?? []].flat().join(",").split(",")) {
    if (item === "") continue;
    const dot = item.lastIndexOf(".");
    const [claim, stance] = [item.slice(0, dot), item.slice(dot + 1)];
    if (dot > 0 && isStance(stance) && isClaim(claim) && !entries.has(claim)) entries.set(claim, stance);
    else bad.push(item);
  }
  return { stances: Object.fromEntries(entries), bad };
}

/** As many are told of. */
const MOST_PROBLEMS = 5;

/** What of a link's stances could not be read, in sentences that name it. What somebody typed may be long. */
export function stanceProblems(bad: string[]): string[] {
  return bad
    .slice(0, MOST_PROBLEMS)
    .map(
      (item) =>
        `The link’s stance “${item.length > 40 ? `${item.slice(0, 40)}…` : item}” cannot be read: it should name a claim of this article, a dot, and agree, disagree or unsure.`,
    );
}

/** The one place in a browser's storage. The number goes up when the shape changes; an old shape is then simply not read. */
export const STANCES_KEY = "claimtape.stances.1";

/** What storage holds on one article. Whatever is not a stance is passed over, a text that is no JSON holds none. */
export function storedStances(text: string | null, slug: string): Stances {
  const articles = parsed(text);
  const own = Object.hasOwn(articles, slug) ? articles[slug] : null;
  if (!isRecord(own)) return {};
  return Object.fromEntries(Object.entries(own).flatMap(([claim, stance]) => (isStance(stance) ? [[claim, stance]] : [])));
}

/** The text to store: some stances set, those given as null taken back. */
export function withStances(text: string | null, slug: string, changes: Record<string, Stance | null>): string {
  const next = Object.entries({ ...storedStances(text, slug), ...changes }).filter(([, stance]) => stance !== null);
  return JSON.stringify({ ...parsed(text), [slug]: Object.fromEntries(next) });
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return isRecord(value) && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
