// Started by bench.mjs: the rows that all benches left, as one table.
import { readFileSync } from "node:fs";
import { printTable } from "./table.ts";
import type { BenchRow } from "./table.ts";

const file = process.env["BENCH_ROWS"] ?? "";
delete process.env["BENCH_ROWS"];
const rows: BenchRow[] = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));
process.exitCode = printTable(rows) ? 0 : 1;
