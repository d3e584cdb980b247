import { createClient } from "@redis/client";
import { logToStderr } from "./event-log.ts";
import type { LogEvent } from "./event-log.ts";
import { readSettings } from "./settings.ts";

type RedisClient = ReturnType<typeof clientOf>;

/** How the connection stands, for /api/health. */
export interface RedisState {
  /** refusing: it answers, and takes nothing new. */
  state: "ready" | "refusing" | "away";
  /** Since when: an instant. */
  since: string;
  /** Why it is away or refuses, in a few words; null while it is ready. */
  reason: string | null;
}

/** A connection that never makes anybody wait for long: out of reach, it says so at once, and it comes back by itself. */
export interface RedisLink {
  client: RedisClient;
  /** Runs one command. Rejects at once while Redis is away, and after `timeoutMs` when it does not answer. */
  bounded<T>(work: (client: RedisClient) => Promise<T>): Promise<T>;
  /** The same for a command that writes: a Redis that is full or read-only answers every other. */
  written<T>(work: (client: RedisClient) => Promise<T>): Promise<T>;
  state(): RedisState;
  close(): void;
}

export interface RedisLinkOptions {
  url: string;
  /** For one command. A cache slower than this is slower than going without. */
  timeoutMs?: number;
  /** After three commands in a row that were not answered, how long nobody else is made to wait for one. */
  quietMs?: number;
  log?: LogEvent;
}

export function redisLink({ url, timeoutMs = 1000, quietMs = 1000, log = logToStderr }: RedisLinkOptions): RedisLink {
  const client = clientOf(url);
  let reason: string | null = "connecting";
  let since = new Date().toISOString();
  let quietUntil = 0;
  let unanswered = 0;
  /** Why the last write was refused, and since when. */
  let refusal: { reason: string; since: string } | null = null;

  function took(reason: string | null): void {
    if (reason === (refusal?.reason ?? null)) return;
    refusal = reason === null ? null : { reason, since: new Date().toISOString() };
    log("redis", reason === null ? { state: "ready" } : { state: "refusing", reason });
  }

  function turned(now: string | null): void {
    const was = reason;
    reason = now;
    if ((was === null) === (now === null) && was !== "connecting") return;
    since = new Date().toISOString();
    log("redis", { state: now === null ? "ready" : "away", ...(now === null ? {} : { reason: now }) });
  }
  client.on("ready", () => {
    quietUntil = 0;
    turned(null);
  });
  client.on("error", (error: unknown) => turned(wordOf(error)));
  client.on("end", () => turned("closed"));
  client.connect().catch((error: unknown) => turned(wordOf(error)));

  const link: RedisLink = {
    client,
    async bounded(work) {
      if (!client.isReady) throw new Error(`Redis is away (${reason ?? "connecting"})`);
      if (quietUntil > Date.now()) throw new Error("Redis does not answer");
      const late = Promise.withResolvers<never>();
      let over = false;
      const giveUp = () => {
        if (over) return;
        unanswered += 1;
        if (unanswered >= 3) {
          quietUntil = Date.now() + quietMs;
          turned("does not answer");
        }
        late.reject(new Error(`Redis did not answer within ${timeoutMs} ms`));
      };
      // A busy process sees the time pass before it reads what has long arrived: it looks once more first.
      const timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), timeoutMs);
      try {
        const done = await Promise.race([work(client), late.promise]);
        unanswered = 0;
        if (reason !== null) turned(null);
        return done;
      } finally {
        over = true;
        clearTimeout(timer);
      }
    },
    async written(work) {
      try {
        const done = await link.bounded(work);
        took(null);
        return done;
      } catch (error) {
        const refused = refusals.get(replyCode(error));
        if (refused !== undefined) took(refused);
        throw error;
      }
    },
    state() {
      if (reason !== null) return { state: "away", since, reason };
      return refusal === null ? { state: "ready", since, reason: null } : { state: "refusing", ...refusal };
    },
    close: () => client.destroy(),
  };
  return link;
}

/** Redis begins an error with a code of its own. */
const refusals = new Map([
  ["OOM", "full"],
  ["READONLY", "read-only"],
  ["MISCONF", "cannot save to its disk"],
  ["NOREPLICAS", "too few replicas"],
  ["NOPERM", "the user may not write"],
]);
const strangers = new Map([
  ["WRONGPASS", "wrong user or password"],
  ["NOAUTH", "it asks for a password"],
]);

function replyCode(error: unknown): string {
  return (error instanceof Error ? /^[A-Z]+\b/.exec(error.message)?.[0] : undefined) ?? "";
}

function clientOf(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    // A server that holds the connection and says nothing is found out by its pings.
    pingInterval: 1000,
    socket: {
      connectTimeout: 2000,
      socketTimeout: 4000,
      // Chance, so that servers do not come back in step.
      reconnectStrategy: (tries: number) => Math.min(1000, 50 * 2 ** Math.min(tries, 5)) + Math.floor(Math.random() * 100),
    },
  });
}

/** Never the message: it may hold the address, and the address a password. */
function wordOf(error: unknown): string {
  const code = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  if (typeof code === "string") return code;
  const reply = replyCode(error);
  if (reply !== "") return strangers.get(reply) ?? refusals.get(reply) ?? reply;
  return error instanceof Error ? error.constructor.name : "error";
}

/** The link of this process, or null without `REDIS_URL`. One for the front and for all routes, whichever bundle they are built into. */
export function redisFromEnvironment(): RedisLink | null {
  const { redisUrl: url } = readSettings(process.env);
  return url === null ? null : (keeper[key] ??= redisLink({ url }));
}

const key = Symbol.for("claimtape.redis");
const keeper = globalThis as { [key]?: RedisLink };
