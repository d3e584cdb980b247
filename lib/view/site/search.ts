import MiniSearch from "minisearch";
import { formatNumber } from "../words/format.ts";

type SearchKind = "instrument" | "claim" | "speaker" | "page";

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

/** Results of one kind, the best first. */
export interface SearchGroup {
  kind: SearchKind;
  title: string;
  items: SearchEntry[];
}

/** @param most at most so many of a kind */
export type Search = (query: string, most?: number) => SearchGroup[];

const titles: Record<SearchKind, string> = { instrument: "Tickers", claim: "Claims", speaker: "Speakers", page: "Pages" };

/** More than anybody means; what somebody pastes may be of any length. */
const LONGEST = 80;

/**
 * A search over the index, forgiving of capitals, accents, unfinished words and slips. Every word has
 * to be found, in any field; where that leaves nothing, any word will do. Groups stand in the order of
 * their best result, so the first result of all is the best one. Without a query: the pages.
 */
export function searchOver(entries: SearchEntry[]): Search {
  const engine = new MiniSearch<SearchEntry>({ idField: "href", fields: ["code", "title", "detail", "words"], processTerm: folded });
  engine.addAll(entries);
  const byHref = new Map(entries.map((entry) => [entry.href, entry]));
  return (query, most = Infinity) => {
    const typed = query.slice(0, LONGEST).trim();
    if (typed === "")
      return grouped(
        entries.filter(({ kind }) => kind === "page").map((entry) => ({ entry, score: 1 })),
        most,
      );
    const every = engine.search(typed, { ...ranking, combineWith: "AND" });
    const found = every.length > 0 ? every : engine.search(typed, ranking);
    return grouped(
      found.flatMap(({ id, score }) => {
        const entry = byHref.get(id);
        return entry === undefined ? [] : [{ entry, score }];
      }),
      most,
    );
  };
}

/** "5 results" */
export function countResults(groups: SearchGroup[]): string {
  const count = groups.reduce((total, { items }) => total + items.length, 0);
  if (count === 0) return "No results";
  return `${formatNumber(count)} ${count === 1 ? "result" : "results"}`;
}

// A code weighs most, then a title; a slip weighs less than an unfinished word, and that less than the
// word itself. One slip from three letters on, one letter in four after that: "nvida", "sputnk", "gogle".
const ranking = {
  boost: { code: 4, title: 3, detail: 0.4, words: 0.8 },
  prefix: true,
  fuzzy: (term: string) => (term.length < 3 ? false : Math.max(1, Math.floor(term.length / 4))),
  weights: { prefix: 0.6, fuzzy: 0.4 },
};

/** Without capitals and accents. */
function folded(term: string): string {
  return term.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Beside a company itself, those that only mention it in passing are no answer: below this part of the best. */
const FAINT = 0.1;

/** @param found the best first */
function grouped(found: { entry: SearchEntry; score: number }[], most: number): SearchGroup[] {
  const kinds = [...new Set(found.map(({ entry }) => entry.kind))];
  return kinds.map((kind) => {
    const own = found.filter(({ entry }) => entry.kind === kind);
    const best = own[0]?.score ?? 0;
    const items = own.filter(({ score }) => score >= FAINT * best).slice(0, most);
    return { kind, title: titles[kind], items: items.map(({ entry }) => entry) };
  });
}
