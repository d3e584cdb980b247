/**
 * What a reader thinks of claims, and how a link carries it: `brown-10.agree,goldman-2.unsure`. Small,
 * since every claim's page loads it.
 */
export type Stance = "agree" | "disagree" | "unsure";

export const STANCES: readonly Stance[] = ["agree", "disagree", "unsure"];

/** By claim id. */
export type Stances = Record<string, Stance>;

export function isStance(value: unknown): value is Stance {
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
