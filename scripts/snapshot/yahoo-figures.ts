import { setTimeout as wait } from "node:timers/promises";
import type { PriceSeries } from "../../lib/domain/market/series.ts";
import { reasonFor } from "../../lib/io/data/known-days.ts";
import type { KnownDays } from "../../lib/io/data/known-days.ts";
import { isPriceFailure } from "../../lib/io/prices/price-provider.ts";
import type { PriceFailure, PriceProvider } from "../../lib/io/prices/price-provider.ts";
import type { Quoted } from "../../lib/io/data/quoted-instruments.ts";
import { SourceGone } from "./take.ts";

export interface YahooFiguresOptions {
  provider: PriceProvider;
  from: string;
  known: KnownDays;
  /** Between two symbols. */
  pauseMs?: number;
  /** Waited, one after the other, while Yahoo is in trouble or asks to be left alone. */
  waitsMs?: number[];
}

/** After so many symbols in a row Yahoo is gone, and not they. */
const gaveUp = 3;

/**
 * Figures out of Yahoo, one symbol after the other and unhurried. Only daily bars: Yahoo serves
 * 5-minute bars for the last 60 days, so those of January 2025 exist in our own files alone.
 */
export function yahooFigures({ provider, from, known, pauseMs = 400, waitsMs = [5_000, 20_000, 60_000] }: YahooFiguresOptions) {
  let inARow = 0;
  async function patiently(symbol: string): Promise<PriceSeries | PriceFailure> {
    let answer = await provider(symbol, { from });
    for (const ms of waitsMs) {
      // Once it is known to be gone, the next symbol is only a look whether it is back.
      if (!isPriceFailure(answer) || !isTrouble(answer) || inARow > 0) return answer;
      await wait(Math.max(ms, answer.retryAfterMs ?? 0));
      answer = await provider(symbol, { from });
    }
    return answer;
  }

  return {
    async daily(quoted: Quoted): Promise<PriceSeries> {
      await wait(pauseMs);
      const answer = await patiently(quoted.symbol);
      if (isPriceFailure(answer)) {
        const said = `${answer.failed}: ${answer.detail}`;
        inARow = isTrouble(answer) ? inARow + 1 : 0;
        throw inARow >= gaveUp ? new SourceGone(said) : new Error(said);
      }
      inARow = 0;
      const stubs = answer.days.flatMap((day) => {
        const reason = reasonFor(known.stubs, quoted.symbol, day);
        return reason === null ? [] : [{ day, reason }];
      });
      // The price of a session still running is no bar, and a file holds whole sessions. What is unusual
      // in it has its line in data/known-days.json, or is refused.
      const { latest: _, notes: __, ...series } = answer;
      return { ...series, source: "snapshot", asOf: answer.asOf.slice(0, 10), stubs };
    },
    intraday: () => null,
  };
}

function isTrouble({ failed }: PriceFailure): boolean {
  return failed === "timeout" || failed === "offline" || failed === "rate-limited";
}
