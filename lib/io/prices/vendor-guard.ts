import {
  bulkhead,
  circuitBreaker,
  CircuitState,
  DelegateBackoff,
  handleWhenResult,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  isTaskCancelledError,
  retry,
  timeout,
  TimeoutStrategy,
  wrap,
} from "cockatiel";
import type { Instant, PriceSeries } from "../../domain/market/series.ts";
import { clearBreaker, readBreaker, readRecord, writeBreaker } from "./breaker-record.ts";
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
 * One that asks for fewer requests is left alone twice as long each time, up to an hour and with some
 * chance in it, counted over all servers; after that time one server asks one question, and the others
 * wait for how it ends.
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
    halfOpenAfter: new DelegateBackoff(() => breakMs),
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
    openUntil = Date.now() + breakMs;
    log("vendor.breaker", { vendor, state: "open", until: new Date(openUntil).toISOString(), reason: failure?.reason });
    if (failure === null) return;
    const record = { until: openUntil, reason: failure.reason, detail: failure.detail, ...(failure.reason === "rate-limited" ? { strikes } : {}) };
    writeBreaker(store, vendor, record, Date.now()).catch((error: unknown) =>
      log("store.failed", { store: store.kind, doing: "write breaker", error: String(error) }),
    );
  }

  /** How long it is left alone if it is now. */
  let breakMs = breakerMs;
  let strikes = 0;

  /** Whoever is asked for fewer requests counts what other servers were asked, unless all of them are waiting already. */
  async function struck(waitMs: number): Promise<void> {
    const known = await readRecord(store, vendor, Date.now()).catch(() => (strikes === 0 ? null : { strikes, until: openUntil }));
    strikes = Math.min(100, (known?.strikes ?? 0) + (known !== null && known.until > Date.now() && known.strikes !== undefined ? 0 : 1));
    const grown = Math.max(waitMs, breakerMs * 2 ** Math.min(20, strikes - 1));
    breakMs = Math.min(longestBreakMs, grown * (1 + random() / 2));
  }

  /** One call of the vendor. It never happens after its question was given up. */
  async function attempt(symbol: string, range: Parameters<PriceProvider>[1], signal: AbortSignal): Promise<Answer> {
    if (signal.aborted) return priceFailure("timeout", symbol, tooLate);
    const answer = await provider(symbol, range, { signal });
    const at = new Date().toISOString();
    if (!isPriceFailure(answer)) {
      lastSuccess = { at, symbol };
      strikes = 0;
    } else if (answer.failed !== "not-allowed") {
      lastFailure = { at, symbol, reason: answer.failed, detail: answer.detail };
      breakMs = Math.min(longestBreakMs, Math.max(breakerMs, answer.retryAfterMs ?? 0));
      if (answer.failed === "rate-limited") await struck(answer.retryAfterMs ?? 0);
      breaker.askedToWait = answer.failed === "rate-limited" && !isWorthAsking(answer);
    }
    return answer;
  }

  const tooLate = `${named(vendor)} did not answer within ${questionMs / 1000} seconds.`;

  async function ask(symbol: string, range: Parameters<PriceProvider>[1], asked: { signal?: AbortSignal | undefined } = {}): Promise<Answer> {
    const known = await readRecord(store, vendor, Date.now()).catch(() => null);
    if (known === null) return askOnce(symbol, range, asked);
    const waits = priceFailure(known.reason, symbol, known.detail);
    if (known.until > Date.now()) return circuit.state === CircuitState.Closed ? waits : askOnce(symbol, range, asked);
    // Past its time, and nobody has had an answer yet: the first to come asks for all.
    const trial = await store.lock(`trial:${vendor}`, questionMs).catch(() => () => Promise.resolve());
    if (trial === null) return waits;
    try {
      const answer = await askOnce(symbol, range, asked);
      if (!isTrouble(answer)) await clearBreaker(store, vendor).catch(() => undefined);
      return answer;
    } finally {
      await trial().catch(() => undefined);
    }
  }

  async function askOnce(symbol: string, range: Parameters<PriceProvider>[1], asked: { signal?: AbortSignal | undefined }): Promise<Answer> {
    try {
      return await policy.execute(({ signal }) => attempt(symbol, range, signal), asked.signal);
    } catch (error) {
      if (isBrokenCircuitError(error))
        return priceFailure(lastFailure?.reason ?? "offline", symbol, lastFailure?.detail ?? `${named(vendor)} is left alone for a while.`);
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
