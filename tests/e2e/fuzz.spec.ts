import { expect, test } from "@playwright/test";
import { askMany } from "../fuzz/ask-many.ts";
import { askHostile } from "../fuzz/hostile.ts";
import { routesOf } from "../fuzz/routes.ts";

// `npm run fuzz` asks 5,000 of each, and anew each time; here the same few hundred every time.
for (const route of routesOf()) {
  test(`no question to ${route} makes the server fail`, async ({ baseURL }) => {
    test.setTimeout(120_000);
    const statuses = await askMany(baseURL ?? "", route, 200, 20250127);
    expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(200);
    expect(statuses.get(405), "other methods are among the questions").toBeGreaterThan(0);
  });
}

test("what comes before the counter takes no longer than its length allows, and holds its order", async ({ baseURL }) => {
  test.setTimeout(120_000);
  expect(await askHostile(baseURL ?? "")).not.toEqual([]);
});
