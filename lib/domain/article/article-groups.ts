import type { Article } from "./article.ts";
import type { Composition, Instrument } from "../market/instruments.ts";

/** What an article can speak of: everybody's instruments and compositions, and its own groups among them. */
export interface ArticleInstruments {
  instruments: Record<string, Instrument>;
  compositions: Record<string, Composition>;
}

/** Adds the article's groups, each as an instrument without a quote and as its equal-weight portfolio. */
export function withGroups({ groups = [] }: Pick<Article, "groups">, { instruments, compositions }: ArticleInstruments): ArticleInstruments {
  return {
    instruments: {
      ...instruments,
      ...Object.fromEntries(groups.map(({ symbol, name, shortName, about }) => [symbol, groupInstrument(symbol, name, shortName, about)])),
    },
    compositions: {
      ...compositions,
      ...Object.fromEntries(
        groups.map(({ symbol, about, members }): [string, Composition] => {
          const weighted = members.map((member) => ({ ...member, weight: 1 / members.length }));
          return [symbol, { symbol, kind: "group", weightings: [{ id: "equal" }], members: weighted, apart: [], reason: about }];
        }),
      ),
    },
  };
}

function groupInstrument(symbol: string, name: string, shortName: string, about: string): Instrument {
  return {
    symbol,
    name,
    shortName,
    kind: "group",
    yahoo: { none: "A group of listed companies, not an instrument: its portfolio is computed here from its members." },
    exchange: null,
    currency: null,
    levels: "adjusted-only",
    about,
  };
}

/** The article's own benchmarks, or those marked as everybody's. */
export function benchmarksOf({ benchmarks }: Pick<Article, "benchmarks">, instruments: Record<string, Instrument>): string[] {
  const marked = Object.values(instruments).filter(({ benchmark, yahoo }) => benchmark === true && "symbol" in yahoo);
  return benchmarks ?? marked.map(({ symbol }) => symbol);
}
