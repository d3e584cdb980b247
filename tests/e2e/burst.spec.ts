import { Agent, get } from "node:http";
import { expect, test } from "@playwright/test";
import { startBuiltServer } from "../weather/built-server.ts";

const twelve = "NVDA,MSFT,SPY,AMD,AVGO,ASML,GOOGL,META,AMZN,AAPL,TSM,ORCL";

/** The dearest page there is, each time another one, so that none is drawn once for all. */
function dearest(n: number): string {
  const day = new Date(Date.UTC(2023, 6, 3) + n * 86_400_000).toISOString().slice(0, 10);
  return `/compare?lines=${twelve}&range=all&layout=apart&base=${day}`;
}

function ask(origin: string, path: string, agent: Agent): Promise<{ status: number; retryAfter: string | undefined }> {
  return new Promise((resolve) => {
    get(`${origin}${path}`, { agent }, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"] }));
    }).on("error", () => resolve({ status: 0, retryAfter: undefined }));
  });
}

test("300 times the dearest page at once, on a heap of 512 MB: some are drawn, the rest are told when to come back, and the server stays", async () => {
  test.setTimeout(240_000);
  const server = await startBuiltServer({ NODE_OPTIONS: "--max-old-space-size=512", PRICES: "snapshot" });
  const agent = new Agent({ maxSockets: 300 });
  try {
    const all = Promise.all(Array.from({ length: 300 }, (_, n) => ask(server.origin, dearest(n), agent)));
    const beside = await ask(server.origin, "/api/health/live", agent);
    const answers = await all;
    const statuses = Map.groupBy(answers, ({ status }) => status);
    expect([...statuses.keys()].toSorted((a, b) => a - b)).toEqual([200, 503]);
    expect(statuses.get(503)?.every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true);
    expect(statuses.get(200)?.length).toBeGreaterThan(2);
    expect(beside.status).toBe(200);
    expect((await ask(server.origin, dearest(301), agent)).status, "it answers again").toBe(200);
    expect(server.thrown()).toEqual([]);
    expect(server.said("drawer"), "Next's process never ended").toEqual([]);
  } finally {
    agent.destroy();
    await server.stop();
  }
});
