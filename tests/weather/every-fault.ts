import type { Mood } from "../fixtures/yahoo-moods.ts";
import { startYahooStandIn } from "../fixtures/yahoo-stand-in.ts";
import type { Addresses } from "./addresses.ts";
import { startBuiltServer } from "./built-server.ts";
import { get, problemWith } from "./checks.ts";
import type { Got } from "./checks.ts";
import { faults } from "./faults.ts";

interface Cell {
  asked: number;
  problems: { path: string; problem: string }[];
  slowestMs: number;
}

export interface Row {
  mood: Mood;
  columns: Record<string, Cell>;
  thrown: string[];
  /** Questions that reached the vendor. */
  vendorCalls: number;
}

const atOnce = 8;

/** The answers of a server that asks nobody: what every weather is held against. */
export async function calmAnswers(addresses: Addresses): Promise<Map<string, Got>> {
  const server = await startBuiltServer({ PRICES: "snapshot" });
  const answers = new Map<string, Got>();
  await all(Object.values(addresses).flat(), async (path) => void answers.set(path, await get(server.origin, path)));
  await server.stop();
  return answers;
}

/** One fault, a server that has never met Yahoo, every address. Health comes last, when there is something to tell. */
export async function oneFault(mood: Mood, addresses: Addresses, calm: Map<string, Got>): Promise<Row> {
  const yahoo = await startYahooStandIn({ mood });
  const server = await startBuiltServer({
    PRICES: "auto",
    CLAIMTAPE_YAHOO_ORIGIN: yahoo.origin,
    // Short where Yahoo never answers; where it does, a busy machine must not turn an answer into a time-out.
    CLAIMTAPE_YAHOO_TIMEOUT_MS: ["hang", "stall", "drip"].includes(mood) ? "400" : "20000",
    CLAIMTAPE_YAHOO_BREAKER_MS: "600000",
    CLAIMTAPE_YAHOO_FRESH_MS: "600000",
    CLAIMTAPE_CACHE: "",
  });
  const row: Row = { mood, columns: {}, thrown: [], vendorCalls: 0 };
  try {
    for (const [column, paths] of Object.entries(addresses)) {
      const cell: Cell = { asked: paths.length, problems: [], slowestMs: 0 };
      row.columns[column] = cell;
      await all(paths, async (path) => {
        const problem = await lookAt(path);
        if (problem !== null) cell.problems.push({ path, problem });
      });
      async function lookAt(path: string): Promise<string | null> {
        try {
          const got = await get(server.origin, path);
          cell.slowestMs = Math.max(cell.slowestMs, got.ms);
          const still = calm.get(path);
          return still === undefined ? "nothing to hold it against" : problemWith(column, got, still, faults[mood]);
        } catch (error) {
          return error instanceof Error ? error.message : String(error);
        }
      }
    }
    row.thrown = server.thrown();
    row.vendorCalls = yahoo.requests.length;
    return row;
  } finally {
    await server.stop();
    await yahoo.close();
  }
}

/** So many at a time, each once. */
export async function all<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}
