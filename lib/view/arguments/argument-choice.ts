import type { Article, Claim, Disagreement } from "../../domain/article/article.ts";

/** The most that can stand side by side and still be read. */
const MOST_CLAIMS = 3;

/** An address may hold any amount of nonsense; this much of it is answered. */
const MOST_PROBLEMS = 5;

/** What an address asks to see side by side, and what of it could not be followed, in sentences. */
export interface ArgumentChoice {
  /** In the address's order; two or three, or fewer where it names too few. */
  claims: Claim[];
  problems: string[];
}

/** `claims` as a link writes it, one value with commas, or as a form sends it, one value per list. An empty one is a list left alone. */
export function readChoice(value: string | string[] | undefined, article: Article): ArgumentChoice {
  const asked = claimIdsIn(value);
  const claims: Claim[] = [];
  const problems: string[] = [];
  for (const name of new Set(asked)) {
    const claim = article.claims.find(({ id }) => id === name);
    if (claim === undefined) problems.push(`The address asks for claim “${short(name)}”, which this article does not have; it is left out.`);
    else if (claims.length === MOST_CLAIMS) problems.push(`Three claims at most stand side by side; “${claim.id}” is left out.`);
    else claims.push(claim);
  }
  for (const name of new Set(asked.filter((one, i) => asked.indexOf(one) < i))) {
    problems.push(`The address names “${short(name)}” twice; it stands here once.`);
  }
  return { claims, problems: [...problems.slice(0, MOST_PROBLEMS), ...tooFew(claims)] };
}

function tooFew([only, second]: Claim[]): string[] {
  if (only === undefined) return ["No claim is left to compare, so all disagreements are shown."];
  return second === undefined ? [`A comparison takes two claims or three, and “${only.id}” is only one: choose another to set beside it.`] : [];
}

/** Is the address already the short one that is worth sharing? */
export function isShort(value: string | string[] | undefined, claims: Claim[]): boolean {
  return value === claims.map(({ id }) => id).join(",");
}

/** The disagreement that holds just these claims, in whatever order they stand. */
export function disagreementOf(claims: Claim[], { disagreements }: Article): Disagreement | null {
  const ids = claims.map(({ id }) => id);
  return disagreements.find((one) => one.claims.length === ids.length && one.claims.every((id) => ids.includes(id))) ?? null;
}

function claimIdsIn(value: string | string[] | undefined): string[] {
  return [value ?? []]
    .flat()
    .flatMap((one) => one.split(","))
    .map((id) => id.trim())
    .filter((id) => id !== "");
}

/** What somebody typed may be of any length. */
function short(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
