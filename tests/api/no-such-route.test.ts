import { expect, test } from "vitest";
import { GET } from "../../app/api/[...path]/route.ts";
import { problem } from "../../lib/io/contract/problem-schema.ts";

test("an address below /api/ that does not exist is a 404 that names the near ones", async () => {
  const answer = await GET(new Request("http://localhost:3000/api/artikles?x=1"));
  expect(answer.status).toBe(404);
  expect(problem.parse(await answer.json()).error).toMatchObject({
    parameter: "path",
    value: "/api/artikles",
    nearest: ["/api/articles", "/api/lines", "/api/tickers"],
  });
});

test("one that is near nothing lists all there are", async () => {
  const { error } = problem.parse(await (await GET(new Request(`http://localhost:3000/api/${"x".repeat(60)}`))).json());
  expect(error.allowed).toContain("/api/tickers/{symbol}/prices");
});
