/** What became of one series of a run. */
export interface Outcome {
  /** Inside the data folder. */
  file: string;
  symbol: string;
  kind: string;
  /** `waiting`: taken, and not moved until a later run has the others. */
  result: "written" | "unchanged" | "refused" | "waiting";
  before: string[] | null;
  after: string[] | null;
  /** What is different, or why it was refused. */
  changes: string[];
}

const widest = 90;

/** What changed, a line per series that is not as it was; nothing where all are. */
export function changeTable(outcomes: Outcome[]): string[] {
  const changed = outcomes.filter(({ result }) => result !== "unchanged");
  if (changed.length === 0) return [];
  const rows = changed.map(({ symbol, kind, result, before, after, changes }) => [
    symbol,
    kind.trim(),
    result === "refused" ? "REFUSED" : result,
    rowsOf(before, after),
    lastOf(before, after),
    shortened(changes.join("; ")),
  ]);
  const header = ["symbol", "series", "result", "rows", "last", "what changed, or why not"];
  const widths = header.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  return [
    "",
    ...[header, ...rows].map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    ),
    "",
  ];
}

function rowsOf(before: string[] | null, after: string[] | null): string {
  if (after === null) return "";
  return before === null || before.length === after.length ? `${after.length}` : `${before.length} -> ${after.length}`;
}

function lastOf(before: string[] | null, after: string[] | null): string {
  const [was, is] = [before?.at(-1), after?.at(-1) ?? ""];
  return was === undefined || was === is ? is : `${was} -> ${is}`;
}

function shortened(text: string): string {
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}
