import { expect, test } from "@playwright/test";
import type { Mood } from "../fixtures/yahoo-moods.ts";
import { someAddresses } from "../weather/addresses.ts";
import type { Got } from "../weather/checks.ts";
import { calmAnswers, oneFault } from "../weather/every-fault.ts";

/** The quick part of `npm run weather`: one fault of each sort, one or two addresses of each sort. */
test.describe.configure({ mode: "serial" });

let calm: Map<string, Got>;
test.beforeAll(async () => {
  calm = await calmAnswers(someAddresses());
});

const sorts: Mood[] = ["newer", "rate-limited", "hang", "reset", "html-200", "other-symbol", "differs"];

for (const mood of sorts) {
  test(`while Yahoo is "${mood}": whole pages, the same numbers, an honest word`, async () => {
    test.setTimeout(60_000);
    const { columns, thrown } = await oneFault(mood, someAddresses(), calm);
    expect(Object.values(columns).flatMap(({ problems }) => problems)).toEqual([]);
    expect(thrown).toEqual([]);
  });
}
