import { Agent, get } from "node:http";

/** What readers got. Times in milliseconds. */
export interface Got {
  asked: number;
  /** Not answered, cut off, or answered 5xx. */
  lost: string[];
  /** Answers with prices older than wanted, by the reason the answer itself gives. */
  stale: Map<string, number>;
  times: number[];
}

/** Readers who ask one thing after another until `over`. Bounded: never more than `readers` questions at once. */
export async function load(origin: string, addresses: string[], { readers, over }: { readers: number; over: Promise<unknown> }): Promise<Got> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const got: Got = { asked: 0, lost: [], stale: new Map(), times: [] };
  let going = true;
  void over.finally(() => (going = false));
  let next = 0;
  await Promise.all(
    Array.from({ length: readers }, async () => {
      while (going) await once(origin, addresses[next++ % addresses.length] ?? "/", agent, got);
    }),
  );
  agent.destroy();
  return got;
}

/** Each address once, all at the same time. */
export async function burst(origin: string, addresses: string[]): Promise<Got> {
  const agent = new Agent({ maxSockets: 60 });
  const got: Got = { asked: 0, lost: [], stale: new Map(), times: [] };
  await Promise.all(addresses.map((address) => once(origin, address, agent, got)));
  agent.destroy();
  return got;
}

export function percentile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function once(origin: string, address: string, agent: Agent, got: Got): Promise<void> {
  const began = performance.now();
  const { hostname, port } = new URL(origin);
  got.asked += 1;
  return new Promise((resolve) => {
    const lose = (why: string) => {
      got.lost.push(`${address}: ${why}`);
      resolve();
    };
    const asked = get({ hostname, port, path: address, agent, headers: { "accept-encoding": "identity" } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => (text += chunk));
      response.on("error", () => lose("cut off"));
      response.on("end", () => {
        if ((response.statusCode ?? 0) >= 500 || !response.complete) return lose(`${response.statusCode}`);
        got.times.push(performance.now() - began);
        const reason = staleness(address, text);
        if (reason !== null) got.stale.set(reason, (got.stale.get(reason) ?? 0) + 1);
        resolve();
      });
    });
    asked.on("error", (error) => lose(error.message));
  });
}

/** As the answer says it: Yahoo out of reach, or an answer of Yahoo's kept past its time. */
function staleness(address: string, text: string): string | null {
  if (!address.endsWith("/prices")) return null;
  const { status } = JSON.parse(text);
  return status.kind === "yahoo-unreachable" ? `snapshot (${status.reason})` : (status.cached?.reason ?? null);
}
