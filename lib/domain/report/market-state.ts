import type { Exchange } from "../market/instruments.ts";
import { marketClock } from "../market/market-clock.ts";
import type { Day, Instant } from "../market/series.ts";
import type { SinceAnswer } from "./since-answer.ts";

/** Whether an exchange deals, as an answer says it. `sessions` may end before the instant. */
export function marketState(exchange: Exchange | undefined, at: Instant, sessions: Day[]): SinceAnswer["market"] {
  if (exchange === undefined) return null;
  const { phase, next, why, listed } = marketClock(exchange, at, sessions);
  return { phase, next, timeZone: exchange.timeZone, why, listed };
}
