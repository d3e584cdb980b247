import { appendFileSync } from "node:fs";

/** One line of what was measured; `met` is null where nothing is demanded. */
export interface BenchRow {
  what: string;
  ours: string;
  against: string;
  ratio: string;
  target: string;
  met: boolean | null;
}

const columns = ["what", "ours", "against", "ratio", "target"] as const;

/** Prints the rows under one head, leaves them for `npm run bench`, and says whether every target was met. */
export function printTable(rows: readonly BenchRow[]): boolean {
  const head = { what: "", ours: "ours", against: "against", ratio: "ratio", target: "target", met: null };
  const widths = columns.map((name) => Math.max(...[head, ...rows].map((row) => row[name].length)));
  for (const row of [head, ...rows]) {
    const cells = columns.map((name, at) => (at === 0 ? row[name].padEnd(widths[at] ?? 0) : row[name].padStart(widths[at] ?? 0)));
    console.log(`${cells.join("  ")}${row.met === false ? "  NOT MET" : ""}`);
  }
  leaveRows(rows);
  return rows.every(({ met }) => met !== false);
}

/** For the one table of `npm run bench`, where that is who started us. */
export function leaveRows(rows: readonly BenchRow[]): void {
  const file = process.env["BENCH_ROWS"];
  if (file !== undefined) for (const row of rows) appendFileSync(file, `${JSON.stringify(row)}\n`);
}
