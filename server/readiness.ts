import type { LogEvent } from "../lib/io/process/event-log.ts";
import type { Drawer } from "./drawer-process.ts";
import { causeOf } from "./failures.ts";

/** Why no reader should be sent here, or null. */
export type Readiness = () => Promise<string | null>;

export interface ReadinessOptions {
  drawer: Pick<Drawer, "ask">;
  /** A page, a file and a picture, each drawn on request. */
  addresses: string[];
  log: LogEvent;
  /** How long a good answer is believed. */
  freshMs?: number;
  /** How long a bad one is. */
  retryMs?: number;
  now?: () => number;
}

/** Ready is who can draw each kind of thing. Asked often, it is tried rarely; while it is tried again, the last answer stands. */
export function drawsEachKind({ drawer, addresses, log, freshMs = 60_000, retryMs = 2000, now = () => performance.now() }: ReadinessOptions): Readiness {
  let last: { problem: string | null; at: number } | null = null;
  let trial: Promise<string | null> | null = null;

  async function tryAll(): Promise<string | null> {
    for (const url of addresses) {
      try {
        const { status } = await drawer.ask({ method: "GET", url, headers: { host: "localhost" } }, AbortSignal.timeout(30_000));
        if (status !== 200) return `${url} is answered ${status}.`;
      } catch (error) {
        log("not-ready", { path: url, ...causeOf(error) });
        return `${url} cannot be drawn.`;
      }
    }
    return null;
  }

  function again(): Promise<string | null> {
    return (trial ??= tryAll().then((problem) => {
      last = { problem, at: now() };
      trial = null;
      return problem;
    }));
  }

  return () => {
    if (last === null) return again();
    if (now() - last.at > (last.problem === null ? freshMs : retryMs)) void again();
    return Promise.resolve(last.problem);
  };
}
