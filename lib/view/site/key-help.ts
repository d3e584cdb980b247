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
