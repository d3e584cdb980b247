import type { Article, Claim } from "../../domain/article/article.ts";

/** The board's filter as it stands in the URL; an empty string is "all". */
export interface BoardFilter {
  speaker: string;
  instrument: string;
  type: string;
}

export interface FilterChoice {
  value: string;
  label: string;
}

/** A value the article does not know is set aside and reported, never silently obeyed. */
export function readFilter(
  query: Record<string, string | string[] | undefined>,
  article: Article,
): { filter: BoardFilter; unknown: { parameter: string; value: string }[] } {
  const choices = filterChoices(article);
  const unknown: { parameter: string; value: string }[] = [];
  const read = (parameter: keyof BoardFilter): string => {
    const value = [query[parameter]].flat()[0] ?? "";
    if (value === "" || choices[parameter].some((c) => c.value === value)) return value;
    unknown.push({ parameter, value });
    return "";
  };
  return { filter: { speaker: read("speaker"), instrument: read("instrument"), type: read("type") }, unknown };
}

export function filterChoices(article: Article): Record<keyof BoardFilter, FilterChoice[]> {
  const symbols = [...new Set(article.claims.flatMap((c) => c.exposures.map((e) => e.symbol)))].sort();
  const types = [...new Set(article.claims.flatMap((c) => c.types))].sort();
  return {
    speaker: article.speakers.map((s) => ({ value: s.id, label: s.name })),
    instrument: symbols.map((symbol) => ({ value: symbol, label: symbol })),
    type: types.map((type) => ({ value: type, label: type })),
  };
}

export function matchesFilter(claim: Claim, filter: BoardFilter): boolean {
  return (
    (filter.speaker === "" || claim.speaker === filter.speaker) &&
    (filter.instrument === "" || claim.exposures.some((e) => e.symbol === filter.instrument)) &&
    (filter.type === "" || claim.types.some((type) => type === filter.type))
  );
}
