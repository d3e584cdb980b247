import { describe, expect, it } from "vitest";
import { impactOf } from "../../../lib/impact.ts";
import { daySplitTable } from "../../../lib/view/instrument/day-split-rows.ts";
import type { DaySplitTable } from "../../../lib/view/instrument/day-split-rows.ts";

const report = await impactOf("deepseek-sputnik");
const plain = (text: string) => text.replaceAll("\u202F", " ");
const table = (...symbols: string[]): DaySplitTable | null =>
  daySplitTable(
    symbols.flatMap((symbol) => report.instruments[symbol] ?? []),
    report.instruments,
  );
const row = (model: DaySplitTable | null, id: string) => {
  const found = model?.rows.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
};

describe("the day itself", () => {
  // 142.62 at the close before, 124.52 at 06:10, 124.80 at the open, 118.42 at the close: Reuters and Yahoo’s history.
  it("says what share of Nvidia’s fall had come", () => {
    const { steps, day } = row(table("NVDA"), "NVDA");
    expect(plain(day ?? "")).toBe("−17.0 %");
    expect(steps.map(({ move, reached, share }) => [move, reached, share].map((text) => plain(text ?? "")))).toEqual([
      ["−12.7 %", "−12.7 %", "of the −17.0 %"],
      ["+0.2 %", "−12.5 %", "of the −17.0 %"],
      ["−5.1 %", "−17.0 %", ""],
    ]);
    expect(table("NVDA")?.since).toBe("Friday’s close");
  });

  it("draws each part from where the one before it ended", () => {
    const model = table("MAG7");
    for (const { steps } of model?.rows ?? []) steps.forEach((step, i) => expect(step.from).toBe(steps[i - 1]?.to ?? model?.zero));
  });

  it("calls nothing a share where the day turned", () => {
    // Meta fell before the article and rose by the close; Alphabet had fallen further than it closed.
    expect(row(table("META"), "META").steps.map(({ share }) => share)).toEqual([null, null, null]);
    expect(row(table("GOOGL"), "GOOGL").steps[0]?.share).toBeNull();
  });

  it("shows a basket by its stand-ins, and says which have no 5-minute prices", () => {
    const model = table("GSENEPOW");
    expect(model?.rows.map(({ id }) => id)).toEqual(["UTES", "GSENEPOW-LIST", "VOLT"]);
    expect(row(model, "VOLT").why).toContain("no opening price");
    expect(row(model, "UTES").steps.map(({ part }) => part)).toEqual(["overnight", "session"]);
    expect(model?.notes.join(" ")).toContain("No 5-minute prices are held for UTES and GSENEPOW list");
  });

  it("lists a member under its group once, and a group before it", () => {
    expect(table("NVDA", "MAG7")?.rows.map(({ id }) => id)).toEqual(["MAG7", "AAPL", "AMZN", "GOOGL", "META", "MSFT", "NVDA", "TSLA"]);
    expect(table("SMH", "GSTMTAIP")?.rows.filter(({ id }) => id === "SMH")).toHaveLength(1);
  });

  it("gives the reason alone where nothing can be split, and nothing where there is no move", () => {
    expect(table("RSP")).toMatchObject({ ticks: [], notes: [], rows: [{ id: "RSP", steps: [], day: null }] });
    expect(table("OPENAI")).toBeNull();
    expect(table()).toBeNull();
  });
});
