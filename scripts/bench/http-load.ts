import { Agent, get } from "node:http";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

export interface Got {
  status: number;
  ms: number;
  bytes: number;
}

/** One question as a browser asks it; status 0 where no answer came. */
export function ask(
  origin: string,
  path: string,
  { agent, host, encoding = "gzip, br" }: { agent?: Agent; host?: string; encoding?: string } = {},
): Promise<Got> {
  const { hostname, port } = new URL(origin);
  const began = performance.now();
  return new Promise((resolve) => {
    const over = (status: number, bytes: number) => resolve({ status, bytes, ms: performance.now() - began });
    get(
      { hostname, port, path, ...(agent === undefined ? {} : { agent }), headers: { "accept-encoding": encoding, ...(host === undefined ? {} : { host }) } },
      (response) => {
        let bytes = 0;
        response.on("data", (part: Buffer) => (bytes += part.length));
        response.on("end", () => over(response.statusCode ?? 0, bytes));
        response.on("error", () => over(0, bytes));
      },
    ).on("error", () => over(0, 0));
  });
}

/**
 * Requests a second on `connections` kept connections, each asking again as soon as it has its answer. Reads
 * no more of an answer than its length, so that whoever measures is not what is measured.
 */
export async function perSecond(origin: string, path: string, { connections = 16, forMs = 1500, encoding = "br" } = {}): Promise<number> {
  const { hostname, port } = new URL(origin);
  const question = `GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\naccept-encoding: ${encoding}\r\n\r\n`;
  let answers = 0;
  const sockets = Array.from({ length: connections }, () => {
    const socket = connect(Number(port), hostname, () => socket.write(question));
    let left = 0;
    let head = Buffer.alloc(0);
    socket.on("data", (part: Buffer) => {
      let rest = part;
      if (left === 0) {
        head = Buffer.concat([head, part]);
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        left = Number(/content-length: (\d+)/i.exec(head.subarray(0, end).toString("latin1"))?.[1]);
        rest = head.subarray(end + 4);
        head = Buffer.alloc(0);
      }
      left -= rest.length;
      if (left > 0) return;
      left = 0;
      answers += 1;
      socket.write(question);
    });
    socket.on("error", () => {});
    return socket;
  });
  const began = performance.now();
  await wait(forMs);
  const rate = answers / ((performance.now() - began) / 1000);
  for (const socket of sockets) socket.destroy();
  return rate;
}

/** Readers who ask one address after another, each in an order of his own, until the time is over. */
export async function readersAt(origin: string, readers: number, forMs: number, address: (reader: number, step: number) => string): Promise<Got[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const got: Got[] = [];
  const end = performance.now() + forMs;
  await Promise.all(
    Array.from({ length: readers }, async (_, reader) => {
      for (let step = 0; performance.now() < end; step += 1) got.push(await ask(origin, address(reader, step), { agent }));
    }),
  );
  agent.destroy();
  return got;
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
