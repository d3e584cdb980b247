/**
 * The built site in every weather Yahoo can make. Needs a build: `npm test build`.
 *
 *   npm run weather                     every fault × every page and API route, as a table
 *   npm run weather -- --fault hang     that one alone
 *   npm run weather -- --soak 10000     that many requests, a random fault behind each; bounded in time
 *   npm run weather -- --minutes 5      for how long a soak may go on; ten unless said
 *   npm run weather -- --seed 7         the soak's chance
 */
import { parseArgs } from "node:util";
import { isMood } from "../fixtures/yahoo-moods.ts";
import type { Mood } from "../fixtures/yahoo-moods.ts";
import { everyAddress } from "./addresses.ts";
import { calmAnswers, oneFault } from "./every-fault.ts";
import type { Row } from "./every-fault.ts";
import { faults } from "./faults.ts";
import { soak } from "./soak.ts";

const { values } = parseArgs({ options: { fault: { type: "string" }, soak: { type: "string" }, minutes: { type: "string" }, seed: { type: "string" } } });

process.exitCode =
  values.soak === undefined
    ? await table()
    : await soak({
        requests: whole("soak", values.soak),
        minutes: whole("minutes", values.minutes ?? "10"),
        seed: whole("seed", values.seed ?? "1"),
        print: console.log,
      });

async function table(): Promise<number> {
  const moods = values.fault === undefined ? Object.keys(faults).filter(isMood) : [fault(values.fault)];
  const addresses = everyAddress();
  const calm = await calmAnswers(addresses);
  const columns = Object.keys(addresses);
  console.log(`${moods.length} kinds of weather × ${Object.values(addresses).flat().length} addresses; a cell is how many were right, and the slowest in ms\n`);
  console.log(["fault".padEnd(20), ...columns.map((column) => column.padStart(14)), "calls".padStart(6)].join(""));
  const rows: Row[] = [];
  for (const mood of moods) {
    const row = await oneFault(mood, addresses, calm);
    rows.push(row);
    console.log([mood.padEnd(20), ...columns.map((column) => cellOf(row, column).padStart(14)), String(row.vendorCalls).padStart(6)].join(""));
  }
  const wrong = rows.flatMap(({ mood, columns: cells, thrown }) => [
    ...Object.values(cells).flatMap(({ problems }) => problems.map(({ path, problem }) => `${mood}  ${path}  ${problem}`)),
    ...thrown.map((line) => `${mood}  thrown: ${line.slice(0, 200)}`),
  ]);
  for (const line of wrong.slice(0, 50)) console.log(line);
  const asked = rows.reduce((sum, { columns: cells }) => sum + Object.values(cells).reduce((all, cell) => all + cell.asked, 0), 0);
  console.log(`\nweather: ${asked} answers in ${rows.length} kinds of weather, ${wrong.length} wrong`);
  return wrong.length === 0 ? 0 : 1;
}

function cellOf(row: Row, column: string): string {
  const cell = row.columns[column];
  if (cell === undefined) return "–";
  const right = cell.asked - cell.problems.length;
  return `${right === cell.asked ? right : `${right} of ${cell.asked}`} ${Math.round(cell.slowestMs)}`;
}

function fault(value: string): Mood {
  if (isMood(value)) return value;
  throw new Error(`There is no fault "${value}"; there are ${Object.keys(faults).join(", ")}`);
}

function whole(name: string, value: string): number {
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
  throw new Error(`--${name} is "${value}"; allowed is a whole number above 0`);
}
