import type { LogEvent } from "../process/event-log.ts";
import { isPriceFailure } from "./price-provider.ts";
import type { PriceProvider } from "./price-provider.ts";

/** The same provider, with a line for each call of its vendor: what was asked for, how it ended, how long it took. */
export function loggedProvider(vendor: string, provider: PriceProvider, log: LogEvent): PriceProvider {
  return async (symbol, range, options) => {
    const began = performance.now();
    const answer = await provider(symbol, range, options);
    log("vendor.asked", { vendor, symbol, outcome: isPriceFailure(answer) ? answer.failed : "answered", ms: Math.round(performance.now() - began) });
    return answer;
  };
}
