import { LRUCache } from "lru-cache";
import { z } from "zod";
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
}

export interface HeldSeries {
  get(symbol: string): Promise<Held | null>;
  set(symbol: string, held: Held): Promise<void>;
  /** Null: another server asks for it right now. A store out of reach locks nothing: then this one asks. */
  lock(symbol: string, ttlMs: number): Promise<Release | null>;
}

const heldSchema = z.object({ series: priceSeriesSchema, checkedAt: z.number(), wholeAt: z.number() });
/** Beyond a week the snapshot says more than an old answer does. */
const keptMs = 7 * 86_400_000;
const mostInMemory = 200;
const nothing: Release = () => Promise.resolve();

/** Live series in a shared store. Text is parsed and checked once per change, and nothing a store does is passed on as an error. */
export function heldSeries(store: SharedStore, vendor: string, log: LogEvent, now: () => number = Date.now): HeldSeries {
  const parsed = new LRUCache<string, { text: string; held: Held }>({ max: mostInMemory });
  let complained = "";

  async function softly<T>(doing: string, work: () => Promise<T>, instead: T): Promise<T> {
    try {
      const done = await work();
      complained = "";
      return done;
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      if (complained === "") log("store.failed", { store: store.kind, doing, error: said });
      complained = said;
      return instead;
    }
  }

  /** A store that came back empty gets from us what it lost, instead of Yahoo being asked again. */
  async function givenBack(symbol: string, { text, held }: { text: string; held: Held }): Promise<Held | null> {
    const left = held.checkedAt + keptMs - now();
    if (left <= 0) return null;
    await softly("set", () => store.set(`series:${vendor}:${symbol}`, text, left), undefined);
    return held;
  }

  return {
    async get(symbol) {
      const known = parsed.get(symbol);
      const text = await softly("get", () => store.get(`series:${vendor}:${symbol}`), known?.text ?? null);
      if (known?.text === text) return known.held;
      if (text === null) return known === undefined ? null : givenBack(symbol, known);
      const checked = heldSchema.safeParse(json(text));
      if (!checked.success || checked.data.series.symbol !== symbol) {
        log("store.unreadable", { store: store.kind, symbol });
        return null;
      }
      parsed.set(symbol, { text, held: checked.data });
      return checked.data;
    },
    async set(symbol, held) {
      const text = JSON.stringify(held);
      parsed.set(symbol, { text, held });
      await softly("set", () => store.set(`series:${vendor}:${symbol}`, text, keptMs), undefined);
    },
    lock: (symbol, ttlMs) => softly("lock", () => store.lock(`flight:${vendor}:${symbol}`, ttlMs), nothing),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
