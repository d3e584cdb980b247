import { describe, expect, it } from "vitest";
import type { Figure, FigureInput, Reference, Source } from "../../../lib/domain/article/claim-test.ts";
import { judgeFigure, judgeFigures, referTo } from "../../../lib/domain/judgement/figure.ts";
import { priced } from "../study/synthetic-prices.ts";

const source = (standing: Source["standing"] = "found"): Source => ({ title: "", url: null, day: null, standing });
const input = (value: number, standing: Source["standing"] = "found"): FigureInput => ({ label: "", value, unit: "", source: source(standing) });
const by = (rule: Reference["rule"], ...values: number[]): Reference => ({ rule, unit: "", inputs: values.map((value) => input(value)) });
type Stated = Partial<Figure["stated"]> & { value: number };
const figure = (stated: Stated, reference: Reference | null, alternative?: Reference): Figure => ({
  id: "f",
  what: "",
  subject: "",
  stated: { text: "", unit: "", bound: "exact", ...stated },
  reference,
  ...(alternative === undefined ? {} : { alternative }),
});
const word = (...args: Parameters<typeof figure>) => judgeFigure(figure(...args), {}).judged.word;

describe("a stated number beside its reference", () => {
  it.each<[string, Stated, Reference, string]>([
    ["equal", { value: 100 }, by("value", 100), "matches"],
    ["a tenth above", { value: 110 }, by("value", 100), "matches"],
    ["a tenth below", { value: 90 }, by("value", 100), "matches"],
    ["more than a tenth above", { value: 110.01 }, by("value", 100), "overstated"],
    ["more than a tenth below", { value: 89.99 }, by("value", 100), "understated"],
    ["inside the range", { value: 40 }, by("range", 20, 40, 30), "matches"],
    ["a tenth above the range", { value: 44 }, by("range", 20, 40), "matches"],
    ["a tenth below the range", { value: 18 }, by("range", 20, 40), "matches"],
    ["above the range", { value: 44.1 }, by("range", 20, 40), "overstated"],
    ["below the range", { value: 17.9 }, by("range", 20, 40), "understated"],
    ["equal at the stated digits", { value: 2, digits: 0 }, by("value", 1.5), "matches"],
    ["not equal at them", { value: 2, digits: 1 }, by("value", 1.5), "overstated"],
    ["no digits stated, none equal", { value: 2 }, by("value", 1.6), "overstated"],
    ["equal at two digits of its own", { value: 0.014, digits: 2 }, by("value", 0.011), "matches"],
    ["at least, and it is more", { value: 100, bound: "at-least" }, by("value", 1000), "matches"],
    ["at least, and it is as much", { value: 100, bound: "at-least" }, by("value", 100), "matches"],
    ["at least, and it is less", { value: 100, bound: "at-least" }, by("value", 60), "overstated"],
    ["at least, and the range reaches it", { value: 100, bound: "at-least" }, by("range", 10, 120), "matches"],
    ["less than, and it is less", { value: 200, bound: "less-than" }, by("value", 20), "matches"],
    ["less than, and it is more", { value: 200, bound: "less-than" }, by("value", 300), "understated"],
    ["less than, and the range begins below", { value: 200, bound: "less-than" }, by("range", 150, 900), "matches"],
    ["below zero", { value: -105 }, by("value", -100), "matches"],
  ])("%s", (_, stated, reference, expected) => expect(word(stated, reference)).toBe(expected));

  it("is disputed only where a second reference gives another word", () => {
    expect(word({ value: 75 }, by("value", 75), by("value", 50))).toBe("disputed");
    expect(word({ value: 75 }, by("value", 40), by("value", 50))).toBe("overstated");
    expect(word({ value: 75 }, by("value", 75), { ...by("value"), rule: "product" })).toBe("matches");
  });

  it("is unsourced where no source measures it, or where only memory stands behind it, and says which", () => {
    expect(judgeFigure(figure({ value: 1 }, null), {})).toMatchObject({
      judged: { word: "unsourced", reasons: ["no-reference"] },
      off: null,
      alternative: null,
    });
    expect(judgeFigure(figure({ value: 1 }, { ...by("value"), inputs: [input(1, "remembered")] }), {}).judged).toEqual({
      word: "unsourced",
      reasons: ["memory-only"],
    });
    expect(word({ value: 6 }, { ...by("product"), inputs: [input(2, "remembered"), input(3)] })).toBe("matches");
    expect(word({ value: 6 }, { ...by("product"), inputs: [input(2, "remembered"), input(3, "computed")] })).toBe("unsourced");
    expect(word({ value: 6 }, { ...by("product"), inputs: [input(2, "computed"), input(3, "computed")] })).toBe("matches");
  });

  it("says how far off it is from the nearest end", () => {
    const off = (stated: Stated, reference: Reference) => judgeFigure(figure(stated, reference), {}).off;
    expect(off({ value: 150 }, by("range", 50, 100))).toBeCloseTo(0.5, 12);
    expect(off({ value: 25 }, by("range", 50, 100))).toBeCloseTo(-0.5, 12);
    expect(off({ value: 75 }, by("range", 50, 100))).toBe(0);
    expect(off({ value: 1 }, by("value", 0))).toBeNull();
  });

  it("puts the figures of a claim together", () => {
    const right = figure({ value: 1 }, by("value", 1));
    const wrong = figure({ value: 2 }, by("value", 1));
    expect(judgeFigures({ kind: "figure", figures: [right, right] }, {})).toMatchObject({ kind: "figure", judged: { word: "matches" } });
    expect(judgeFigures({ kind: "figure", figures: [right, wrong] }, {}).judged.word).toBe("mixed");
  });
});

describe("a reference", () => {
  const NVDA = priced("NVDA", { "2025-01-24": 142.62 });
  it.each<[Reference["rule"], number[], number, number]>([
    ["value", [3], 3, 3],
    ["range", [3, 1, 2], 1, 3],
    ["product", [2, 3, 4], 24, 24],
    ["share", [3, 4], 0.75, 0.75],
    ["per-year", [500, 4], 125, 125],
    ["reduction", [32, 8], 0.75, 0.75],
    ["mean", [1, 2, 6], 3, 3],
    ["mean-share", [6, 1, 2, 6], 2, 2],
  ])("by %s of %j", (rule, values, low, high) => expect(referTo(by(rule, ...values), {})).toMatchObject({ low, high, remembered: false }));

  it("counts days", () => {
    const day = (date: string): FigureInput => ({ label: "", date, source: source() });
    expect(referTo({ rule: "days-between", unit: "days", inputs: [day("2017-05-27"), day("2017-07-20")] }, {})).toMatchObject({
      low: 54,
      high: 54,
      unit: "days",
    });
  });

  it("reads a price as it was quoted, or says there is none", () => {
    const worth: Reference = {
      rule: "product",
      unit: "USD",
      inputs: [{ label: "close", price: { symbol: "NVDA", day: "2025-01-24" }, source: source() }, input(2)],
    };
    expect(referTo(worth, { NVDA })).toMatchObject({ low: 285.24, inputs: [{ label: "close", value: 142.62 }, { value: 2 }] });
    expect(referTo(worth, {})).toMatchObject({ absent: "no-price" });
    expect(referTo(worth, { NVDA: { ...NVDA, levels: "split-adjusted" } })).toMatchObject({ absent: "no-price" });
    expect(referTo(worth, { NVDA: priced("NVDA", { "2025-01-23": 147 }) })).toMatchObject({ absent: "no-price" });
    expect(judgeFigure(figure({ value: 1 }, worth), {}).judged).toEqual({ word: "no-price", reasons: ["no-price"] });
  });

  it.each<Reference>([by("value"), by("range"), by("product"), by("share", 1), by("share", 1, 0), by("mean"), by("mean-share", 1), by("days-between", 1)])(
    "without its inputs is none: $rule",
    (reference) => expect(referTo(reference, {})).toMatchObject({ absent: "no-reference" }),
  );
});
