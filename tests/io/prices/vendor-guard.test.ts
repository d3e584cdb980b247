import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { readBreaker } from "../../../lib/io/prices/breaker-record.ts";
import { memoryStore } from "../../../lib/io/prices/memory-store.ts";
import { priceFailure } from "../../../lib/io/prices/price-provider.ts";
import type { PriceFailureKind, PriceProvider } from "../../../lib/io/prices/price-provider.ts";
import { guardedVendor } from "../../../lib/io/prices/vendor-guard.ts";
import type { VendorGuardOptions } from "../../../lib/io/prices/vendor-guard.ts";
import { snapshotFile } from "../../fixtures/snapshot-file.ts";

const range = { from: "2025-01-24" };
const series = snapshotFile("NVDA");

/** Answers these in turn, the last one for ever; counts. */
function vendor(...kinds: (PriceFailureKind | "good" | { kind: PriceFailureKind; retryAfterMs: number })[]) {
  const calls: number[] = [];
  const provider: PriceProvider = async (symbol) => {
    const said = kinds[Math.min(calls.length, kinds.length - 1)] ?? "good";
    calls.push(performance.now());
    if (said === "good") return series;
    return typeof said === "string" ? priceFailure(said, symbol, "said") : priceFailure(said.kind, symbol, "said", said.retryAfterMs);
  };
  return { provider, calls };
}

function guard(provider: PriceProvider, options: Partial<VendorGuardOptions> = {}) {
  const store = options.store ?? memoryStore();
  return { store, ...guardedVendor({ vendor: "yahoo", provider, log: () => undefined, breakerMs: 400, random: () => 0, ...options, store }) };
}

describe("asking again", () => {
  it.each<PriceFailureKind>(["timeout", "offline"])("after %s, twice at most", async (kind) => {
    const once = vendor(kind, "good");
    expect(await guard(once.provider).ask("NVDA", range)).toBe(series);
    expect(once.calls).toHaveLength(2);
    const never = vendor(kind);
    expect(await guard(never.provider).ask("NVDA", range)).toMatchObject({ failed: kind });
    expect(never.calls).toHaveLength(3);
  });

  it.each<PriceFailureKind>(["not-found", "invalid-answer", "rate-limited", "not-allowed"])("never after %s", async (kind) => {
    const { provider, calls } = vendor(kind);
    expect(await guard(provider).ask("NVDA", range)).toMatchObject({ failed: kind });
    expect(calls).toHaveLength(1);
  });

  it("after a wait anywhere between nothing and the doubled one", async () => {
    for (const [random, least, most] of [
      [0, 0, 60],
      [0.999, 490, 700],
    ] as const) {
      const { provider, calls } = vendor("offline", "good");
      await guard(provider, { random: () => random }).ask("NVDA", range);
      const waited = (calls[1] ?? 0) - (calls[0] ?? 0);
      expect(waited).toBeGreaterThanOrEqual(least - 2);
      expect(waited).toBeLessThan(most);
    }
  });

  it("after what the vendor asks for and never before, where that is short", async () => {
    const { provider, calls } = vendor({ kind: "rate-limited", retryAfterMs: 300 }, "good");
    expect(await guard(provider).ask("NVDA", range)).toBe(series);
    expect((calls[1] ?? 0) - (calls[0] ?? 0)).toBeGreaterThan(295);
  });

  it("not at all where that is long: then all wait as long", async () => {
    const { provider, calls } = vendor({ kind: "rate-limited", retryAfterMs: 60_000 });
    const one = guard(provider);
    await one.ask("NVDA", range);
    await pause(450); // longer than the breaker's own time
    expect(await one.ask("SPY", range)).toMatchObject({ failed: "rate-limited", symbol: "SPY" });
    expect(calls).toHaveLength(1);
    const { until } = await one.state();
    expect(Date.parse(until ?? "") - Date.now()).toBeGreaterThan(58_000);
  });
});

describe("the breaker", () => {
  it("opens after three failures in a row, tries one question after its time, and closes on a good answer", async () => {
    const { provider, calls } = vendor("offline", "offline", "offline", "good");
    const one = guard(provider);
    await one.ask("NVDA", range);
    expect(await one.state()).toMatchObject({ breaker: "open", lastFailure: { reason: "offline" } });
    expect(await readBreaker(one.store, "yahoo", Date.now())).toMatchObject({ reason: "offline" });
    await Promise.all(Array.from({ length: 20 }, () => one.ask("SPY", range)));
    expect(calls).toHaveLength(3);
    await pause(430);
    await Promise.all(Array.from({ length: 5 }, () => one.ask("SPY", range)));
    expect(await one.state()).toMatchObject({ breaker: "closed", until: null });
  });

  it("is not opened by answers about one symbol", async () => {
    const { provider } = vendor("invalid-answer");
    const one = guard(provider);
    for (let n = 0; n < 10; n++) await one.ask("NVDA", range);
    expect(await one.state()).toMatchObject({ breaker: "closed", lastFailure: { reason: "invalid-answer" } });
  });

  it("is read from the store, written by another server", async () => {
    const store = memoryStore();
    await guard(vendor("rate-limited").provider, { store }).ask("NVDA", range);
    const { provider, calls } = vendor("good");
    const other = guard(provider, { store });
    expect(await other.ask("NVDA", range)).toMatchObject({ failed: "rate-limited" });
    expect(await other.state()).toMatchObject({ breaker: "open" });
    expect(calls).toHaveLength(0);
  });

  it("takes nothing unreadable for one", async () => {
    const store = memoryStore();
    for (const text of ["", "{", "null", '{"until":"soon"}', JSON.stringify({ until: Date.now() + 9e6, reason: "not-allowed", detail: "" })]) {
      await store.set("breaker:yahoo", text, 60_000);
      expect(await guard(vendor("good").provider, { store }).ask("NVDA", range)).toBe(series);
    }
  });
});

describe("a breaker that somebody else wrote", () => {
  const hour = 3_600_000;
  const record = (until: number, detail = "said") => JSON.stringify({ until, reason: "rate-limited", detail });

  it.each([10 * 365 * 24 * hour, 2 * hour, 1e308])("until %d ms from now is not believed, and breaks no answer", async (ahead) => {
    const store = memoryStore();
    await store.set("breaker:yahoo", record(Date.now() + ahead), hour);
    const one = guard(vendor("good").provider, { store });
    expect(await one.ask("NVDA", range)).toBe(series);
    expect(await one.state()).toMatchObject({ breaker: "closed", until: null });
  });

  it("for an hour is believed: a vendor may ask for that much", async () => {
    const store = memoryStore();
    await store.set("breaker:yahoo", record(Date.now() + hour), hour);
    expect(await guard(vendor("good").provider, { store }).ask("NVDA", range)).toMatchObject({ failed: "rate-limited" });
  });

  it("is shown in one sentence's length, whatever it says", async () => {
    const store = memoryStore();
    await store.set("breaker:yahoo", record(Date.now() + hour, "x".repeat(1_000_000)), hour);
    const answer = await guard(vendor("good").provider, { store }).ask("NVDA", range);
    expect("failed" in answer ? answer.detail : "").toHaveLength(300);
  });

  it("is never opened for more than an hour by us", async () => {
    const one = guard(vendor({ kind: "rate-limited", retryAfterMs: 10 * hour }).provider);
    await one.ask("NVDA", range);
    expect(Date.parse((await one.state()).until ?? "") - Date.now()).toBeLessThanOrEqual(hour);
    expect(await readBreaker(one.store, "yahoo", Date.now())).not.toBeNull();
  });
});

describe("a vendor that asks for fewer requests", () => {
  const waitOf = async (one: ReturnType<typeof guard>) => Date.parse((await one.state()).until ?? "") - Date.now();

  it("is left alone twice as long each time, by all servers that share the store", async () => {
    const store = memoryStore();
    const { provider, calls } = vendor("rate-limited");
    const waits: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      const one = guard(provider, { store, breakerMs: 60, random: () => 0 });
      await one.ask("NVDA", range);
      waits.push(await waitOf(one));
      await pause((waits.at(-1) ?? 0) + 5);
    }
    expect(calls).toHaveLength(3);
    for (const [n, wait] of waits.entries()) expect(wait / (60 * 2 ** n)).toBeCloseTo(1, 0);
    expect(waits[2]).toBeGreaterThan(180);
  });

  it("waits with some chance in it, never less than it was asked to", async () => {
    const one = guard(vendor({ kind: "rate-limited", retryAfterMs: 60_000 }).provider, { breakerMs: 60, random: () => 1 });
    await one.ask("NVDA", range);
    expect(await waitOf(one)).toBeGreaterThan(85_000);
  });

  it("is asked one question by one server when its time is over, and then by all", async () => {
    const store = memoryStore();
    const { provider, calls } = vendor("rate-limited", "good");
    const servers = Array.from({ length: 4 }, () => guard(provider, { store, breakerMs: 60, random: () => 0 }));
    await servers[0]?.ask("NVDA", range);
    await pause(70);
    const answers = await Promise.all(servers.map((one) => one.ask("NVDA", range)));
    expect(answers.filter((answer) => answer === series)).toHaveLength(1);
    expect(calls).toHaveLength(2);
    expect(await Promise.all(servers.map((one) => one.ask("NVDA", range)))).toEqual([series, series, series, series]);
  });

  it("starts anew after an answer", async () => {
    const store = memoryStore();
    const { provider } = vendor("rate-limited", "good", "rate-limited");
    const one = guard(provider, { store, breakerMs: 60, random: () => 0 });
    await one.ask("NVDA", range);
    await pause(70);
    await one.ask("NVDA", range);
    await one.ask("NVDA", range);
    expect(await waitOf(one)).toBeLessThanOrEqual(60);
  });
});

describe("limits", () => {
  it("holds so many questions at one time", async () => {
    let [now, most] = [0, 0];
    const slow: PriceProvider = async () => {
      most = Math.max(most, ++now);
      await pause(10);
      now--;
      return series;
    };
    const one = guard(slow, { atOnce: 3 });
    const answers = await Promise.all(Array.from({ length: 30 }, () => one.ask("NVDA", range)));
    expect(answers.every((answer) => answer === series)).toBe(true);
    expect(most).toBe(3);
  });

  it("turns away what would wait for ever, as a value", async () => {
    const one = guard(() => pause(200, series), { atOnce: 1, questionMs: 60_000 });
    const all = Array.from({ length: 202 }, () => one.ask("NVDA", range));
    expect(await all[201]).toMatchObject({ failed: "timeout", detail: "Too many questions are waiting." });
  });

  it("gives a question up after its time, and never calls the vendor for it again", async () => {
    let calls = 0;
    const deaf: PriceProvider = async () => {
      calls++;
      await pause(80);
      return priceFailure("offline", "NVDA", "said");
    };
    const one = guard(deaf, { questionMs: 100, random: () => 0.5 });
    expect(await one.ask("NVDA", range)).toMatchObject({ failed: "timeout", detail: "Yahoo did not answer within 0.1 seconds." });
    await pause(700);
    expect(calls).toBe(1);
  });
});
