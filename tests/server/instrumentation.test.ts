import { expect, it, vi } from "vitest";
import { onRequestError } from "../../instrumentation.ts";

it("what fails inside Next stands in the log with its cause, once for each route, without what a reader typed", () => {
  const lines: string[] = [];
  const write = vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  const fail = (path: string, routePath: string) =>
    void onRequestError(new TypeError("no such column"), { path, method: "GET", headers: {} }, { routerKind: "App Router", routePath, routeType: "render", renderSource: "react-server-components", revalidateReason: undefined });
  fail("/compare?lines=secret", "/compare/view");
  fail("/compare?lines=other", "/compare/view");
  fail("/tickers/NVDA", "/tickers/[page]");
  write.mockRestore();
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: "failed", path: "/compare", route: "/compare/view", error: "TypeError: no such column", stack: expect.stringContaining("instrumentation.test.ts") },
    { event: "failed", path: "/tickers/NVDA", route: "/tickers/[page]" },
  ]);
});
