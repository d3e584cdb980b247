import { bulkhead, circuitBreaker, CircuitState, DelegateBackoff, handleWhenResult, isBrokenCircuitError, isBulkheadRejectedError, isTaskCancelledError, retry, timeout, TimeoutStrategy, wrap } from "cockatiel";
import type { Instant, PriceSeries } from "../../domain/market/series.ts";
import { readBreaker, writeBreaker } from "./breaker-record.ts";
import type { LogEvent } from "../process/event-log.ts";
import { longestBreakMs } from "../process/settings.ts";
import { isPriceFailure, priceFailure } from "./price-provider.ts";
import type { PriceFailure, PriceFailureKind, PriceProvider } from "./price-provider.ts";
import type { SharedStore } from "./shared-store.ts";
import { isTrouble, isWorthAsking, VendorBreaker, waitOf } from "./vendor-trouble.ts";

/** How a vendor stands, for /api/health. */
export interface VendorState {
  breaker: "closed" | "open" | "half-open";
  /** When it is asked again; null unless open. */
  until: Instant | null;
  lastSuccess: { at: Instant; symbol: string } | null;
  lastFailure: { at: Instant; symbol: string; reason: PriceFailureKind; detail: string } | null;
}

export interface VendorGuard {
  ask: PriceProvider;
  state(): Promise<VendorState>;
}

export interface VendorGuardOptions {
  vendor: string;
  provider: PriceProvider;
  store: SharedStore;
  log: LogEvent;
  /** For a whole question, its retries and the waits between them included. */
  questionMs?: number;
  /** How long a vendor in trouble is left alone, unless it asks for longer. */
  breakerMs?: number;
  /** Questions at one time; others queue. */
  atOnce?: number;
  random?: () => number;
}

type Answer = PriceSeries | PriceFailure;

const retries = 2;
const firstWaitMs = 250;
const queueLength = 200;

/**
 * Stands between us and a vendor: so many questions at a time, a limit for each, failures of the way
 * there asked again after a random wait (`Retry-After` added), and a vendor in trouble left alone. The
 * open breaker is written where other servers read it, so one refusal is enough for all of them.
 *
 * It is itself a provider: what it refuses or gives up is a failure with the reason behind it.
 */
export function guardedVendor(options: VendorGuardOptions): VendorGuard {
  const { vendor, provider, store, log, questionMs = 9_000, breakerMs = 30_000, atOnce = 4, random = Math.random } = options;
  let lastSuccess: VendorState["lastSuccess"] = null;
  let lastFailure: VendorState["lastFailure"] = null;
  let openUntil = 0;

  const breaker = new VendorBreaker(3);
  const circuit = circuitBreaker(handleWhenResult(isTrouble), {
    breaker,
    halfOpenAfter: new DelegateBackoff(({ result }) => Math.min(longestBreakMs, Math.max(breakerMs, waitOf(result)))),
  });
  circuit.onStateChange((state) => {
    if (state === CircuitState.Open) opened();
    else log("vendor.breaker", { vendor, state: state === CircuitState.HalfOpen ? "half-open" : "closed" });
  });
  const policy = wrap(
    bulkhead(atOnce, queueLength),
    timeout(questionMs, TimeoutStrategy.Aggressive),
    retry(handleWhenResult(isWorthAsking), {
      maxAttempts: retries,
      // Full jitter: anything between nothing and the doubled wait, so that servers do not come back in step.
      backoff: new DelegateBackoff(({ attempt, result }) => waitOf(result) + random() * firstWaitMs * 2 ** attempt),
    }),
    circuit,
  );

  function opened(): void {
    const failure = lastFailure;
    const wait = Math.min(longestBreakMs, Math.max(breakerMs, lastWait));
    openUntil = Date.now() + wait;
    log("vendor.breaker", { vendor, state: "open", until: new Date(openUntil).toISOString(), reason: failure?.reason });
    if (failure === null) return;
    const record = { until: openUntil, reason: failure.reason, detail: failure.detail };
    writeBreaker(store, vendor, record, Date.now()).catch((error: unknown) => log("store.failed", { store: store.kind, doing: "write breaker", error: String(error) }));
  }

  let lastWait = 0;
  /** One call of the vendor. It never happens after its question was given up. */
  async function attempt(symbol: string, range: Parameters<PriceProvider>[1], signal: AbortSignal): Promise<Answer> {
    if (signal.aborted) return priceFailure("timeout", symbol, tooLate);
    const answer = await provider(symbol, range, { signal });
    const at = new Date().toISOString();
    if (!isPriceFailure(answer)) lastSuccess = { at, symbol };
    else if (answer.failed !== "not-allowed") {
      lastFailure = { at, symbol, reason: answer.failed, detail: answer.detail };
      lastWait = answer.retryAfterMs ?? 0;
      breaker.askedToWait = answer.failed === "rate-limited" && !isWorthAsking(answer);
    }
    return answer;
  }

  const tooLate = `${named(vendor)} did not answer within ${questionMs / 1000} seconds.`;

  async function ask(symbol: string, range: Parameters<PriceProvider>[1], asked: { signal?: AbortSignal | undefined } = {}): Promise<Answer> {
    const elsewhere = circuit.state === CircuitState.Closed ? await openElsewhere() : null;
    if (elsewhere !== null) return priceFailure(elsewhere.reason, symbol, elsewhere.detail);
    try {
      return await policy.execute(({ signal }) => attempt(symbol, range, signal), asked.signal);
    } catch (error) {
      if (isBrokenCircuitError(error)) return priceFailure(lastFailure?.reason ?? "offline", symbol, lastFailure?.detail ?? `${named(vendor)} is left alone for a while.`);
      if (isTaskCancelledError(error)) return priceFailure("timeout", symbol, tooLate);
      if (isBulkheadRejectedError(error)) return priceFailure("timeout", symbol, "Too many questions are waiting.");
      throw error;
    }
  }

  /** What another server learnt. A store out of reach knows nothing. */
  function openElsewhere() {
    return readBreaker(store, vendor, Date.now()).catch(() => null);
  }

  return {
    ask,
    async state() {
      const elsewhere = await openElsewhere();
      const own = circuit.state === CircuitState.Open && openUntil > Date.now() ? Math.min(openUntil, Date.now() + longestBreakMs) : 0;
      const until = Math.max(own, circuit.state === CircuitState.HalfOpen ? 0 : (elsewhere?.until ?? 0));
      // Past its time it is still called open inside until somebody asks: the next question is the trial.
      const halfOpen = circuit.state === CircuitState.HalfOpen || (circuit.state === CircuitState.Open && until === 0);
      return {
        breaker: until > 0 ? "open" : halfOpen ? "half-open" : "closed",
        until: until > 0 ? new Date(until).toISOString() : null,
        lastSuccess,
        lastFailure,
      };
    },
  };
}

const named = (vendor: string): string => vendor.slice(0, 1).toUpperCase() + vendor.slice(1);
