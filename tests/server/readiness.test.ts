import { beforeEach, describe, expect, it } from "vitest";
import type { Drawn, Question } from "../../server/drawer-process.ts";
import { drawsEachKind } from "../../server/readiness.ts";

const addresses = ["/page", "/file.csv", "/picture.png"];

let clock: number;
let asked: string[];
let lines: object[];
let answer: (url: string) => Promise<number>;

function readiness() {
  const ask = async ({ url }: Question): Promise<Drawn> => {
    asked.push(url);
    return { status: await answer(url), headers: {}, body: Buffer.alloc(0) };
  };
  return drawsEachKind({ drawer: { ask }, addresses, log: (event, fields) => void lines.push({ event, ...fields }), freshMs: 60_000, retryMs: 2000, now: () => clock });
}

/** Lets what was begun and not waited for come to its end: nothing in it waits for more than promises. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  clock = 0;
  asked = [];
  lines = [];
  answer = () => Promise.resolve(200);
});

describe("ready", () => {
  it("is who can draw each kind", async () => {
    expect(await readiness()()).toBeNull();
    expect(asked).toEqual(addresses);
  });

  it.each(addresses)("is not who cannot draw %s, and it is named", async (broken) => {
    answer = (url) => Promise.resolve(url === broken ? 500 : 200);
    expect(await readiness()()).toBe(`${broken} is answered 500.`);
  });

  it("is not who cannot be asked at all, and the log has the cause", async () => {
    answer = () => Promise.reject(new Error("Next has ended"));
    expect(await readiness()()).toBe("/page cannot be drawn.");
    expect(lines).toMatchObject([{ event: "not-ready", path: "/page", error: "Error: Next has ended" }]);
  });

  it("is believed for a minute", async () => {
    const ready = readiness();
    await ready();
    clock = 60_000;
    await ready();
    expect(asked).toEqual(addresses);
  });

  it("is tried again after that, and the last answer stands until it is known", async () => {
    const ready = readiness();
    await ready();
    clock = 60_001;
    answer = () => Promise.resolve(500);
    expect(await ready()).toBeNull();
    await settled();
    expect(await ready()).toBe("/page is answered 500.");
  });

  it("is found again two seconds after it was lost", async () => {
    answer = () => Promise.resolve(500);
    const ready = readiness();
    await ready();
    answer = () => Promise.resolve(200);
    clock = 2000;
    expect(await ready()).not.toBeNull();
    clock = 2001;
    await ready();
    await settled();
    expect(await ready()).toBeNull();
  });

  it("is tried once for all who ask meanwhile", async () => {
    const ready = readiness();
    await Promise.all([ready(), ready(), ready()]);
    expect(asked).toEqual(addresses);
  });
});
