import { describe, expect, it } from "vitest";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { isPriceFailure } from "../../../lib/io/prices/price-provider.ts";
import type { Quoted } from "../../../lib/io/data/quoted-instruments.ts";
import { sessionCalendar } from "../../../lib/io/prices/session-calendar.ts";
import { everything, share, toldYahoo } from "../../fixtures/yahoo/answers.ts";
import type { Answer } from "../../fixtures/yahoo/answers.ts";

const index: Quoted = { ...share, kind: "index", vendorTimeZone: "America/Chicago" };

async function given(now: string, answer: Answer, instrument: Quoted = share, options = {}): Promise<PriceSeries | string> {
  const yahoo = toldYahoo(instrument, options);
  yahoo.tell(now, answer);
  const series = await yahoo.provider("MADE", everything);
  return isPriceFailure(series) ? `${series.failed}: ${series.detail}` : series;
}

async function taken(...asked: Parameters<typeof given>): Promise<PriceSeries> {
  const series = await given(...asked);
  if (typeof series === "string") throw new Error(series);
  return series;
}

describe("the newest session twice", () => {
  const rows: Answer["rows"] = [
    ["2026-11-24", 100],
    ["2026-11-25", 101],
    ["2026-11-27", 102],
    ["2026-11-27T18:00:00Z", 102.5],
  ];

  it.each<[string, string, Answer["rows"]]>([
    ["with nothing after it", "2026-11-28T02:00:00Z", []],
    ["before a row of nulls for the session to come", "2026-11-28T02:00:00Z", [["2026-11-30", null]]],
    ["before the session that is running", "2026-11-30T17:00:00Z", [["2026-11-30T16:59:00Z", 103]]],
  ])("%s: once, as its last trade", async (_, now, after) => {
    const { days, adjclose } = await taken(now, { rows: [...rows, ...after] });
    expect({ days, adjclose }).toEqual({ days: ["2026-11-24", "2026-11-25", "2026-11-27"], adjclose: [100, 101, 102.5] });
  });

  it("keeps the price of the running session", async () => {
    const { latest } = await taken("2026-11-30T17:00:00Z", { rows: [...rows, ["2026-11-30T16:59:00Z", 103]] });
    expect(latest).toEqual({ at: "2026-11-30T16:59:00.000Z", adjclose: 103 });
  });

  it("is refused where a session follows it with two prices for one day", async () => {
    const answer = await given("2026-12-01T02:00:00Z", { rows: [...rows, ["2026-11-30", 103]] });
    expect(answer).toContain("its row of 2026-11-27 is out of order");
  });
});

describe("events of nothing", () => {
  const rows: Answer["rows"] = [
    ["2026-11-24", 100],
    ["2026-11-25", 100],
  ];
  it.each<[string, Partial<Answer>]>([
    ["a dividend of 0", { dividends: [["2026-11-25", 0]] }],
    ["a split of 0 shares", { splits: [["2026-11-25", 0, 1]] }],
    ["a split of one into one", { splits: [["2026-11-25", 1, 1]] }],
  ])("%s is none", async (_, events) => {
    expect(await taken("2026-11-27T12:00:00Z", { rows, ...events })).not.toHaveProperty("actions");
  });
});

describe("an index dated in Chicago", () => {
  const answer: Answer = {
    zone: "America/Chicago",
    opens: "07:00",
    rows: [
      ["2026-09-03", 14.3],
      ["2026-09-04", 14.5],
      ["2026-09-07", 15.3],
      ["2026-09-08", 15.7],
      ["2026-09-09", 16.1],
    ],
  };

  it("is taken, without the row of a day New York rests and with today's as the latest price", async () => {
    const { days, latest } = await taken("2026-09-09T14:41:40Z", answer, index);
    expect({ days, latest }).toMatchObject({ days: ["2026-09-03", "2026-09-04", "2026-09-08"], latest: { adjclose: 16.1 } });
  });

  it("leaves out a day of mourning too, which no list of holidays has, by the sessions kept", async () => {
    const calendar = sessionCalendar((symbol) => (symbol === "SPY" ? ["2026-09-03", "2026-09-08", "2026-09-09"] : undefined));
    expect((await taken("2026-09-10T14:00:00Z", answer, index, { calendar })).days).toEqual(["2026-09-03", "2026-09-08", "2026-09-09"]);
  });

  it("is refused for an instrument that is said to be dated elsewhere", async () => {
    expect(await given("2026-09-09T14:41:40Z", answer, { ...share, kind: "index" })).toContain("its days are not those of America/New_York");
    expect(await given("2026-09-09T14:41:40Z", { ...answer, zone: "America/New_York" }, index)).toContain("its days are not those of America/Chicago");
  });
});

describe("a split that is told", () => {
  const days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-27"];
  const answer = (closes: number[], split: [number, number]): Answer => ({
    rows: days.map((day, i) => [day, closes[i] ?? null]),
    splits: [["2026-11-25", ...split]],
  });

  it.each<[string, number[], [number, number], string]>([
    ["3 for 2, not done", [150, 150, 100, 100], [3, 2], "a split of 1.5 for 1 is told, and the closes before it are not divided by it"],
    ["3 for 2, not done, on a day that moved", [150, 150, 108, 104], [3, 2], "not divided"],
    ["4 for 1, done twice", [25, 25, 100, 101], [4, 1], "divided by it twice"],
    ["1 for 10, not done", [1, 1, 10, 10.2], [1, 10], "a split of 1 for 10 is told"],
    ["11 for 10, not done", [110, 110, 100, 100], [11, 10], "a split of 1.1 for 1 is told"],
  ])("%s: refused, and the day named", async (_, closes, split, why) => {
    const said = await given("2026-11-30T12:00:00Z", answer(closes, split));
    expect(said).toContain("invalid-answer: Yahoo's answer was refused: on 2026-11-25");
    expect(said).toContain(why);
  });

  it.each<[string, number[], [number, number]]>([
    ["3 for 2, done", [100, 100, 100, 100], [3, 2]],
    ["10 for 1, done, on a bad day", [100, 100, 80, 82], [10, 1]],
    ["11 for 10, done, and a quiet day", [100, 100, 98, 98], [11, 10]],
  ])("%s: taken", async (_, closes, split) => {
    expect((await taken("2026-11-30T12:00:00Z", answer(closes, split))).days).toEqual(days);
  });

  it("is taken on a day that data/known-days.json explains, and inside the kept history, where the comparison names it", async () => {
    const undone = answer([150, 150, 100, 100], [3, 2]);
    const known = { jumps: [], actions: [{ symbol: "MADE", day: "2026-11-25", reason: "Told for another share." }], stubs: [], gaps: [], strangers: [] };
    expect((await taken("2026-11-30T12:00:00Z", undone, share, { known })).days).toEqual(days);
    const { notes } = await taken("2026-11-30T12:00:00Z", undone, share, { keptUntil: () => "2026-11-27" });
    expect(notes).toEqual([{ day: "2026-11-25", note: "At Yahoo a split of 1.5 for 1 is told, and the closes before it are not divided by it." }]);
  });
});

describe("a dividend that is told", () => {
  const answer = (before: number, close = 94, amount = 6): Answer => ({
    rows: [
      ["2026-11-23", 100, before],
      ["2026-11-24", 100, before],
      ["2026-11-25", close],
      ["2026-11-27", close],
    ],
    dividends: [["2026-11-25", amount]],
  });

  it.each<[string, Answer, string]>([
    ["not taken out", answer(100), "a dividend of 6.0 % is told, and adjusted closes do not take it out"],
    ["taken out twice", answer(100 * 0.94 ** 2), "take out 11.6 %, as if it were paid more than once"],
    ["taken out as less", answer(97), "take out 3.0 %"],
    ["of a quarter, not taken out", answer(100, 99.6, 0.4), "a dividend of 0.4 % is told, and adjusted closes do not take it out"],
    ["special, not taken out", answer(100, 54, 46), "a dividend of 46.0 % is told"],
  ])("%s: refused, and the day named", async (_, told, why) => {
    const said = await given("2026-11-30T12:00:00Z", told);
    expect(said).toContain("invalid-answer: Yahoo's answer was refused: on 2026-11-25");
    expect(said).toContain(why);
  });

  it.each<[string, Answer]>([
    ["taken out", answer(94)],
    ["special, taken out", answer(54, 54, 46)],
    ["of a quarter, taken out", answer(99.6, 99.6, 0.4)],
    ["of a cent", answer(100, 100, 0.01)],
  ])("%s: taken", async (_, told) => {
    expect((await taken("2026-11-30T12:00:00Z", told)).days).toHaveLength(4);
  });
});

describe("a jump above 45 %", () => {
  const rows = (closes: number[]): Answer["rows"] =>
    closes.map((close, i) => [new Date(Date.UTC(2026, 9, 5 + i + 2 * Math.floor(i / 5))).toISOString().slice(0, 10), close]);
  const quiet = Array.from({ length: 10 }, () => 15);

  it("of an index is taken, with the day named, once the next session holds to it", async () => {
    const { days, notes } = await taken(
      "2026-11-30T12:00:00Z",
      {
        rows: [
          ["2026-11-23", 15],
          ["2026-11-24", 24],
          ["2026-11-25", 22],
        ],
      },
      { ...share, kind: "index" },
    );
    expect(days).toEqual(["2026-11-23", "2026-11-24", "2026-11-25"]);
    expect(notes).toEqual([{ day: "2026-11-24", note: "It moved by +60.0 % in one session; taken, for the next session held to it and no split is told." }]);
  });

  it("on the newest day waits, and holds up nothing before it", async () => {
    const { days, notes } = await taken("2026-11-30T12:00:00Z", {
      rows: [
        ["2026-11-23", 15],
        ["2026-11-24", 15.2],
        ["2026-11-25", 24],
      ],
    });
    expect(days).toEqual(["2026-11-23", "2026-11-24"]);
    expect(notes).toEqual([{ day: "2026-11-25", note: "It moved by +57.9 % in one session, which nothing bears out yet: held back until more sessions do." }]);
  });

  it("on the newest day is taken where three times as many shares were dealt", async () => {
    const volume = [...quiet.map(() => 1000), 5000];
    expect((await taken("2026-11-30T12:00:00Z", { rows: rows([...quiet, 24]), volume })).days).toHaveLength(11);
    expect((await taken("2026-11-30T12:00:00Z", { rows: rows([...quiet, 24]), volume: volume.map(() => 1000) })).days).toHaveLength(10);
  });

  it("that goes back the next day is taken after a week, when Yahoo has not mended it", async () => {
    expect((await taken("2026-11-30T12:00:00Z", { rows: rows([...quiet, 24, 15.1]) })).days).toHaveLength(10);
    expect((await taken("2026-11-30T12:00:00Z", { rows: rows([...quiet, 24, 15.1, 15, 15, 15, 15]) })).days).toHaveLength(16);
  });

  it("of the size of a split needs two weeks in which none is told", async () => {
    const halved = (after: number) => rows([...quiet, ...Array.from({ length: after + 1 }, () => 7.5)]);
    expect((await taken("2026-11-30T12:00:00Z", { rows: halved(9) })).days).toHaveLength(10);
    expect((await taken("2026-11-30T12:00:00Z", { rows: halved(10) })).days).toHaveLength(21);
  });

  it("is refused where a split is told next to it, and where no market moves like that", async () => {
    const halved = rows([...quiet, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5]);
    expect(await given("2026-11-30T12:00:00Z", { rows: halved, splits: [[halved[12]?.[0] ?? "", 2, 1]] })).toContain("adjclose.10 was expected");
    expect(await given("2026-11-30T12:00:00Z", { rows: rows([...quiet, 1500, 1500, 1500, 1500, 1500, 1500]) })).toContain("adjclose.10 was expected");
  });

  it("of the session still running is left out until it is over", async () => {
    const answer = await taken("2026-11-25T17:00:00Z", {
      rows: [
        ["2026-11-23", 15],
        ["2026-11-24", 15.2],
        ["2026-11-25T16:59:00Z", 24],
      ],
    });
    expect(answer.days).toEqual(["2026-11-23", "2026-11-24"]);
    expect(answer).not.toHaveProperty("latest");
  });
});
