import { describe, expect, it } from "vitest";
import { impactOf } from "../../../lib/impact.ts";
import { memberRows } from "../../../lib/view/instrument/member-rows.ts";
import { standInPlot } from "../../../lib/view/instrument/stand-in-plot.ts";
import type { StandInPlot } from "../../../lib/view/instrument/stand-in-plot.ts";

const report = await impactOf("deepseek-sputnik");
const plain = (text: string) => text.replaceAll("\u202F", " ");

function plot(symbol: string): StandInPlot {
  const instrument = report.instruments[symbol];
  const model = instrument === undefined ? null : standInPlot(instrument, report.instruments);
  if (model === null) throw new Error(`no plot of ${symbol}`);
  return model;
}
const moves = (model: StandInPlot) => model.rows.map(({ id, move, light }) => [id, plain(move), light]);

describe("stand-ins beside what was reported", () => {
  // Funds: a second download of Yahoo’s history, worked out apart. Reported: Goldman Sachs, exhibit 4 of its comment of 2026.
  it("Power Up America: two judged, one shown, and the reported line", () => {
    const model = plot("GSENEPOW");
    expect(moves(model)).toEqual([
      ["UTES", "−10.46 %", false],
      ["GSENEPOW-LIST", "−12.89 %", false],
      ["VOLT", "−10.96 %", true],
    ]);
    expect(model.references.map(({ label }) => plain(label))).toEqual(["Goldman Sachs reported −13.7 %"]);
    // −13.7 lies left of every dot.
    for (const { at } of model.rows) expect(at).toBeGreaterThan(model.references[0]?.at ?? 100);
    expect(model.stretch).toBe("Friday’s close to Monday’s");
  });

  it("the broad AI basket has its line, the data centres none", () => {
    expect(plot("GSTMTAIP").references.map(({ label }) => plain(label))).toEqual(["Goldman Sachs reported −9.5 %"]);
    expect(plot("GSTMTDAT").references).toEqual([]);
  });

  // −29.88 −15.56 −22.35 −8.70 −4.33 −8.73 = −89.55 (second download); −85.22 / 5 = −17.0 and −59.67 / 5 = −11.9.
  it("tells who is behind the ends of a list’s range", () => {
    const list = plot("GSTMTDAT").rows.find(({ id }) => id === "GSTMTDAT-LIST");
    expect(plain(list?.range?.sentence ?? "")).toBe(
      "GSTMTDAT list: −14.9 % with all 6. Leave any one out, the rest in equal parts, and it lies between −17.0 % without Equinix and −11.9 % without Vertiv.",
    );
    expect(list?.range?.low).toBeLessThan(list?.at ?? 0);
    expect(list?.range?.high).toBeGreaterThan(list?.at ?? 100);
  });

  // The press’s seven moves sum to −20.30: without Nvidia −3.33 / 6, without Apple −23.48 / 6.
  it("a group stands with its members, and hangs on Nvidia", () => {
    const model = plot("MAG7");
    expect(moves(model).slice(0, 2)).toEqual([
      ["MAG7", "−2.90 %", false],
      ["AAPL", "+3.18 %", true],
    ]);
    expect(plain(model.rows[0]?.range?.sentence ?? "")).toContain("between −3.9 % without Apple and −0.6 % without Nvidia");
    expect(model.rows.slice(1).every(({ range }) => range === null)).toBe(true);
    expect(model.references).toEqual([]);
  });

  it("one that stands apart is no member of the range, and says why it has no move", () => {
    const model = plot("CHINANET");
    const tencent = model.rows.find(({ id }) => id === "0700.HK");
    expect(tencent).toMatchObject({ at: null, kind: "apart, not in it" });
    expect(tencent?.why).not.toBe("");
    expect(model.rows[0]?.range?.sentence).toContain("with all 5");
  });

  it("what stands for itself has none", () => {
    for (const symbol of ["NVDA", "OPENAI"]) {
      const instrument = report.instruments[symbol];
      expect(instrument === undefined ? "unknown" : standInPlot(instrument, report.instruments)).toBeNull();
    }
  });
});

it("members carry their moves, or none", () => {
  const members = ["VRT", "0700.HK", "NOPE"].map((symbol) => ({ symbol, weight: 1 / 3, reason: "made up" }));
  expect(memberRows(members, report.instruments).map(({ move }) => (move === null ? null : plain(move)))).toEqual(["−29.9 %", null, null]);
});
