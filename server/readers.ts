import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

export interface ReaderBounds {
  /** A reader who takes less than this of what waits for him, over `overMs`, is cut. */
  leastBytesPerSecond: number;
  overMs: number;
  /** Requests one connection may have sent ahead of their answers. */
  ahead: number;
}

const usual: ReaderBounds = { leastBytesPerSecond: 2048, overMs: 20_000, ahead: 16 };

interface Reading {
  taken: number;
  since: number;
}

/** Of a connection's latest request: how many of it are open, and whom to tell when this one is answered. */
interface Turn {
  open: number;
  answered: (() => void) | null;
}

/**
 * Who reads what we send. Requests of one connection are answered one after another, as they came; and
 * whoever does not read what he asked for is cut off, since it is kept for him until he has.
 */
export class Readers {
  readonly #bounds: ReaderBounds;
  readonly #reading = new Map<Socket, Reading>();
  readonly #last = new WeakMap<Socket, Turn>();
  readonly #timer: NodeJS.Timeout;

  constructor(bounds: Partial<ReaderBounds> = {}) {
    this.#bounds = { ...usual, ...bounds };
    this.#timer = setInterval(() => this.cutSlow(performance.now()), 1000).unref();
  }

  /** Bytes that wait for readers to take them. */
  waitingBytes(): number {
    let bytes = 0;
    for (const socket of this.#reading.keys()) bytes += socket.writableLength;
    return bytes;
  }

  /**
   * When a request's turn has come: at once, or once every earlier one of its connection is answered.
   *
   * @returns false where nobody waits for the answer any more; too many requests ahead end the connection
   */
  turn({ socket }: IncomingMessage, response: ServerResponse): true | Promise<boolean> {
    const earlier = this.#last.get(socket);
    const open = (earlier?.open ?? 0) + 1;
    if (open > this.#bounds.ahead) {
      socket.destroy();
      return Promise.resolve(false);
    }
    if (!this.#reading.has(socket)) {
      this.#reading.set(socket, { taken: 0, since: performance.now() });
      socket.once("close", () => this.#reading.delete(socket));
    }
    const mine: Turn = { open, answered: null };
    this.#last.set(socket, mine);
    response.once("close", () => {
      const last = this.#last.get(socket);
      if (last !== undefined) last.open -= 1;
      mine.answered?.();
    });
    if (earlier === undefined || earlier.open === 0) return true;
    return new Promise<boolean>((resolve) => (earlier.answered = () => resolve(!response.destroyed)));
  }

  /** @param now in milliseconds, as `performance.now()` counts */
  cutSlow(now: number): void {
    const { leastBytesPerSecond, overMs } = this.#bounds;
    for (const [socket, reading] of this.#reading) {
      const taken = socket.bytesWritten - socket.writableLength;
      // Nothing waits for him: the next look begins here.
      if (socket.writableLength === 0 || taken - reading.taken >= (leastBytesPerSecond * overMs) / 1000) {
        reading.taken = taken;
        reading.since = now;
      } else if (now - reading.since >= overMs) socket.destroy();
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
