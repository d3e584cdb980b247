import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Busy, DrawingQueue } from "../../server/drawing-queue.ts";

const bounds = { atOnce: 1, waiting: 4, perClient: 3, patienceMs: 1000 };
const staying = new AbortController().signal;

/** Work that says when it began and ends when told to. */
function work(begun: string[], name: string): { run: () => Promise<string>; end: () => void } {
  const over = Promise.withResolvers<void>();
  return {
    run: () => {
      begun.push(name);
      return over.promise.then(() => name);
    },
    end: () => over.resolve(),
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("what is drawn at one time", () => {
  it("is so much; the rest begins as places come free, each client in turn", async () => {
    const queue = new DrawingQueue(bounds);
    const begun: string[] = [];
    const works = ["a1", "a2", "a3", "b1", "c1"].map((name) => work(begun, name));
    const runs = works.map(({ run }, at) => queue.run("aaabc"[at] ?? "", staying, run));
    await settled();
    expect(begun).toEqual(["a1"]);
    for (const { end } of works) {
      end();
      await settled();
    }
    expect(await Promise.all(runs)).toEqual(["a1", "a2", "a3", "b1", "c1"]);
    expect(begun).toEqual(["a1", "a2", "b1", "c1", "a3"]);
  });

  it("and what waits is bounded, for all and for one client", async () => {
    const queue = new DrawingQueue(bounds);
    const never = () => new Promise<void>(() => {});
    for (let n = 0; n < 3; n += 1) void queue.run("a", staying, never);
    await expect(queue.run("a", staying, never)).rejects.toThrow(Busy);
    for (const client of ["b", "c"]) void queue.run(client, staying, never);
    await expect(queue.run("d", staying, never)).rejects.toThrow(Busy);
  });

  it("goes on after work that failed", async () => {
    const queue = new DrawingQueue(bounds);
    await expect(queue.run("a", staying, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await queue.run("a", staying, () => Promise.resolve("yes"))).toBe("yes");
  });

  it("is not begun for a reader who left, and his place in the line is free again", async () => {
    const queue = new DrawingQueue({ ...bounds, waiting: 1 });
    const first = work([], "first");
    void queue.run("a", staying, first.run);
    const leaving = new AbortController();
    const begun: string[] = [];
    const left = queue.run("b", leaving.signal, work(begun, "left").run);
    leaving.abort(new Error("gone"));
    await expect(left).rejects.toThrow("gone");
    const stays = work(begun, "stays");
    void queue.run("c", staying, stays.run);
    first.end();
    await settled();
    expect(begun).toEqual(["stays"]);
  });
});

describe("who waited too long", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => void vi.useRealTimers());

  it("is sent away when his turn comes, and the next one begins", async () => {
    const queue = new DrawingQueue(bounds);
    const first = work([], "first");
    void queue.run("a", staying, first.run);
    const late = queue.run("b", staying, () => Promise.resolve("late"));
    vi.advanceTimersByTime(1001);
    const next = queue.run("c", staying, () => Promise.resolve("next"));
    first.end();
    await expect(late).rejects.toThrow(Busy);
    expect(await next).toBe("next");
  });
});
