import { describe, expect, it } from "vitest";
import { GET } from "../../app/api/tickers/[symbol]/study/route.ts";

async function study(symbol: string, query = "") {
  const request = new Request(`http://localhost:3000/api/tickers/${encodeURIComponent(symbol)}/study${query}`);
  const answer = await GET(request, { params: Promise.resolve({ symbol: encodeURIComponent(symbol) }) });
  return { status: answer.status, body: await answer.json() };
}

describe("the study of one instrument", () => {
  it("is around the article's event day unless another is asked for", async () => {
    const { status, body } = await study("NVDA");
    expect(status).toBe(200);
    expect(body).toMatchObject({ symbol: "NVDA", benchmark: "SPY", eventDay: "2025-01-27" });
    expect(body.estimation).toEqual({ from: "2024-01-11", to: "2025-01-08", sessions: 250 });
    const day = body.days.find(({ offset }: { offset: number }) => offset === 0);
    // Close to close, 142.62 to 118.42, as reported for the day.
    expect(day.return).toBeCloseTo(-0.1697, 4);
    expect(day.abnormal).toBeCloseTo(-0.134, 3);
    expect(body.windows.map(({ from, to }: { from: number; to: number }) => [from, to])).toEqual([
      [0, 0],
      [0, 1],
      [-1, 1],
      [0, 4],
      [0, 20],
    ]);
    // None of the 250 ordinary days was as low.
    expect(body.rank.p).toBeCloseTo(1 / 251, 12);
  });

  it("says that its p-values and intervals stand alone", async () => {
    expect((await study("NVDA")).body.note).toMatch(/p-value and interval.*unadjusted for multiplicity/);
  });

  // Worked out apart from this project from the same closes: +1.0 % (t 0.3) on SPY, −2.7 % (t −0.7) on RSP.
  it.each([
    ["SPY", 0.01, 0.3],
    ["RSP", -0.027, -0.7],
  ])("gives Tesla another answer on %s", async (benchmark, abnormal, t) => {
    const { body } = await study("TSLA", `?benchmark=${benchmark}`);
    const day = body.days.find(({ offset }: { offset: number }) => offset === 0);
    expect(day.abnormal).toBeCloseTo(abnormal, 2);
    expect(day.t).toBeCloseTo(t, 1);
  });

  it("takes any day the data hold, and another sample", async () => {
    const { status, body } = await study("MAG7", "?event=2025-04-03&estimation=100&gap=5");
    expect(status).toBe(200);
    expect(body.eventDay).toBe("2025-04-03");
    expect(body.estimation.sessions).toBe(100);
  });

  it.each([
    ["?benchmark=QQQ", "benchmark", "QQQ"],
    ["?event=27-01-2025", "event", "27-01-2025"],
    ["?estimation=39", "estimation", "39"],
    ["?estimation=2.5e2", "estimation", "2.5e2"],
    ["?gap=0", "gap", "0"],
    ["?window=3", "window", "3"],
    ["?gap=5&gap=6", "gap", "5"],
  ])("refuses %s with the parameter and the value", async (query, parameter, value) => {
    const { status, body } = await study("NVDA", query);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ parameter, value });
    expect(body.error.allowed.length).toBeGreaterThan(0);
  });

  it("says why where there is no study: a day without session, the benchmark itself, too short a life, Tokyo", async () => {
    expect((await study("NVDA", "?event=2025-01-09")).body.error.reason).toBe("no-session");
    expect((await study("SPY")).body.error.reason).toBe("same-as-benchmark");
    expect((await study("VOLT")).body.error.reason).toBe("too-few-days");
    expect((await study("9984.T")).body.error.reason).toBe("no-benchmark");
    expect((await study("NVDA", "?event=2030-01-02")).status).toBe(422);
  });

  it("sends a basket to its proxies and a private company to its backers", async () => {
    expect((await study("GSENEPOW")).body.error.proxies.map(({ id }: { id: string }) => id)).toContain("UTES");
    expect((await study("OPENAI")).status).toBe(404);
    expect((await study("NVDIA")).body.error.nearest).toContain("NVDA");
  });
});
