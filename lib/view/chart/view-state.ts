import { isDay } from "../../domain/market/days.ts";
import type { Base } from "../../domain/moves/moves.ts";
import type { Day } from "../../domain/market/series.ts";
import { VIEW_KEYS } from "./view-keys.ts";

/** What a line is drawn in. */
export type Measure = "change" | "price" | "index" | "abnormal";
export type RangePreset = "day" | "event" | "3m" | "1y" | "all";
export type Range = { preset: RangePreset } | { from: Day; to: Day };
type Layout = "together" | "apart";

/** How a reader looks at a chart. All of it is in the address; what is the default is left out of it. */
export interface ViewState {
  /** One of the named bases, or the close of any day. */
  base: Base | Day;
  measure: Measure;
  range: Range;
  log: boolean;
  /** Benchmark of abnormal returns. */
  against: string;
  /** Ids of what is drawn; null for the lines the page itself is about. */
  lines: string[] | null;
  /** Null: together up to five lines, apart above. */
  layout: Layout | null;
  /** A claim chosen on a page about something else. */
  claim: string | null;
  /** Of the table: a line's id or `day`. */
  sort: { column: string; descending: boolean } | null;
}

export const DEFAULT_VIEW: ViewState = {
  base: "close",
  measure: "change",
  range: { preset: "event" },
  log: false,
  against: "SPY",
  lines: null,
  layout: null,
  claim: null,
  sort: null,
};

export const NAMED_BASES: readonly Base[] = ["close", "publication", "open"];
/** The base of the moves beside a chart: those are held from the three named ones alone. */
export function namedBase(base: ViewState["base"]): Base {
  return NAMED_BASES.find((one) => one === base) ?? "close";
}

export const MEASURES: readonly Measure[] = ["change", "price", "index", "abnormal"];
export const PRESETS: readonly RangePreset[] = ["day", "event", "3m", "1y", "all"];
export const AGAINST: readonly string[] = ["SPY", "RSP"];
const LAYOUTS: readonly Layout[] = ["together", "apart"];

/** More lines than this are no picture any more. */
export const MOST_LINES = 12;

type ViewKey = (typeof VIEW_KEYS)[number];

/** A part of an address that could not be used, and what was shown instead. */
export interface ViewProblem {
  parameter: string;
  value: string;
  instead: string;
}

/** What an address may speak of. */
export interface ViewVocabulary {
  /** What a word means as lines: ids, several for a basket; or the nearest words to one that means nothing. */
  linesNamed(word: string): { ids: string[] } | { nearest: string[] };
  claims: readonly string[];
  /** First and last session held. */
  first: Day;
  last: Day;
  /** Lines of the page itself, to which `add` adds. */
  own: readonly string[];
}

/**
 * A view out of an address. What is unknown or bad falls back to the default and is reported with its
 * value; parameters that are not of the view are none of its business.
 *
 * @param query pairs in the order of the address
 */
export function readView(query: Iterable<[string, string]>, vocabulary: ViewVocabulary): { view: ViewState; problems: ViewProblem[] } {
  const problems: ViewProblem[] = [];
  const given = new Map<ViewKey, string>();
  for (const [name, value] of query) {
    const key = VIEW_KEYS.find((known) => known === name);
    if (key === undefined) continue;
    if (given.has(key)) problems.push(problem(key, value, "the first one given is used"));
    else given.set(key, value);
  }
  const oneOf = <T extends string>(key: ViewKey, known: readonly T[], fallback: T, otherwise: string): T => {
    const value = given.get(key);
    if (value === undefined) return fallback;
    const found = known.find((one) => one === value);
    if (found === undefined) problems.push(problem(key, value, otherwise));
    return found ?? fallback;
  };
  const bad = (key: ViewKey, instead: string) => problems.push(problem(key, given.get(key) ?? "", instead));

  const view: ViewState = {
    base: readBase(given.get("base"), vocabulary, (instead) => bad("base", instead)),
    measure: oneOf("measure", MEASURES, "change", "the change from the base is shown"),
    range: readRange(given, vocabulary, bad, () => oneOf("range", PRESETS, "event", "the event window is shown")),
    log: oneOf("log", ["1", "0"], "0", "the scale is linear") === "1",
    against: oneOf("against", AGAINST, "SPY", "SPY is used"),
    lines: readLines(given, vocabulary, problems),
    layout: given.has("layout") ? oneOf("layout", LAYOUTS, "together", "the lines share one chart") : null,
    claim: given.has("claim") ? readClaim(given.get("claim") ?? "", vocabulary, (instead) => bad("claim", instead)) : null,
    sort: readSort(given.get("sort")),
  };
  return { view, problems };
}

function readBase(value: string | undefined, { first, last }: ViewVocabulary, bad: (instead: string) => void): Base | Day {
  if (value === undefined) return "close";
  const named = NAMED_BASES.find((one) => one === value);
  if (named !== undefined) return named;
  if (isDay(value) && value >= first && value <= last) return value;
  bad(isDay(value) ? `prices run from ${first} to ${last}; the last close before publication is used` : "the last close before publication is used");
  return "close";
}

function readRange(
  given: Map<ViewKey, string>,
  { first, last }: ViewVocabulary,
  bad: (key: ViewKey, instead: string) => void,
  preset: () => RangePreset,
): Range {
  // A form with two empty fields means neither.
  const [from, to] = [given.get("from") || first, given.get("to") || last];
  const dated = Boolean(given.get("from") || given.get("to"));
  if (!dated) return { preset: preset() };
  for (const key of ["from", "to"] as const) {
    const value = given.get(key);
    if (value && !isDay(value)) {
      bad(key, "the event window is shown");
      return { preset: "event" };
    }
  }
  if (from >= to || from > last || to < first) {
    bad(given.get("to") ? "to" : "from", `a range runs forward, between ${first} and ${last}; the event window is shown`);
    return { preset: "event" };
  }
  if (given.has("range")) bad("range", "the two days are used");
  return { from: from < first ? first : from, to: to > last ? last : to };
}

function readLines(given: Map<ViewKey, string>, vocabulary: ViewVocabulary, problems: ViewProblem[]): string[] | null {
  const listed = given.get("lines");
  const added = given.get("add");
  if (listed === undefined && !added) return null;
  const ids = listed === undefined ? [...vocabulary.own] : [];
  const words = [...(listed === undefined || listed === "" ? [] : listed.split(",")), ...(added ? [added] : [])];
  for (const word of words.slice(0, 4 * MOST_LINES)) {
    const meant = vocabulary.linesNamed(word.slice(0, 60));
    const key = word === added ? "add" : "lines";
    if ("nearest" in meant) {
      const near = meant.nearest.length === 0 ? "" : ` (${meant.nearest.join(" or ")}?)`;
      problems.push(problem(key, word, `nothing here goes by that name${near}; it is left out`));
      continue;
    }
    for (const id of meant.ids) if (!ids.includes(id)) ids.push(id);
  }
  if (ids.length > MOST_LINES) {
    problems.push(problem("lines", ids.slice(MOST_LINES).join(","), `a chart holds ${MOST_LINES} lines; the first ${MOST_LINES} are drawn`));
  }
  return ids.slice(0, MOST_LINES);
}

function readClaim(value: string, { claims }: ViewVocabulary, bad: (instead: string) => void): string | null {
  if (claims.includes(value)) return value;
  bad("no claim has that name; none is chosen");
  return null;
}

/** `NVDA` ascending, `-NVDA` descending. Which columns there are is known only with the lines: `chartTable` ignores a column it lacks. */
function readSort(value: string | undefined): ViewState["sort"] {
  if (value === undefined || value === "" || value === "-") return null;
  const descending = value.startsWith("-");
  return { column: (descending ? value.slice(1) : value).slice(0, 60), descending };
}

function problem(parameter: string, value: string, instead: string): ViewProblem {
  return { parameter, value: value.slice(0, 60), instead };
}

/** The pairs of an address that give this view back; none for the default. */
export function viewPairs(view: ViewState): [string, string][] {
  const { base, measure, range, log, against, lines, layout, claim, sort } = view;
  const pairs: [string, string | null][] = [
    ["claim", claim],
    ["lines", lines === null ? null : lines.join(",")],
    ["base", base === "close" ? null : base],
    ["measure", measure === "change" ? null : measure],
    ["range", "preset" in range && range.preset !== "event" ? range.preset : null],
    ["from", "from" in range ? range.from : null],
    ["to", "to" in range ? range.to : null],
    ["log", log ? "1" : null],
    ["against", against === "SPY" ? null : against],
    ["layout", layout],
    ["sort", sort === null ? null : `${sort.descending ? "-" : ""}${sort.column}`],
  ];
  return pairs.flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key, value]]));
}

/** The parameters in which each part of a view is written. */
const WRITTEN_IN: Record<keyof ViewState, readonly ViewKey[]> = {
  base: ["base"],
  measure: ["measure"],
  range: ["range", "from", "to"],
  log: ["log"],
  against: ["against"],
  lines: ["lines", "add"],
  layout: ["layout"],
  claim: ["claim"],
  sort: ["sort"],
};

/**
 * A change of view as what it does to an address: "range=1y&from=&to=", an empty value taking a
 * parameter away. For a control that is pressed before the one before it has been answered.
 */
export function viewSet(change: Partial<ViewState>): string {
  const written = new Map(viewPairs({ ...DEFAULT_VIEW, ...change }));
  const parts = Object.entries(WRITTEN_IN).flatMap(([part, keys]) => (part in change ? keys : []));
  return parts.map((key) => `${key}=${encodeURIComponent(written.get(key) ?? "")}`).join("&");
}

/** An address of a page in a view. Commas and carets stay readable. */
export function viewHref(path: string, view: ViewState, change: Partial<ViewState> = {}): string {
  const query = viewPairs({ ...view, ...change })
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
    .join("&");
  return query === "" ? path : `${path}?${query}`;
}

/** The query of a view that two pages share: no sorting, which only a table shows. "?base=open", or nothing. */
export function sharedQuery(view: ViewState): string {
  return viewHref("", view, { sort: null });
}
