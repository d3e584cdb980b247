import { ConsecutiveBreaker } from "cockatiel";
import { isPriceFailure } from "./price-provider.ts";
import type { PriceFailure, PriceFailureKind } from "./price-provider.ts";

/** These are about the vendor or the way there: asking for another symbol would end the same way. */
const troubles = new Set<PriceFailureKind>(["timeout", "offline", "rate-limited"]);
/** Who asks for a longer wait than this is not asked again in the same question. */
const shortWaitMs = 2_000;

/** Opens after three failures in a row, and at once when the vendor itself asked to be left alone. */
export class VendorBreaker extends ConsecutiveBreaker {
  askedToWait = false;
  override failure(): boolean {
    const open = super.failure() || this.askedToWait;
    this.askedToWait = false;
    return open;
  }
}

export function isTrouble(answer: unknown): answer is PriceFailure {
  return isFailure(answer) && troubles.has(answer.failed);
}

/** Trouble that may be over in a moment. A vendor that asks for fewer requests gets one more only if it says when. */
export function isWorthAsking(answer: unknown): boolean {
  if (!isTrouble(answer)) return false;
  const wait = answer.retryAfterMs;
  return answer.failed === "rate-limited" ? wait !== undefined && wait <= shortWaitMs : (wait ?? 0) <= shortWaitMs;
}

/** What a failure asks for, in milliseconds; 0 where it asks for nothing. */
export function waitOf(result: object): number {
  return "value" in result && isFailure(result.value) ? (result.value.retryAfterMs ?? 0) : 0;
}

function isFailure(answer: unknown): answer is PriceFailure {
  return typeof answer === "object" && answer !== null && isPriceFailure(answer);
}
