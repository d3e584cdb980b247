import type { FileFormat } from "./file-formats.ts";
import type { PictureTheme } from "../picture/picture-colours.ts";
import type { QueryProblem } from "../../domain/report/prices-answer.ts";
import { VIEW_KEYS } from "../chart/view-keys.ts";
import { AGAINST, MEASURES, NAMED_BASES, PRESETS } from "../chart/view-state.ts";

/** What an address asks of a file beside the view. */
export interface FileQuery {
  /** What the view shows, or the same over every session held. */
  rows: "displayed" | "all";
  theme: PictureTheme;
  scale: 1 | 2;
}

const OF_DATA = ["rows"];
const TAKES: Record<FileFormat, string[]> = {
  csv: OF_DATA,
  json: OF_DATA,
  "metadata.json": OF_DATA,
  svg: ["theme"],
  png: ["theme", "size"],
  citation: [],
  bibtex: [],
  csl: [],
};

/** Every parameter that a file of this format takes. Another is refused: a misspelt one must not pass as a default. */
export function fileParameters(format: FileFormat): string[] {
  return [...VIEW_KEYS, "format", ...TAKES[format]];
}

export function readFileQuery(search: URLSearchParams): FileQuery | QueryProblem {
  const rows = oneOf(search, "rows", ["displayed", "all"] as const);
  const theme = oneOf(search, "theme", ["light", "dark"] as const);
  const size = oneOf(search, "size", ["1x", "2x"] as const);
  if (typeof rows === "object") return rows;
  if (typeof theme === "object") return theme;
  if (typeof size === "object") return size;
  return { rows, theme, scale: size === "2x" ? 2 : 1 };
}

/** The first one where none is given. */
function oneOf<T extends string>(search: URLSearchParams, parameter: string, allowed: readonly [T, ...T[]]): T | QueryProblem {
  const value = search.get(parameter);
  if (value === null) return allowed[0];
  return allowed.find((one) => one === value) ?? { parameter, value, allowed: [...allowed] };
}

/** What a parameter of a view may be, where that can be listed. */
export const VIEW_VALUES: Record<string, readonly string[]> = {
  base: [...NAMED_BASES, "a day held, YYYY-MM-DD"],
  measure: MEASURES,
  range: PRESETS,
  against: AGAINST,
  log: ["1", "0"],
  layout: ["together", "apart"],
};
