import type { Exchange } from "../domain/instruments.ts";
import { marketClock } from "../domain/market-clock.ts";
import type { Day, Instant } from "../domain/series.ts";
import type { SinceAnswer } from "./since-answer.ts";

/** Whether an exchange deals, as an answer says it. `sessions` may end before the instant. */
export function marketState(exchange: Exchange | undefined, at: Instant, sessions: Day[]): SinceAnswer["market"] {
  if (exchange === undefined) return null;
  const { phase, next, why, listed } = marketClock(exchange, at, sessions);
  return { phase, next, timeZone: exchange.timeZone, why, listed };
}
