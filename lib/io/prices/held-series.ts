import { LRUCache } from "lru-cache";
import { z } from "zod";
import { wallClock } from "../../domain/market/calendar.ts";
import type { PriceSeries } from "../../domain/market/series.ts";
import type { LogEvent } from "../process/event-log.ts";
import { priceSeriesSchema } from "../data/series-schema.ts";
import type { Release, SharedStore } from "./shared-store.ts";

/** A live series and when Yahoo last said that this is all there is, in milliseconds since 1970. */
export interface Held {
  series: PriceSeries;
  checkedAt: number;
  /** When all of it was last asked for. */
  wholeAt: number;
  /** Since when every asking for all of it has said the same. */
  sameSince?: number;
}

export interface HeldSeries {
  get(symbol: string): Promise<Held | null>;
  set(symbol: string, held: Held): Promise<void>;
  /** Null: another server asks for it right now. A store out of reach locks nothing: then this one asks. */
  lock(symbol: string, ttlMs: number): Promise<Release | null>;
}

const heldSchema = z.object({ series: priceSeriesSchema, checkedAt: z.number(), wholeAt: z.number(), sameSince: z.number().exactOptional() });
/** Beyond a week the snapshot says more than an old answer does. */
const dayMs = 86_400_000;
const keptMs = 7 * dayMs;
const mostInMemory = 200;
/** Two servers' clocks may be that far apart. */
const skewMs = 60_000;
const nothing: Release = () => Promise.resolve();

/** Live series in a shared store. Text is parsed and checked once per change, and nothing a store does is passed on as an error. */
export function heldSeries(store: SharedStore, vendor: string, log: LogEvent, now: () => number = Date.now): HeldSeries {
  const parsed = new LRUCache<string, { text: string; held: Held | null }>({ max: mostInMemory });
  /** By what was being done: a full store takes nothing and still answers. */
  const lastFailures = new Map<string, string>();

  async function softly<T>(doing: string, work: () => Promise<T>, instead: T): Promise<T> {
    try {
      const done = await work();
      lastFailures.delete(doing);
      return done;
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      if (![...lastFailures.values()].includes(said)) log("store.failed", { store: store.kind, doing, error: said });
      lastFailures.set(doing, said);
      return instead;
    }
  }

  /**
   * Refuses what a clock that ran ahead left behind, here or on another server: a series that tells of a
   * day still to come is not used at all, and a check dated in the future counts as none.
   */
  function believed(held: Held): Held | null {
    const latest = now() + skewMs;
    if (tellsOfLaterThan(latest, held.series)) return null;
    if (held.checkedAt <= latest && held.wholeAt <= latest) return held;
    return { series: held.series, checkedAt: held.checkedAt > latest ? 0 : held.checkedAt, wholeAt: held.wholeAt > latest ? 0 : held.wholeAt };
  }

  /** A store that came back empty gets from us what it lost, instead of Yahoo being asked again. */
  async function givenBack(symbol: string, text: string, held: Held): Promise<Held | null> {
    const left = Math.min(keptMs, held.checkedAt + keptMs - now());
    if (left <= 0) return null;
    await softly("set", () => store.set(`series:${vendor}:${symbol}`, text, left), undefined);
    return held;
  }

  async function found(symbol: string): Promise<Held | null> {
    const known = parsed.get(symbol);
    const text = await softly("get", () => store.get(`series:${vendor}:${symbol}`), known?.text ?? null);
    if (known?.text === text) return known.held;
    if (text === null) return known?.held ? givenBack(symbol, known.text, known.held) : null;
    const checked = heldSchema.safeParse(json(text));
    const held = checked.success && checked.data.series.symbol === symbol ? checked.data : null;
    if (held === null) log("store.unreadable", { store: store.kind, symbol });
    parsed.set(symbol, { text, held });
    return held;
  }

  return {
    async get(symbol) {
      const held = await found(symbol);
      return held && believed(held);
    },
    async set(symbol, held) {
      const text = JSON.stringify(held);
      parsed.set(symbol, { text, held });
      await softly("set", () => store.set(`series:${vendor}:${symbol}`, text, keptMs), undefined);
    },
    lock: (symbol, ttlMs) => softly("lock", () => store.lock(`flight:${vendor}:${symbol}`, ttlMs), nothing),
  };
}

function tellsOfLaterThan(at: number, { days, timeZone, asOf, latest }: PriceSeries): boolean {
  if (Date.parse(asOf) > at + dayMs || (latest !== undefined && Date.parse(latest.at) > at)) return true;
  try {
    return (days.at(-1) ?? "") > wallClock(new Date(at).toISOString(), timeZone).day;
  } catch {
    // A time zone nobody knows.
    return true;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
