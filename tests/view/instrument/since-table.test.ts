import { describe, expect, it } from "vitest";
import type { SeriesStatus } from "../../../lib/domain/market/series.ts";
import { impactOf, sinceArticleOf } from "../../../lib/impact.ts";
import { describeAge, describeStatus } from "../../../lib/view/instrument/describe-status.ts";
import { isSinceAnswer } from "../../../lib/domain/report/since-answer.ts";
import type { SinceAnswer } from "../../../lib/domain/report/since-answer.ts";
import { sinceTable } from "../../../lib/view/instrument/since-table.ts";
import { formatSplit } from "../../../lib/view/words/split-words.ts";

const slug = "deepseek-sputnik";
const now = Date.parse("2026-05-18T15:00:00Z");
const report = await impactOf(slug);
const rows = await sinceArticleOf(slug, "NVDA");
const eventDay = report.instruments["NVDA"]?.eventDay;
if (eventDay === undefined || "absent" in eventDay) throw new Error("no event day");
const frame = { article: "sample", symbol: "NVDA", currency: "USD", benchmark: "SPY", timeZone: "America/New_York", eventDay };

const agrees = { kind: "yahoo-agrees", asOf: "2026-05-18T14:57:10Z", cached: null, snapshotAsOf: "2026-05-15", newerDays: 1, splitSince: 1 } as const;
const snapshot = { kind: "yahoo-unreachable", asOf: "2026-05-15", reason: "offline", detail: "" } as const;

function answer(statuses: Record<string, SeriesStatus>, symbol = "NVDA"): SinceAnswer {
  return {
    symbol,
    benchmark: "SPY",
    market: { phase: "open", next: "2026-05-18T20:00:00.000Z", timeZone: "America/New_York", why: null, listed: true },
    rows,
    statuses,
  };
}

const notes = (statuses: Record<string, SeriesStatus>, symbol?: string) => sinceTable(rows, frame, answer(statuses, symbol), null, now).notes;

describe("since the article, in words", () => {
  it("is the snapshot's before there is an answer", () => {
    expect(sinceTable(rows, frame, null, "2026-05-15", 0)).toMatchObject({
      latest: "$225.32, close of Friday 15 May 2026",
      rows: [{ label: "Friday’s close", move: "+58.04\u202F%", excess: "+34.69" }, { label: "the price at publication" }, { label: "Monday’s open" }],
      notes: ["Snapshot of 15 May 2026.", "", ""],
    });
  });

  it("says of each series whether it is live, cached and how old, or the snapshot's", () => {
    expect(notes({ NVDA: agrees, SPY: agrees })).toEqual([
      "NVDA, asked two minutes ago: Yahoo, live, agrees with the snapshot; one newer day.",
      "Market open until 16:00 in New York.",
      "",
    ]);
    expect(notes({ NVDA: { ...agrees, cached: { reason: "rate-limited", detail: "" } }, SPY: snapshot })).toEqual([
      "NVDA: Yahoo, cached two minutes ago, agrees with the snapshot; one newer day; now it asks us to wait.",
      "Market open until 16:00 in New York.",
      "From the snapshot: SPY.",
    ]);
    expect(notes({ NVDA: snapshot, SPY: { ...agrees, cached: { reason: "renewing" } } })).toEqual([
      "NVDA: snapshot of 15 May 2026; Yahoo out of reach.",
      "Market open until 16:00 in New York.",
      "Cached: SPY.",
    ]);
  });

  it("names the missing ones of a group", () => {
    const statuses = { AAPL: agrees, MSFT: snapshot, TSLA: snapshot, SPY: { ...agrees, cached: { reason: "timeout", detail: "" } } } as const;
    expect(notes(statuses, "MAG7")).toEqual([
      "1 of 4 series, asked two minutes ago: Yahoo, live.",
      "Market open until 16:00 in New York.",
      "Cached: SPY. From the snapshot: MSFT and TSLA.",
    ]);
    expect(notes({ AAPL: snapshot, SPY: snapshot }, "MAG7")[0]).toBe("None of the two series is live.");
    expect(notes({ AAPL: agrees, MSFT: agrees, SPY: agrees }, "MAG7")[0]).toBe("All three series, asked two minutes ago: Yahoo, live.");
  });

  it("knows when the market is closed, and until when by its hours", () => {
    const closed = {
      ...answer({ NVDA: agrees, SPY: agrees }),
      market: { phase: "closed", next: "2026-05-18T13:30:00.000Z", timeZone: "America/New_York", why: null, listed: false },
    } as const;
    expect(sinceTable(rows, frame, closed, null, now).notes[1]).toBe("Market closed until Mon 18 May, 09:30 in New York, unless a holiday.");
    const listed = { ...closed, market: { ...closed.market, listed: true } };
    expect(sinceTable(rows, frame, listed, null, now).notes[1]).toBe("Market closed until Mon 18 May, 09:30 in New York.");
  });

  it("says why an exchange rests or closes early", () => {
    const market = { phase: "open", next: "2026-11-27T18:00:00.000Z", timeZone: "America/New_York", why: "the day after Thanksgiving", listed: true } as const;
    const note = (state: SinceAnswer["market"]) => sinceTable(rows, frame, { ...answer({ NVDA: agrees, SPY: agrees }), market: state }, null, now).notes[1];
    expect(note(market)).toBe("Market open until 13:00 in New York, early for the day after Thanksgiving.");
    expect(note({ ...market, phase: "closed", next: "2026-11-27T14:30:00.000Z", why: "Thanksgiving" })).toBe(
      "Market closed for Thanksgiving until Fri 27 Nov, 09:30 in New York.",
    );
  });

  it("says why there is no price after a later split", () => {
    const priceless = rows.map((row) => ({ ...row, latest: { day: "2026-05-18", at: null, price: null } }));
    const split = { ...agrees, splitSince: 9.9996 };
    const table = sinceTable(priceless, frame, { ...answer({ NVDA: split, SPY: agrees }), rows: priceless }, null, now);
    expect(table.latest).toBe("Close of Monday 18 May 2026");
    expect(table.notes[2]).toBe(
      "NVDA has split 10:1 since the snapshot: prices before and after are not on one scale, so no newer price is shown; moves count through the split.",
    );
  });

  it.each([
    [10, "10:1"],
    [4.0003, "4:1"],
    [1.5, "3:2"],
    [0.125, "1:8"],
    [1.0417, "25:24"],
  ])("a factor of %d is a split of %s", (factor, split) => expect(formatSplit(factor)).toBe(split));

  it("says a reason once", async () => {
    const table = sinceTable(await sinceArticleOf(slug, "SPY"), { ...frame, symbol: "SPY" }, null, "2026-05-15", 0);
    expect(table.notes).toEqual(["Snapshot of 15 May 2026.", "", "SPY is this benchmark."]);
  });
});

describe("an age", () => {
  it.each([
    ["2026-05-18T15:03:00Z", "just now"],
    ["2026-05-18T14:59:10Z", "just now"],
    ["2026-05-18T14:58:00Z", "two minutes ago"],
    ["2026-05-18T11:59:00Z", "three hours ago"],
    ["2026-05-14T15:00:00Z", "four days ago"],
  ])("of %s is %s", (asOf, age) => expect(describeAge(asOf, now)).toBe(age));

  it("never says live of what is cached", () => {
    for (const reason of ["not-found", "invalid-answer", "rate-limited", "timeout", "offline"] as const) {
      const cached = { reason, detail: "" };
      const kinds: SeriesStatus[] = [
        { ...agrees, cached },
        { ...agrees, cached, kind: "yahoo-differs", days: ["2025-01-27"] },
        { kind: "yahoo", asOf: agrees.asOf, cached },
      ];
      for (const status of kinds) expect(describeStatus(status, now)).not.toMatch(/live/);
    }
  });
});

describe("what a page takes for an answer", () => {
  it("is one, and nothing of another shape", () => {
    const good = answer({ NVDA: agrees, SPY: snapshot });
    expect(isSinceAnswer(JSON.parse(JSON.stringify(good)))).toBe(true);
    expect(isSinceAnswer({ ...good, market: null })).toBe(true);
    for (const part of [
      { symbol: 1 },
      { rows: [{}] },
      { rows: [{ ...rows[0], move: null }] },
      { statuses: { NVDA: {} } },
      { statuses: null },
      { market: {} },
    ]) {
      expect(isSinceAnswer({ ...good, ...part })).toBe(false);
    }
    for (const other of ["", null, undefined, [], { error: { symbol: "NVDA" } }]) expect(isSinceAnswer(other)).toBe(false);
  });
});
