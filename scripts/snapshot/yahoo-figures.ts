import { setTimeout as pause } from "node:timers/promises";
import type { PriceSeries } from "../../lib/domain/series.ts";
import { reasonFor } from "../../lib/io/known-days.ts";
import type { KnownDays } from "../../lib/io/known-days.ts";
import { isPriceFailure } from "../../lib/io/price-provider.ts";
import type { PriceProvider } from "../../lib/io/price-provider.ts";
import type { Quoted } from "../../lib/io/quoted-instruments.ts";

/**
 * Figures out of Yahoo, one symbol after the other and unhurried. Only daily bars: Yahoo serves
 * 5-minute bars for the last 60 days, so those of January 2025 exist in our own files alone.
 */
export function yahooFigures(provider: PriceProvider, from: string, known: KnownDays, pauseMs = 400) {
  return {
    async daily(quoted: Quoted): Promise<PriceSeries> {
      await pause(pauseMs);
      const answer = await provider(quoted.symbol, { from });
      if (isPriceFailure(answer)) throw new Error(`${answer.failed}: ${answer.detail}`);
      const stubs = answer.days.flatMap((day) => {
        const reason = reasonFor(known.stubs, quoted.symbol, day);
        return reason === null ? [] : [{ day, reason }];
      });
      return { ...answer, source: "snapshot", asOf: answer.asOf.slice(0, 10), stubs };
    },
    intraday: () => null,
  };
}
