import { describe, expect, it } from "vitest";
import { memoryStore } from "../../../lib/io/prices/memory-store.ts";
import { createSeriesStore } from "../../../lib/io/prices/series-store.ts";
import type { StatedSeries } from "../../../lib/io/prices/series-store.ts";
import { sessionCalendar } from "../../../lib/io/prices/session-calendar.ts";
import { snapshotProvider } from "../../../lib/io/prices/snapshot.ts";
import { describeStatus } from "../../../lib/view/instrument/describe-status.ts";
import { keptSeries, share, toldYahoo } from "../../fixtures/yahoo/answers.ts";
import type { Answer, AnswerRow } from "../../fixtures/yahoo/answers.ts";

/** A server with a snapshot of a few closes, before a Yahoo that answers what it is told to. */
function serverWith(kept: [string, number][], mode: "auto" | "yahoo" = "auto") {
  const quoted = new Map([[share.symbol, share]]);
  const snapshot = keptSeries(kept);
  const calendar = sessionCalendar();
  const yahoo = toldYahoo(share, { calendar, keptUntil: () => snapshot.days.at(-1) });
  const store = createSeriesStore({
    mode,
    snapshot: snapshotProvider({ quoted, load: () => snapshot }),
    yahoo: yahoo.provider,
    quoted,
    calendar,
    store: memoryStore(),
    log: () => undefined,
    now: yahoo.clock,
    live: { patienceMs: 20_000, staleMs: 0 },
  });
  async function read(now: string, answer?: Answer): Promise<StatedSeries> {
    if (answer === undefined) yahoo.setClock(now);
    else yahoo.tell(now, answer);
    const stated = await store.read("MADE");
    if ("failed" in stated) throw new Error(stated.detail);
    return stated;
  }
  return { read, asked: yahoo.asked, clock: yahoo.clock };
}

const rows = (...closes: [string, number | null][]): AnswerRow[] => closes;

describe("where the snapshot's last day is not at Yahoo", () => {
  const kept: [string, number][] = [
    ["2026-05-12", 100],
    ["2026-05-13", 101],
    ["2026-05-14", 102],
    ["2026-05-15", 103],
  ];

  it("newer days are joined on the last day both have, and the missing one is named", async () => {
    const { read } = serverWith(kept);
    const answer = rows(
      ["2026-05-12", 100],
      ["2026-05-13", 101],
      ["2026-05-14", 102],
      ["2026-05-15", null],
      ["2026-05-18", 104],
      ["2026-05-19", 105],
      ["2026-05-20", 106],
    );
    const { series, status } = await read("2026-05-21T12:00:00Z", { rows: answer });
    expect(status).toMatchObject({ kind: "yahoo-differs", days: ["2026-05-15"], newerDays: 3 });
    expect(series.days.slice(3)).toEqual(["2026-05-15", "2026-05-18", "2026-05-19", "2026-05-20"]);
    expect(series.adjclose.slice(3)).toEqual([103, 104, 105, 106]);
  });

  it("nothing is claimed of a symbol that has another history now", async () => {
    const { read, clock } = serverWith(kept);
    const { series, status } = await read("2026-07-07T12:00:00Z", { rows: rows(["2026-07-01", 9], ["2026-07-02", 9.1], ["2026-07-06", 9.2]) });
    expect(status).toMatchObject({
      kind: "yahoo-unreachable",
      reason: "nothing-in-common",
      detail: expect.stringContaining("is of 2026-07-01 to 2026-07-06, the snapshot of 2026-05-12 to 2026-05-15"),
    });
    expect(series.days.at(-1)).toBe("2026-05-15");
    expect(describeStatus(status, clock())).toBe("snapshot of 15 May 2026; Yahoo has no days in common with it");
  });

  it("nor of one day in common: no return of it can be compared", async () => {
    const { read } = serverWith(kept);
    expect((await read("2026-05-19T12:00:00Z", { rows: rows(["2026-05-15", 103], ["2026-05-18", 104]) })).status).toMatchObject({
      reason: "nothing-in-common",
    });
  });
});

describe("a split that Yahoo applies to the past days later", () => {
  const kept: [string, number][] = [
    ["2026-11-17", 150],
    ["2026-11-18", 150],
    ["2026-11-19", 150],
  ];
  const days = ["2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-27"];
  const past = (before: number, after: number[]): AnswerRow[] => days.slice(0, 4 + after.length).map((day, i) => [day, i < 4 ? before : (after[i - 4] ?? 0)]);
  const splits: Answer["splits"] = [["2026-11-23", 3, 2]];

  it("is refused until it is, and then right", async () => {
    const { read } = serverWith(kept, "auto");
    const first = await read("2026-11-25T22:00:00Z", { rows: past(150, [100, 100, 100]), splits });
    expect(first.status).toMatchObject({
      kind: "yahoo-unreachable",
      reason: "invalid-answer",
      detail: expect.stringContaining("on 2026-11-23 a split of 1.5 for 1 is told"),
    });
    const { series, status } = await read("2026-11-27T22:00:00Z", { rows: past(100, [100, 100, 100, 101]), splits });
    expect(status).toMatchObject({ kind: "yahoo-agrees", newerDays: 5, splitSince: 1.5 });
    const change = (from: string, to: string) => (series.adjclose[series.days.indexOf(to)] ?? 0) / (series.adjclose[series.days.indexOf(from)] ?? 1);
    expect(change("2026-11-19", "2026-11-25")).toBeCloseTo(1, 9);
    expect(change("2026-11-19", "2026-11-27")).toBeCloseTo(1.01, 9);
  });

  it("is on the footing of today for whoever asks Yahoo alone", async () => {
    const { read } = serverWith(kept, "yahoo");
    await expect(read("2026-11-25T22:00:00Z", { rows: past(150, [100, 100, 100]), splits })).rejects.toThrow("a split of 1.5 for 1");
    const { series } = await read("2026-11-27T22:00:00Z", { rows: past(100, [100, 100, 100, 101]), splits });
    expect(series.adjclose[series.days.indexOf("2026-11-20")]).toBe(100);
  });

  it("is found by the month of the tail where it was not told at first", async () => {
    const { read, asked } = serverWith(kept, "yahoo");
    await read("2026-11-25T22:00:00Z", { rows: past(150, [100, 100, 100]) });
    const { series } = await read("2026-11-27T22:00:00Z", { rows: past(100, [100, 100, 100, 101]), splits });
    expect(series.adjclose[series.days.indexOf("2026-11-20")]).toBe(100);
    expect(asked).toHaveLength(2);
  });

  it("is found within a day where it lies further back than the tail", async () => {
    const long = (before: number): AnswerRow[] =>
      Array.from({ length: 60 }, (_, i) => [new Date(Date.UTC(2026, 7, 3 + i + 2 * Math.floor(i / 5))).toISOString().slice(0, 10), i < 20 ? before : 100]);
    const { read, asked } = serverWith(kept, "yahoo");
    const answer = (before: number): Answer => ({ rows: long(before).filter(([day]) => day !== "2026-09-07") });
    await read("2026-10-23T22:00:00Z", answer(150));
    const hour = await read("2026-10-24T08:00:00Z", answer(100));
    expect(hour.series.adjclose[0]).toBe(150);
    const { series } = await read("2026-10-24T22:01:00Z", answer(100));
    expect(series.adjclose[0]).toBe(100);
    expect(asked).toEqual(["2023-06-01", "2023-06-01"]);
  });
});

describe("a session that is over and not there", () => {
  const kept: [string, number][] = [
    ["2026-11-20", 99],
    ["2026-11-23", 100],
  ];
  const friday = (close: number | null): Answer => ({
    rows: rows(["2026-11-20", 99], ["2026-11-23", 100], ["2026-11-24", 101], ["2026-11-25", 102], ["2026-11-27", close]),
  });

  it("is waited for, said to be, and asked for again within minutes", async () => {
    const { read, asked, clock } = serverWith(kept);
    const { status } = await read("2026-11-27T22:00:00Z", friday(null));
    expect(status).toMatchObject({ kind: "yahoo-agrees", newerDays: 2, cached: { reason: "awaited", day: "2026-11-27" } });
    expect(describeStatus(status, clock())).toBe("Yahoo, live, agrees with the snapshot; two newer days; no figures yet of 27 November 2026");
    await read("2026-11-27T22:10:00Z");
    expect(asked).toHaveLength(1);
    const { series } = await read("2026-11-27T22:15:00Z", friday(103));
    expect(series.days.at(-1)).toBe("2026-11-27");
    expect(asked).toHaveLength(2);
  });

  it("is there on Saturday at the latest, and then nobody asks before all is asked for a day later", async () => {
    const { read, asked } = serverWith(kept);
    await read("2026-11-27T22:00:00Z", friday(null));
    expect(await read("2026-11-28T18:00:00Z", friday(103))).toMatchObject({ status: { newerDays: 3, cached: null } });
    await read("2026-11-28T21:30:00Z");
    expect(asked).toHaveLength(2);
  });

  it("that Yahoo never gives is asked for ever more seldom, four times a day in the end", async () => {
    const { read, asked } = serverWith(kept);
    await read("2026-11-27T22:00:00Z", friday(null));
    for (let minute = 1; minute <= 48 * 60; minute += 1) await read(new Date(Date.parse("2026-11-27T22:00:00Z") + minute * 60_000).toISOString());
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.length).toBeLessThan(60);
  });

  it("in the middle is asked for again, and held once it is there", async () => {
    const { read, asked } = serverWith([
      ["2026-11-19", 98],
      ["2026-11-20", 99],
    ]);
    const answer = (...filled: [string, number][]): Answer => ({
      rows: rows(["2026-11-19", 98], ["2026-11-20", 99], ["2026-11-23", 100], ...filled, ["2026-11-25", 102], ["2026-11-27", 103]),
    });
    expect((await read("2026-11-28T02:00:00Z", answer())).series.days).not.toContain("2026-11-24");
    expect((await read("2026-11-28T14:00:00Z", answer(["2026-11-24", 101]))).series.days).toContain("2026-11-24");
    expect(asked).toHaveLength(2);
    await read("2026-11-28T22:00:00Z");
    expect(asked).toHaveLength(2);
  });

  it("is no hole on a holiday", async () => {
    const { read } = serverWith(kept);
    expect((await read("2026-11-26T23:00:00Z", { rows: friday(null).rows.slice(0, 4) })).status).toMatchObject({ cached: null });
  });
});

describe("an edge of Yahoo's that lags", () => {
  const kept: [string, number][] = [
    ["2026-11-20", 99],
    ["2026-11-23", 100],
  ];
  const behind: Answer = { rows: rows(["2026-11-20", 99], ["2026-11-23", 100], ["2026-11-24", 101], ["2026-11-25", 102]) };
  const today: Answer = { rows: [...behind.rows, ["2026-11-27", 103], ["2026-11-30T19:59:00Z", 104]] };

  it("does not take the page back, and is not called live", async () => {
    const { read } = serverWith(kept);
    expect((await read("2026-11-30T20:00:00Z", today)).series.latest).toMatchObject({ at: "2026-11-30T19:59:00.000Z" });
    const { series, status } = await read("2026-11-30T20:05:00Z", behind);
    expect(series).toMatchObject({ days: { length: 5 }, latest: { at: "2026-11-30T19:59:00.000Z" } });
    expect(status).toMatchObject({
      cached: { reason: "invalid-answer", detail: "The answer is an older one: it ends on 2026-11-25, and an earlier answer had 2026-11-27." },
    });
  });

  it("does not take it back when all is asked for again", async () => {
    const { read } = serverWith(kept);
    await read("2026-11-30T20:00:00Z", today);
    expect((await read("2026-12-01T21:00:00Z", behind)).series.days.at(-1)).toBe("2026-11-27");
  });

  it("first asked after the close, is asked again within minutes", async () => {
    const { read, asked } = serverWith(kept);
    expect((await read("2026-11-30T22:00:00Z", behind)).status).toMatchObject({ cached: { reason: "awaited", day: "2026-11-30" } });
    const { series } = await read("2026-11-30T22:08:00Z", { rows: [...behind.rows, ["2026-11-27", 103], ["2026-11-30", 104]] });
    expect(series.days.at(-1)).toBe("2026-11-30");
    expect(asked).toHaveLength(2);
  });
});

describe("a jump that was taken", () => {
  it("is named beside the newer days", async () => {
    const { read, clock } = serverWith([
      ["2026-11-19", 15],
      ["2026-11-20", 15],
    ]);
    const { series, status } = await read("2026-11-27T22:00:00Z", {
      rows: rows(["2026-11-19", 15], ["2026-11-20", 15], ["2026-11-23", 24], ["2026-11-24", 22], ["2026-11-25", 22], ["2026-11-27", 21]),
    });
    expect(series.days.at(-1)).toBe("2026-11-27");
    expect(status).toMatchObject({ newerDays: 4, notes: [{ day: "2026-11-23" }] });
    expect(describeStatus(status, clock())).toBe("Yahoo, live, agrees with the snapshot; four newer days; an unusual move on 23 November 2026");
  });
});
