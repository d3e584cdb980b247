import { VIEW_KEYS } from "./view-keys.ts";

/** What a reader did on the page of a chart. Queries are as `location.search` has them: "?range=1y" or "". */
export type ViewEvent =
  /** A control was pressed that names its change alone ("claim=brown-10&lines=", an empty value taking a part away). */
  | { kind: "change"; set: string; name: string | null }
  /** A link or a form whose address is the whole view. */
  | { kind: "view"; search: string; name: string | null }
  /** Back, forward, or a page that was left and come back to. */
  | { kind: "arrival" };

export interface AddressState {
  /** Of the address now. */
  search: string;
  /** What the chart on the page was drawn from. */
  shown: string;
  /** What the server was asked for and has not answered; null where nothing is under way. */
  pending: string | null;
}

export interface NextAddress {
  search: string;
  /** Who goes there: the server, or this page with a new entry in the history, in place of the one there, or with none. */
  by: "server" | "push" | "replace" | "stay";
}

/**
 * Where the address goes after an event, or null where nothing changes. A change of base is the server's: tables beside the chart
 * are counted from it too. What is pressed while the server works is asked of the server as well, with the base it was asked for;
 * its answer would undo it otherwise.
 */
export function nextAddress({ search: now, shown, pending }: AddressState, event: ViewEvent): NextAddress | null {
  if (event.kind === "arrival") return viewPart(now) === viewPart(shown) ? null : { search: now, by: "stay" };
  const given = event.kind === "change" ? changed(pending ?? now, event.set) : event.search;
  const rebased = event.name?.startsWith("base:") === true;
  if (pending !== null) {
    const base = new URLSearchParams(pending).get("base") ?? "";
    return { search: rebased ? given : changed(given, `base=${encodeURIComponent(base)}`), by: "server" };
  }
  if (rebased) return viewPart(given) === viewPart(now) ? null : { search: given, by: "server" };
  return { search: given, by: event.name?.startsWith("sort:") === true ? "replace" : "push" };
}

/** Commas stay readable, as in the addresses of links. */
export function searchOf(query: URLSearchParams): string {
  return query.size === 0 ? "" : `?${query.toString().replaceAll("%2C", ",")}`;
}

function changed(search: string, set: string): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of new URLSearchParams(set)) {
    if (value === "") query.delete(name);
    else query.set(name, value);
  }
  return searchOf(query);
}

/** What of an address is a view: an address from a newsletter carries more. */
function viewPart(search: string): string {
  const query = new URLSearchParams(search);
  return VIEW_KEYS.flatMap((key) => query.getAll(key).map((value) => `${key}=${value}`)).join("&");
}
