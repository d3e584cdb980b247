export type SearchKind = "instrument" | "claim" | "speaker" | "page";

/** One thing a reader can look for and go to. The whole index is a list of these, sent as JSON. */
export interface SearchEntry {
  kind: SearchKind;
  /** Where it leads; no two entries lead to the same address. */
  href: string;
  title: string;
  /** One line that tells it from its like: who said it and where, or what it is. */
  detail: string;
  /** A ticker's code; empty where there is none. */
  code: string;
  /** What it can be found by beside what is shown. */
  words: string;
}

const kinds = ["instrument", "claim", "speaker", "page"];
const texts = ["kind", "href", "title", "detail", "code", "words"];

/** Is it what the palette relies on? An answer may come from another build, or from something in between. */
export function isSearchIndex(answer: unknown): answer is SearchEntry[] {
  return Array.isArray(answer) && answer.every((one) => isEntry(one));
}

function isEntry(one: unknown): boolean {
  if (typeof one !== "object" || one === null) return false;
  const fields = new Map<string, unknown>(Object.entries(one));
  return texts.every((name) => typeof fields.get(name) === "string") && kinds.some((kind) => kind === fields.get("kind"));
}
