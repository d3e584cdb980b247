import { isSinceAnswer } from "../../lib/domain/report/since-answer.ts";
import type { PricesAnswer } from "../../lib/domain/report/prices-answer.ts";
import type { SeriesStatus } from "../../lib/domain/market/series.ts";
import type { Honest } from "./faults.ts";

/** An answer as it came. */
export interface Got {
  status: number;
  location: string | null;
  body: string;
  ms: number;
}

export async function get(origin: string, path: string): Promise<Got> {
  const start = performance.now();
  const response = await fetch(origin + path, { redirect: "manual", signal: AbortSignal.timeout(30_000) });
  const body = await response.text();
  return { status: response.status, location: response.headers.get("location"), body, ms: performance.now() - start };
}

/**
 * What is wrong with an answer given in some weather, next to the answer of a server that asks nobody:
 * the status is the same, a page is the same to the letter, a number of the snapshot is the same number,
 * and a series is called what it is. Null: nothing.
 */
export function problemWith(column: string, got: Got, calm: Got, honest: Honest): string | null {
  if (got.status !== calm.status) return `status ${got.status}, expected ${calm.status}`;
  if (column === "health") return healthProblem(got.body, honest);
  if (got.status !== 200)
    return withoutTimes(got.body) === withoutTimes(calm.body) && pathOf(got.location) === pathOf(calm.location) ? null : "another refusal than in calm weather";
  if (column === "prices") return pricesProblem(JSON.parse(got.body), JSON.parse(calm.body), honest);
  if (column === "since") return sinceProblem(JSON.parse(got.body), JSON.parse(calm.body), honest);
  if (column === "facts") return got.body === calm.body ? null : "other facts than in calm weather";
  if (!got.body.trimEnd().endsWith("</html>")) return "the page is not whole";
  return withoutTimes(got.body) === withoutTimes(calm.body) ? null : "another page than in calm weather";
}

/** Every day of the snapshot is there with the same numbers; what is newer is said to be. */
export function pricesProblem(got: PricesAnswer, calm: PricesAnswer, honest: Honest | null): string | null {
  if (got.symbol !== calm.symbol) return `asked for ${calm.symbol}, got ${got.symbol}`;
  for (const [i, day] of calm.days.entries()) {
    if (got.days[i] !== day) return `${day} is lost`;
    for (const column of ["change", "close", "open"] as const) {
      if (got[column][i] !== calm[column][i]) return `${column} of ${day} is ${got[column][i]}, not ${calm[column][i]}`;
    }
  }
  const { kind } = got.status;
  const newer = got.days.length - calm.days.length;
  if (newer > 0 && (!("newerDays" in got.status) || got.status.newerDays !== newer)) return `${newer} newer days that the status does not tell of`;
  if (kind === "snapshot") return "called a snapshot though Yahoo was asked";
  return honest === null ? null : statusProblem(got.status, honest);
}

function sinceProblem(got: unknown, calm: unknown, honest: Honest): string | null {
  if (!isSinceAnswer(got) || !isSinceAnswer(calm)) return "not the shape a page relies on";
  for (const [symbol, status] of Object.entries(got.statuses)) {
    const problem = statusProblem(status, honest);
    if (problem !== null) return `${symbol}: ${problem}`;
  }
  const unmoved = honest.says === "unreachable" || honest.says === "apart";
  return unmoved && JSON.stringify(got.rows) !== JSON.stringify(calm.rows) ? "other numbers than the snapshot's, and Yahoo out of reach" : null;
}

function statusProblem(status: SeriesStatus, honest: Honest): string | null {
  if (honest.says === "unreachable") {
    return status.kind === "yahoo-unreachable" && status.reason === honest.reason
      ? null
      : `called ${JSON.stringify(status).slice(0, 120)}, and it is ${honest.reason}`;
  }
  if (honest.says === "apart")
    return status.kind === "yahoo-unreachable" && status.reason === "nothing-in-common"
      ? null
      : `called ${JSON.stringify(status).slice(0, 120)}, and the two have nothing in common`;
  const live = "cached" in status && (honest.awaited ? status.cached?.reason === "awaited" : status.cached === null);
  // A series that ends before the day that differs has nothing to differ on.
  return live && (status.kind === "yahoo-agrees" || (status.kind === "yahoo-differs" && honest.says === "differs"))
    ? null
    : `called ${JSON.stringify(status).slice(0, 120)}`;
}

function healthProblem(body: string, honest: Honest): string | null {
  const { breaker, lastSuccess, lastFailure } = JSON.parse(body).vendors.yahoo;
  if (honest.says !== "unreachable") return lastSuccess === null ? "no success though it answered" : null;
  if (lastSuccess !== null) return "a success though it never answered";
  if (lastFailure?.reason !== honest.reason) return `last failure ${lastFailure?.reason}, and it is ${honest.reason}`;
  const ofTheVendor = ["timeout", "offline", "rate-limited"].includes(honest.reason);
  return ofTheVendor === (breaker === "closed") ? `breaker ${breaker}` : null;
}

/** A page may carry a number used once in each answer, for its scripts. */
function withoutTimes(body: string): string {
  return body.replaceAll(/ nonce="[^"]*"/g, "").replaceAll(/(nonce\\*":\\*")[^"\\]*/g, "$1");
}

function pathOf(location: string | null): string | null {
  return location === null ? null : location.replace(/^https?:\/\/[^/]+/, "");
}
