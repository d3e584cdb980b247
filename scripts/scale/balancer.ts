import { Agent, createServer, request } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { listening } from "./listening.ts";

export interface Balancer {
  origin: string;
  /** Questions that were asked a second server, since the first was lost. */
  retries(): number;
  close(): void;
}

/**
 * As little of a balancer as there can be: in turn to whoever said "ready" last, and a question whose
 * server is lost before it answered goes to the next. Every question is a GET, so asking twice is safe.
 */
export async function startBalancer(ports: number[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const ready = new Set<number>();
  let turn = 0;
  let retried = 0;

  const look = () => Promise.all(ports.map((port) => isReady(port).then((yes) => (yes ? ready.add(port) : ready.delete(port)))));
  await look();
  const timer = setInterval(() => void look(), 250);

  function pass(asked: IncomingMessage, answer: ServerResponse, tried: number[]): void {
    // All of them at once "not ready" is rather a busy machine: then anybody may answer.
    const open = ports.filter((port) => (ready.size === 0 || ready.has(port)) && !tried.includes(port));
    const port = open[turn++ % Math.max(1, open.length)];
    if (port === undefined) return void answer.writeHead(502).end();
    const client = asked.socket.remoteAddress ?? "";
    const onward = request({ host: "127.0.0.1", port, path: asked.url, headers: { ...asked.headers, "x-forwarded-for": client }, agent }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
      response.on("error", () => answer.destroy());
      response.on("aborted", () => answer.destroy());
    });
    onward.on("error", () => {
      if (answer.headersSent) return void answer.destroy();
      retried += 1;
      pass(asked, answer, [...tried, port]);
    });
    onward.end();
  }

  const server = createServer((asked, answer) => pass(asked, answer, []));
  return {
    origin: `http://127.0.0.1:${await listening(server)}`,
    retries: () => retried,
    close() {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(1000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}
