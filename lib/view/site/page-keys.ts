/** What a key does on a page, wherever the focus is outside fields and charts. */
export type PageAction = "search" | "next" | "previous" | "help";

/** A key as it was pressed, and where. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** Inside a field, where a letter is a letter; inside a chart, which has keys of its own; or elsewhere. */
  place: "field" | "chart" | "dialog" | "page";
  /** The reader's switch for keys that are one letter alone (WCAG 2.1.4). */
  singleKeys: boolean;
}

/** The action of a key, or null where the key is not ours. Ctrl or ⌘ with K is ours everywhere. */
export function pageAction({ key, ctrlKey, metaKey, altKey, shiftKey, place, singleKeys }: KeyPress): PageAction | null {
  if (ctrlKey !== metaKey && !altKey && !shiftKey && key.toLowerCase() === "k") return "search";
  if (ctrlKey || metaKey || altKey || place !== "page" || !singleKeys) return null;
  // Where a key asks for Shift depends on the keyboard: a German one types / with it.
  if (key === "/") return "search";
  if (key === "?") return "help";
  if (shiftKey) return null;
  switch (key.toLowerCase()) {
    case "j":
      return "next";
    case "k":
      return "previous";
    default:
      return null;
  }
}

/** Where a reader with `next` or `previous` goes in a list, from `at` (-1 is before the first); null at its ends. */
export function stepIn(length: number, at: number, action: "next" | "previous"): number | null {
  const to = action === "next" ? at + 1 : at - 1;
  return to >= 0 && to < length ? to : null;
}

/** Every key of the site, as the help lists them. */
export interface KeyGroup {
  title: string;
  keys: { press: string[]; does: string; single: boolean }[];
}

const key = (does: string, ...press: string[]) => ({ press, does, single: false });
const single = (does: string, ...press: string[]) => ({ press, does, single: true });

export const keyHelp: KeyGroup[] = [
  {
    title: "On every page",
    keys: [key("Search", "Ctrl K", "⌘ K"), single("Search", "/"), single("These keys", "?")],
  },
  {
    title: "On the board and on a claim",
    keys: [single("Next claim", "j"), single("Previous claim", "k")],
  },
  {
    title: "On a chart that has the focus",
    keys: [
      key("One point", "←", "→"),
      key("Another series", "↑", "↓"),
      key("Ten points", "Page Up", "Page Down"),
      key("First, last point", "Home", "End"),
      key("Summary", "Enter"),
      key("Help", "H"),
      key("Leave", "Esc"),
    ],
  },
];
