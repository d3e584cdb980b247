import type { LineCatalogue } from "../../domain/report/line-catalogue.ts";
import { nearest } from "../words/nearest.ts";
import type { ViewVocabulary } from "./view-state.ts";

/** What somebody means by a word: a symbol in whatever case, a name, or the beginning of just one name. */
function linesNamed({ names, baskets }: LineCatalogue, word: string): { ids: string[] } | { nearest: string[] } {
  // What a list of suggestions offers is "NVDA, Nvidia": its first part is the id.
  const wanted = (word.split(",")[0] ?? word).trim().toLowerCase();
  if (wanted === "") return { nearest: [] };
  const things = [
    ...names.map(({ id, name, shortName }) => ({ ids: [id], words: [id, shortName, name] })),
    ...Object.entries(baskets).map(([symbol, { shortName, ids }]) => ({ ids, words: [symbol, shortName] })),
  ];
  const exact = things.find(({ words }) => words.some((one) => one.toLowerCase() === wanted));
  if (exact !== undefined) return { ids: exact.ids };
  const begun = wanted.length < 3 ? [] : things.filter(({ words }) => words.some((one) => one.toLowerCase().startsWith(wanted)));
  if (begun.length === 1 && begun[0] !== undefined) return { ids: begun[0].ids };
  return {
    nearest: nearest(
      wanted,
      things.flatMap(({ words }) => words.slice(0, 2)),
      2,
    ),
  };
}

/** What an address of this page may speak of. */
export function vocabularyOf(catalogue: LineCatalogue, subject: { own: { id: string }[]; claims: { id: string }[] }): ViewVocabulary {
  return {
    linesNamed: (word) => linesNamed(catalogue, word),
    claims: subject.claims.map(({ id }) => id),
    first: catalogue.first,
    last: catalogue.last,
    own: subject.own.map(({ id }) => id),
  };
}
