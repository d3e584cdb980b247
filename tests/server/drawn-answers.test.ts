import { expect, it } from "vitest";
import { DrawnAnswers } from "../../server/drawn-answers.ts";

const types: [type: string, keptMs: number][] = [
  ["text/html; charset=utf-8", 3_600_000],
  ["text/x-component", 3_600_000],
  ["text/csv; charset=utf-8", 60_000],
  ["image/png", 60_000],
];

it.each(types)("what is %s is drawn again after %d ms and not before", async (type, keptMs) => {
  // To the cache a time of 0 is none.
  let clock = 1;
  const drawn = new DrawnAnswers({ everywhere: [], failureStyles: [], now: () => clock });
  let times = 0;
  const ask = () =>
    drawn.get("key", "nonce", new AbortController().signal, () => {
      times += 1;
      return Promise.resolve({ status: 200, headers: { "content-type": type }, body: Buffer.from("x") });
    });
  await ask();
  clock += keptMs;
  await ask();
  expect(times).toBe(1);
  clock += 1;
  await ask();
  expect(times).toBe(2);
});

it("a failure is not kept", async () => {
  const drawn = new DrawnAnswers({ everywhere: [], failureStyles: [] });
  const statuses = [500, 200];
  const ask = () => drawn.get("key", "nonce", new AbortController().signal, () => Promise.resolve({ status: statuses.shift() ?? 0, headers: {}, body: Buffer.alloc(0) }));
  expect([(await ask()).status, (await ask()).status]).toEqual([500, 200]);
});
