import { isStance, type Stance, type Stances } from "./stances.ts";

/** The one place in a browser's storage. The number goes up when the shape changes; an old shape is then simply not read. */
export const STANCES_KEY = "claimtape.stances.1";

/** What storage holds on one article. Whatever is not a stance is passed over, a text that is no JSON holds none. */
export function storedStances(text: string | null, slug: string): Stances {
  const articles = parsed(text);
  const held = Object.hasOwn(articles, slug) ? articles[slug] : null;
  if (!isRecord(held)) return {};
  return Object.fromEntries(Object.entries(held).flatMap(([claim, stance]) => (isStance(stance) ? [[claim, stance]] : [])));
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
