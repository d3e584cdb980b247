import type { Article } from "../../domain/article/article.ts";
import type { Instrument } from "../../domain/market/instruments.ts";
import { argumentsHref, boardHref, claimHref, compareHref, tickerHref } from "../words/links.ts";
import type { SearchEntry } from "./search.ts";

/** Everything there is to find: the articles' claims and speakers, every instrument, and the pages. */
export function searchIndex(articles: Article[], instruments: Instrument[]): SearchEntry[] {
  return [...instruments.map(instrumentEntry), ...articles.flatMap(claimEntries), ...articles.flatMap(speakerEntries), ...pages(articles)];
}

function instrumentEntry({ symbol, name, shortName, about }: Instrument): SearchEntry {
  // Some are called as their code is ("AMD"), and of some the short name is the whole one: no word twice.
  const [title = symbol, detail = ""] = new Set([shortName, name, about].filter((text) => text !== symbol));
  // What an instrument is about is how a reader may know it: Google for Alphabet.
  return { kind: "instrument", href: tickerHref(symbol), title, detail, code: symbol, words: detail === about ? name : about };
}

function claimEntries({ slug, speakers, claims }: Article): SearchEntry[] {
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  return claims.map(({ id, label, wording, speaker, locator }) => ({
    kind: "claim",
    href: claimHref(slug, id),
    title: label,
    detail: `${names.get(speaker) ?? speaker}, ${locator}`,
    code: "",
    words: wording,
  }));
}

function speakerEntries({ slug, speakers }: Article): SearchEntry[] {
  return speakers.map(({ id, name, affiliation, part }) => ({
    kind: "speaker",
    href: boardHref(slug, { speaker: id }),
    title: name,
    detail: affiliation,
    code: "",
    words: part,
  }));
}

function pages(articles: Article[]): SearchEntry[] {
  const page = (title: string, href: string, detail: string): SearchEntry => ({ kind: "page", href, title, detail, code: "", words: "" });
  return [
    ...articles.map(({ slug, title }) => page("Board", boardHref(slug), title)),
    page("Tickers", "/tickers", "Every instrument, with its move on the event day"),
    page("Compare", compareHref(), "Several tickers in one chart"),
    ...articles.map(({ slug, title }) => page("Arguments", argumentsHref(slug), title)),
    page("API", "/api", "Every answer as JSON, with examples that run"),
    page("Method", "/method", "Windows, benchmarks, tests and words"),
  ];
}
