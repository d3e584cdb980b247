/** As much is being drawn, and waits to be, as may; `retryAfter` is in seconds. */
export class Busy extends Error {
  override name = "Busy";
  readonly retryAfter = 3;
}

export interface DrawingBounds {
  atOnce: number;
  /** Over all clients; beyond it nobody is let in. */
  waiting: number;
  /** Of one client, under way and waiting. */
  perClient: number;
  /** Whoever waited longer is sent away: a reader has left by then, or will. */
  patienceMs: number;
}

interface Waiter {
  client: string;
  since: number;
  gone: AbortSignal;
  begin: () => void;
  refuse: (why: unknown) => void;
}

/**
 * Bounds work that takes time and memory: so much at once, so much waiting, and each client in turn, so
 * that one who asks for very much waits behind his own questions and not everybody behind his.
 */
export class DrawingQueue {
  readonly #bounds: DrawingBounds;
  // In the order of turns: whoever was served goes to the end.
  readonly #waiting = new Map<string, Waiter[]>();
  readonly #open = new Map<string, number>();
  #underWay = 0;
  #waiters = 0;

  constructor(bounds: DrawingBounds) {
    this.#bounds = bounds;
  }

  /**
   * Does the work when its turn comes.
   *
   * @param gone fires when nobody wants the result any more: what waits is dropped, what runs is told by the same signal
   * @throws Busy, or the signal's reason
   */
  async run<T>(client: string, gone: AbortSignal, work: () => Promise<T>): Promise<T> {
    gone.throwIfAborted();
    const open = this.#open.get(client) ?? 0;
    if (open >= this.#bounds.perClient) throw new Busy("You have many requests open; retry when some are answered.");
    this.#open.set(client, open + 1);
    try {
      await this.#turn(client, gone);
      try {
        return await work();
      } finally {
        this.#underWay -= 1;
        this.#next();
      }
    } finally {
      const left = (this.#open.get(client) ?? 1) - 1;
      if (left === 0) this.#open.delete(client);
      else this.#open.set(client, left);
    }
  }

  async #turn(client: string, gone: AbortSignal): Promise<void> {
    if (this.#underWay < this.#bounds.atOnce) {
      this.#underWay += 1;
      return;
    }
    if (this.#waiters >= this.#bounds.waiting) throw new Busy("Too many requests are waiting; retry in a moment.");
    await new Promise<void>((resolve, reject) => {
      const waiter: Waiter = { client, since: performance.now(), gone, begin: resolve, refuse: reject };
      const others = this.#waiting.get(client);
      if (others === undefined) this.#waiting.set(client, [waiter]);
      else others.push(waiter);
      this.#waiters += 1;
      gone.addEventListener("abort", () => this.#forget(waiter), { once: true });
    });
  }

  #forget(waiter: Waiter): void {
    const line = this.#waiting.get(waiter.client);
    const at = line?.indexOf(waiter) ?? -1;
    if (line === undefined || at < 0) return;
    line.splice(at, 1);
    if (line.length === 0) this.#waiting.delete(waiter.client);
    this.#waiters -= 1;
    waiter.refuse(waiter.gone.reason);
  }

  #next(): void {
    while (this.#underWay < this.#bounds.atOnce) {
      const [first] = this.#waiting;
      if (first === undefined) return;
      const [client, line] = first;
      const waiter = line.shift();
      this.#waiting.delete(client);
      if (line.length > 0) this.#waiting.set(client, line);
      if (waiter === undefined) continue;
      this.#waiters -= 1;
      if (performance.now() - waiter.since > this.#bounds.patienceMs) {
        waiter.refuse(new Busy("This took too long to begin; retry in a moment."));
        continue;
      }
      this.#underWay += 1;
      waiter.begin();
    }
  }
}
