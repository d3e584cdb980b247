// Started by scale.mjs. Three servers on one Redis behind a small balancer, under load, while one of them and
// then Redis is killed. Prints what readers lost, what Yahoo was asked twice, how long answers took.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startRedis } from "../tests/fixtures/redis-server.ts";
import { startYahooStandIn } from "../tests/fixtures/yahoo-stand-in.ts";
import { startBalancer } from "./scale/balancer.ts";
import { makeInstance } from "./scale/instance.ts";
import { burst, load, percentile } from "./scale/load.ts";
import type { Got } from "./scale/load.ts";

const servers = 3;
const readers = 24;
const eachMs = 8000;

const { instruments } = JSON.parse(readFileSync(join(import.meta.dirname, "../data/instruments.json"), "utf8"));
const symbols: string[] = instruments.filter(({ yahoo }: { yahoo: object }) => "symbol" in yahoo).map(({ symbol }: { symbol: string }) => symbol);
const prices = symbols.map((symbol) => `/api/tickers/${encodeURIComponent(symbol)}/prices`);
const walk = prices.flatMap((address, at) => [
  address,
  at % 2 === 0 ? "/tickers/NVDA" : "/articles/deepseek-sputnik/claims/brown-10",
  ...(at % 10 === 0 ? ["/tickers/NVDA/none", "/api/tickers/NVDA/study"] : []),
]);

const yahoo = await startYahooStandIn();
let redis = await startRedis();
// Fresh for longer than all of this takes, so that whatever Yahoo is asked again was forgotten; and patient,
// so that a busy machine is not taken for a Yahoo that hangs, which is rightly asked twice.
const env = {
  PRICES: "auto",
  CLAIMTAPE_YAHOO_ORIGIN: yahoo.origin,
  CLAIMTAPE_YAHOO_FRESH_MS: "3600000",
  CLAIMTAPE_YAHOO_TIMEOUT_MS: "30000",
  DRAIN_SECONDS: "1",
};
const problems: string[] = [];

/** What Yahoo was asked since the last look, and how much of that it had been asked before by these servers. */
const asked = new Set<string>();
function vendorCalls(): { calls: number; repeated: number } {
  const series = yahoo.requests.splice(0).map((path) => path.split("?")[0] ?? "");
  const repeated = series.filter((one) => asked.has(one) || !asked.add(one));
  return { calls: series.length, repeated: repeated.length };
}

function report(what: string, got: Got, more: Record<string, unknown> = {}): void {
  const { calls, repeated } = vendorCalls();
  const stale = [...got.stale].map(([reason, count]) => `${count} ${reason}`).join(", ") || "none";
  const line = {
    asked: got.asked,
    lost: got.lost.length,
    p50: `${percentile(got.times, 0.5)} ms`,
    p99: `${percentile(got.times, 0.99)} ms`,
    "vendor calls": calls,
    "of them repeated": repeated,
    stale,
    ...more,
  };
  console.log(
    `\n${what}\n  ${Object.entries(line)
      .map(([name, value]) => `${name}: ${value}`)
      .join(" · ")}`,
  );
  for (const lost of got.lost.slice(0, 5)) console.log(`  lost ${lost}`);
}

function must(holds: boolean, what: string): void {
  if (!holds) problems.push(what);
}

// What one server does by itself: the measure for three.
const alone = await makeInstance(env);
await alone.start();
const everyPrice = Array.from({ length: servers }, () => prices).flat();
const one = await burst(`http://127.0.0.1:${alone.port}`, everyPrice);
const callsOfOne = yahoo.requests.length;
report(`One server, no Redis: every series asked ${servers} times at once`, one);
await alone.end("SIGTERM");
asked.clear();

const instances = await Promise.all(Array.from({ length: servers }, () => makeInstance({ ...env, REDIS_URL: redis.url })));
await Promise.all(instances.map((instance) => instance.start()));
const balancer = await startBalancer(instances.map(({ port }) => port));
const { origin } = balancer;
const redisSaid = async () =>
  (await Promise.all(instances.map(({ port }) => fetch(`http://127.0.0.1:${port}/api/health`).then((answer) => answer.json())))).map(
    (health) => health.redis.state,
  );

try {
  const three = await burst(origin, everyPrice);
  must(yahoo.requests.length <= callsOfOne, "three servers asked Yahoo more often than one");
  must(three.lost.length === 0, "answers were lost in the first burst");
  report(`${servers} servers on Redis: the same`, three);

  const during = load(origin, walk, { readers, over: wait(eachMs) });
  await wait(eachMs / 4);
  const before = balancer.retries();
  await instances[0]?.end("SIGKILL");
  await wait(eachMs / 4);
  await instances[0]?.start();
  const killed = await during;
  must(killed.lost.length === 0, "killing a server lost answers that a second try did not recover");
  must(yahoo.requests.length === 0, "the server that came back cold asked Yahoo again");
  report("Under load, one server killed and started again, cold", killed, { "asked a second server": balancer.retries() - before });

  const leaving = load(origin, walk, { readers, over: wait(eachMs / 2) });
  await wait(eachMs / 8);
  const retriesBefore = balancer.retries();
  const code = await instances[1]?.end("SIGTERM");
  await instances[1]?.start();
  const left = await leaving;
  must(left.lost.length === 0 && code === 0, "a server asked to leave did not leave in order");
  must(yahoo.requests.length === 0, "Yahoo was asked again when a server left");
  report("Under load, one server asked to leave (SIGTERM) and started again", left, {
    "asked a second server": balancer.retries() - retriesBefore,
    "exit code": code,
  });

  // Every server has every series by now, so none has to ask for what only Redis holds.
  for (const { port } of instances) await burst(`http://127.0.0.1:${port}`, prices);
  vendorCalls();
  const without = load(origin, walk, { readers, over: wait(eachMs) });
  await wait(eachMs / 4);
  await redis.kill();
  await wait(eachMs / 4);
  const away = await redisSaid();
  redis = await startRedis(redis.port);
  const returned = performance.now();
  let back = await redisSaid();
  while (back.includes("away") && performance.now() - returned < 10_000) {
    await wait(50);
    back = await redisSaid();
  }
  const tookMs = Math.round(performance.now() - returned);
  const lostRedis = await without;
  must(lostRedis.lost.length === 0, "killing Redis lost answers");
  must(away.every((state) => state === "away") && back.every((state) => state === "ready"), "/api/health did not say how Redis stood");
  must(yahoo.requests.length === 0, "Yahoo was asked again when Redis came back empty");
  report("Under load, Redis killed and started again, empty", lostRedis, { "health said": `${away.join(" ")} → ${back.join(" ")} after ${tookMs} ms` });

  const frozen = load(origin, walk, { readers, over: wait(eachMs / 2) });
  await wait(eachMs / 8);
  redis.freeze();
  await wait(eachMs / 8);
  redis.thaw();
  const slow = await frozen;
  must(slow.lost.length === 0 && yahoo.requests.length === 0, "a Redis that says nothing lost answers, or had Yahoo asked again");
  report("Under load, Redis says nothing for a second", slow);
} finally {
  redis.thaw();
  balancer.close();
  await Promise.all(instances.map((instance) => instance.end("SIGTERM")));
  await redis.kill();
  await yahoo.close();
}

console.log(problems.length === 0 ? "\nAll held." : `\nNot held: ${problems.join("; ")}`);
process.exitCode = problems.length === 0 ? 0 : 1;
