import { setTimeout as pause } from "node:timers/promises";
import type { SeriesStatus } from "../../lib/domain/market/series.ts";
import type { PricesAnswer } from "../../lib/domain/report/prices-answer.ts";
import type { Mood } from "../fixtures/yahoo-moods.ts";
import { historyOf } from "../fixtures/yahoo/history.ts";
import { startYahooStandIn } from "../fixtures/yahoo-stand-in.ts";
import { everyAddress } from "./addresses.ts";
import { startBuiltServer } from "./built-server.ts";
import { get, pricesProblem } from "./checks.ts";
import { all, calmAnswers } from "./every-fault.ts";
import { faults } from "./faults.ts";

export interface SoakOptions {
  requests: number;
  minutes: number;
  /** The same seed asks in the same order; who answers first is the machine's affair. */
  seed: number;
  print(line: string): void;
}

const breakerMs = 1_000;
/** Long enough that a busy machine does not turn an answer into a time-out. */
const timeoutMs = 2_000;
const freshMs = 250;

/** Many requests with a random fault behind each question to Yahoo; then calm, and how long until every series is live. */
export async function soak({ requests, minutes, seed, print }: SoakOptions): Promise<number> {
  const random = chance(seed);
  const addresses = everyAddress();
  const priced = addresses["prices"] ?? [];
  const calm = await calmAnswers(addresses);
  const quoted = priced.filter((path) => calm.get(path)?.status === 200);
  const others = [...(addresses["since"] ?? []), ...(addresses["tickers"] ?? []), ...(addresses["board"] ?? [])];
  // Figures of Yahoo's that nobody can tell from true ones have tests of their own.
  const moods = (Object.keys(faults) as Mood[]).filter((mood) => mood !== "jump" && mood !== "newest-lies");
  let stormy = true;
  const met = new Map<Mood, number>();
  const yahoo = await startYahooStandIn({
    pickMood() {
      // Half of the answers are good, so that there is something to lose.
      const mood = stormy && random() < 0.5 ? (moods[Math.floor(random() * moods.length)] ?? "normal") : "newer";
      met.set(mood, (met.get(mood) ?? 0) + 1);
      return mood;
    },
  });
  const server = await startBuiltServer({
    PRICES: "auto",
    CLAIMTAPE_YAHOO_ORIGIN: yahoo.origin,
    CLAIMTAPE_YAHOO_TIMEOUT_MS: `${timeoutMs}`,
    CLAIMTAPE_YAHOO_BREAKER_MS: `${breakerMs}`,
    CLAIMTAPE_YAHOO_FRESH_MS: `${freshMs}`,
    CLAIMTAPE_CACHE: "",
  });

  const wrong: string[] = [];
  const kinds = new Map<string, number>();
  const memory: number[] = [];
  const start = Date.now();
  const end = start + minutes * 60_000;
  let done = 0;
  try {
    await all(
      Array.from({ length: requests }, (_, n) => n),
      async () => {
        if (Date.now() > end) return;
        const pool = random() < 0.8 ? quoted : others;
        const path = pool[Math.floor(random() * pool.length)] ?? "/";
        const problem = await lookAt(path).catch((error: unknown) => String(error));
        if (problem !== null) wrong.push(`${path}  ${problem}`);
        done += 1;
        if (done % 50 === 0) memory.push(server.memory() ?? 0);
        if (done % 2000 === 0) print(`${done} requests, ${yahoo.requests.length} calls of Yahoo, ${wrong.length} wrong, ${megabytes(memory.at(-1) ?? 0)}`);
      },
    );
    const tookMs = Date.now() - start;

    stormy = false;
    const waitMs = Math.max(breakerMs, await leftAloneFor());
    const recovery = await untilLive();
    const flat = flatness(memory);
    print(`\nrequests           ${done} of ${requests} in ${(tookMs / 1000).toFixed(0)} s (seed ${seed})`);
    print(`states met         ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(", ")}`);
    print(`weather            ${met.size} kinds over ${yahoo.requests.length} calls of Yahoo`);
    print(`wrong numbers      ${wrong.length}`);
    print(`calls at one time  ${yahoo.mostAtOnce()} at most, per symbol`);
    print(
      `memory             ${memory.some((bytes) => bytes > 0) ? `${megabytes(flat.before)} in the third quarter, ${megabytes(flat.after)} in the last: ${(100 * (flat.ratio - 1)).toFixed(1)} %` : "not told by this system"}`,
    );
    print(
      `live again         the first after ${recovery.firstMs} ms, all ${quoted.length} after ${recovery.allMs} ms; Yahoo was to be left alone for ${waitMs} ms`,
    );
    print(
      `slips mended       ${recovery.agreeMs === null ? `not after a minute: ${recovery.never.join(", ")}` : `all agree with the snapshot after ${recovery.agreeMs} ms; everything is asked for again after ${15 * freshMs} ms`}`,
    );
    print(`thrown             ${server.thrown().length}`);
    for (const line of [...wrong, ...server.thrown()].slice(0, 20)) print(line);
    const back = recovery.firstMs !== null && recovery.firstMs <= waitMs + 2 * timeoutMs && recovery.allMs !== null && recovery.agreeMs !== null;
    const good = done === requests && wrong.length === 0 && server.thrown().length === 0 && yahoo.mostAtOnce() <= 1 && flat.ratio <= 1.1 && back;
    print(good ? "\nsoak: held" : "\nsoak: NOT held");
    return good ? 0 : 1;
  } finally {
    await server.stop();
    await yahoo.close();
  }

  /** Each 429 in a row doubles the wait, so it depends on the storm. */
  async function leftAloneFor(): Promise<number> {
    const { until } = JSON.parse((await get(server.origin, "/api/health")).body).vendors.yahoo;
    return until === null ? 0 : Date.parse(until) - Date.now();
  }

  async function lookAt(path: string): Promise<string | null> {
    const got = await get(server.origin, path);
    const still = calm.get(path);
    if (got.status !== still?.status) return `status ${got.status}`;
    if (!quoted.includes(path)) return null;
    const [answer, snapshot]: PricesAnswer[] = [JSON.parse(got.body), JSON.parse(still.body)];
    if (answer === undefined || snapshot === undefined) return "no answer";
    count(answer);
    return pricesProblem(answer, snapshot, null) ?? newerProblem(answer, snapshot);
  }

  function count({ status }: PricesAnswer): void {
    const cached = "cached" in status && status.cached !== null;
    const kind = status.kind === "yahoo-unreachable" ? `snapshot (${status.reason})` : cached ? "cached" : "live";
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }

  /** Asks every series until each is live again, and until none differs from the snapshot any more: how long that took. */
  async function untilLive(): Promise<{ firstMs: number | null; allMs: number | null; agreeMs: number | null; never: string[] }> {
    const from = Date.now();
    const took: { firstMs: number | null; allMs: number | null; agreeMs: number | null } = { firstMs: null, allMs: null, agreeMs: null };
    let waiting = quoted;
    while (waiting.length > 0 && Date.now() - from < 60_000) {
      const states = await Promise.all(
        waiting.map(async (path) => ({ path, status: JSON.parse((await get(server.origin, path)).body).status as SeriesStatus })),
      );
      // While the market deals, an answer a quarter of a second old is being renewed again: it is live if it was asked for since the storm.
      const live = states.filter(
        ({ status }) => "cached" in status && (status.cached === null || (status.cached.reason === "renewing" && Date.parse(status.asOf) >= from)),
      );
      const agreeing = live.filter(({ status }) => status.kind === "yahoo-agrees").map(({ path }) => path);
      waiting = waiting.filter((path) => !agreeing.includes(path));
      // Where the market is closed an answer from before is all there is, and is not asked for again.
      if (live.some(({ status }) => Date.parse(status.asOf) >= from)) took.firstMs ??= Date.now() - from;
      if (live.length === states.length) took.allMs ??= Date.now() - from;
      if (waiting.length > 0) await pause(50);
      else took.agreeMs = Date.now() - from;
    }
    return { ...took, never: waiting };
  }
}

/** Newer days are the stand-in's own, put after the snapshot's last. */
function newerProblem(got: PricesAnswer, snapshot: PricesAnswer): string | null {
  const truth = truthOf(got.symbol);
  const start = truth?.get(snapshot.days.at(-1) ?? "");
  if (truth === null || start === undefined) return "a day the stand-in has not got";
  for (const [at, day] of got.days.entries()) {
    if (at < snapshot.days.length) continue;
    const expected = ((1 + (snapshot.change.at(-1) ?? NaN)) * (truth.get(day) ?? NaN)) / start - 1;
    const change = got.change[at] ?? NaN;
    if (!(Math.abs(change - expected) < 5e-4 * (1 + Math.abs(expected)))) return `${day}, newer, is ${change} and not ${expected}`;
  }
  return null;
}

const truths = new Map<string, Map<string, number> | null>();

function truthOf(symbol: string): Map<string, number> | null {
  if (!truths.has(symbol)) {
    const history = historyOf(symbol, new Date());
    truths.set(symbol, history && new Map(history.days.map((day, at) => [day, history.adjclose[at] ?? NaN])));
  }
  return truths.get(symbol) ?? null;
}

/** Medians, because a collection of garbage comes when it comes. */
function flatness(memory: number[]): { before: number; after: number; ratio: number } {
  const quarter = Math.floor(memory.length / 4);
  const before = median(memory.slice(2 * quarter, 3 * quarter));
  const after = median(memory.slice(3 * quarter));
  return { before, after, ratio: before > 0 ? after / before : 1 };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** A small generator of chance (mulberry32), so that a run can be run again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
