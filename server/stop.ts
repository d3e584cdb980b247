import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { logToStderr as log } from "../lib/io/process/event-log.ts";

/** Longer than any answer takes; whoever started us waits 8 s before it loses patience. */
const finishWithinMs = 6000;

/**
 * Stops without losing a request: says "not ready" for `drainSeconds` while it goes on answering, so that
 * a balancer notices; then takes no new connection, lets the answers under way finish, and leaves.
 */
export function stopOn(
  signals: NodeJS.Signals[],
  { server, drainSeconds, draining, close }: { server: Server; drainSeconds: number; draining: () => void; close: () => Promise<void> },
): void {
  let stopping = false;
  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (stopping) return;
    stopping = true;
    draining();
    // A person at a terminal has no balancer to wait for.
    const grace = signal === "SIGINT" ? 0 : drainSeconds;
    log("stopping", { signal, grace });
    await wait(grace * 1000);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const inTime = await Promise.race([closed.then(() => true), wait(finishWithinMs, false)]);
    if (!inTime) server.closeAllConnections();
    await Promise.race([close().catch(() => {}), wait(1000)]);
    log("stopped", { inTime });
    process.exit(0);
  }
  for (const signal of signals) process.on(signal, () => void stop(signal));
}
