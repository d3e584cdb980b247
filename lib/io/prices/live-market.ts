import { setTimeout as pause } from "node:timers/promises";
import { dayPlan } from "../../domain/market/trading-calendar.ts";
import type { Day, PriceSeries, SeriesStatus } from "../../domain/market/series.ts";
import type { MarketData } from "../../domain/moves/market-data.ts";
import type { PriceFailure } from "./price-provider.ts";
import { isPriceFailure, priceFailure } from "./price-provider.ts";
import type { SeriesStore } from "./series-store.ts";

/** The market data a request is answered from, and what each series asked for is. */
export interface LiveMarket {
  data: MarketData;
  statuses: Record<string, SeriesStatus>;
  /** By symbol: series of which nothing may be shown, since the snapshot may not stand in. */
  failures: Record<string, PriceFailure>;
}

/**
 * How long a vendor is waited for; what comes later is there for the next request. A chart in somebody's
 * hands is drawn at once and asks again; a file is made once.
 */
export const livePatience = { chart: 400, file: 2_500 } as const;

/**
 * The snapshot's market data with newer sessions joined on for the symbols asked for: what lines, tables
 * and files are all answered from. Where nothing newer can be had in time the snapshot's series stays and
 * its status says so. A series that would change a figure of the snapshot's is not taken.
 *
 * @param symbols asked for in this order, each once; other series of `data` stay as they are
 */
export async function liveMarket(store: Pick<SeriesStore, "mode" | "read">, data: MarketData, symbols: string[], patienceMs: number): Promise<LiveMarket> {
  if (store.mode === "snapshot") return { data, statuses: {}, failures: {} };
  const late = pause(patienceMs, null, { ref: false });
  const read = await Promise.all(
    [...new Set(symbols)].map(async (symbol) => {
      const from = data.series[symbol]?.days[0];
      const stated = await Promise.race([store.read(symbol, ...(from === undefined ? [] : [{ from }])), late]);
      return { symbol, stated: stated ?? priceFailure("timeout", symbol, `There was no answer within ${patienceMs / 1000} s.`) };
    }),
  );
  const series: Record<string, PriceSeries> = { ...data.series };
  const statuses: Record<string, SeriesStatus> = {};
  const failures: Record<string, PriceFailure> = {};
  for (const { symbol, stated } of read) {
    const kept = data.series[symbol];
    if (store.mode === "yahoo") {
      if (isPriceFailure(stated)) {
        failures[symbol] = stated;
        delete series[symbol];
      } else {
        series[symbol] = stated.series;
        statuses[symbol] = stated.status;
      }
      continue;
    }
    if (kept === undefined) continue;
    const failure = isPriceFailure(stated)
      ? stated
      : continues(kept, stated.series)
        ? null
        : priceFailure("invalid-answer", symbol, "Its figures do not continue the snapshot’s.");
    if (failure === null && !isPriceFailure(stated)) {
      series[symbol] = stated.series;
      statuses[symbol] = stated.status;
    } else if (failure !== null) {
      statuses[symbol] = { kind: "yahoo-unreachable", asOf: kept.asOf, reason: failure.failed, detail: failure.detail };
    }
  }
  return { data: { ...data, series, sessions: sessionsTold(data, series) }, statuses, failures };
}

/**
 * An exchange's sessions by the series that tells them, and after its last day in the snapshot by all the
 * series of that exchange, as far as its calendar has a session then: a vendor may have the newest row of
 * one and not yet of another, and the VIX has rows on days New York rests.
 */
function sessionsTold({ exchanges, instruments, series: kept }: MarketData, series: Record<string, PriceSeries>): Record<string, { days: Day[] }> {
  const told: Record<string, { days: Day[] }> = {};
  for (const exchange of exchanges) {
    const { sessionsOf: symbol } = exchange;
    const days = told[symbol]?.days ?? series[symbol]?.days ?? kept[symbol]?.days ?? [];
    const last = kept[symbol]?.days.at(-1) ?? days.at(-1) ?? "";
    const known = new Set(days);
    for (const one of Object.values(series)) {
      if (instruments[one.symbol]?.exchange !== exchange.id) continue;
      for (let i = one.days.length - 1; i >= 0 && (one.days[i] ?? "") > last; i -= 1) {
        const day = one.days[i] ?? "";
        if (dayPlan(exchange, day).session) known.add(day);
      }
    }
    told[symbol] = { days: known.size === days.length ? days : [...known].toSorted() };
  }
  return told;
}

/** Does a series hold another's days and figures to the last, and only then days of its own? */
function continues(kept: PriceSeries, joined: PriceSeries): boolean {
  return kept.days.every((day, i) => joined.days[i] === day && joined.adjclose[i] === kept.adjclose[i] && joined.close[i] === kept.close[i]);
}
