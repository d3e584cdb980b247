import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { logTo } from "../../../lib/io/process/event-log.ts";

/** A stream whose reader takes nothing until told to. */
class Stalled extends EventEmitter {
  written: string[] = [];
  writableLength = 0;
  write(text: string): boolean {
    this.written.push(text);
    this.writableLength += text.length;
    return false;
  }
}

describe("a log whose reader", () => {
  it("has gone costs nothing but the lines", () => {
    const stream = new Stalled();
    logTo(stream)("listening", {});
    expect(() => stream.emit("error", new Error("write EPIPE"))).not.toThrow();
  });

  it("stalls holds back so many bytes, drops the rest, and says how many lines once it is read again", () => {
    const stream = new Stalled();
    const log = logTo(stream);
    for (let n = 0; n < 10_000; n += 1) log("request", { n });
    expect(stream.writableLength).toBeLessThan(300 * 1024);
    const held = stream.written.length;
    stream.writableLength = 0;
    log("request", { n: 10_000 });
    expect(JSON.parse(stream.written[held] ?? "")).toMatchObject({ event: "log-dropped", lines: 10_000 - held });
    expect(JSON.parse(stream.written[held + 1] ?? "")).toMatchObject({ event: "request", n: 10_000 });
  });
});
