import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentScale } from "../../../lib/view/words/percent-scale.ts";

const axis = { range: [2, 98] as [number, number], count: 4, label: (value: number, step: number) => `${value} by ${step}` };

describe("a scale of one drawing", () => {
  it("reaches from the lowest to the highest, zero among them", () => {
    const { at, zero } = percentScale([0.1, 0.2], axis);
    expect([zero, at(0.2), at(0.1)]).toEqual([2, 98, 50]);
  });

  it("labels its ticks with the step between them", () => {
    expect(percentScale([-0.1, 0.1], axis).ticks).toEqual([
      { at: 2, label: "-0.1 by 0.05" },
      { at: 26, label: "-0.05 by 0.05" },
      { at: 50, label: "0 by 0.05" },
      { at: 74, label: "0.05 by 0.05" },
      { at: 98, label: "0.1 by 0.05" },
    ]);
  });

  it("lets every second tick go where the drawing is narrow, never zero", () => {
    const { ticks } = percentScale([-0.1, 0.1], { ...axis, halved: true });
    expect(ticks.map(({ minor }) => minor)).toEqual([false, true, false, true, false]);
  });

  it("leaves air beyond both ends", () => {
    const { at } = percentScale([0, 1], { ...axis, range: [0, 120], air: 0.1 });
    expect([at(-0.1), at(0), at(1), at(1.1)]).toEqual([0, 10, 110, 120]);
  });

  it.each([[[]], [[0, 0]], [[5e-324, -5e-324]]])("has zero in the middle where nothing differs from it: %j", (values) => {
    expect(percentScale(values, axis).zero).toBe(50);
  });

  it("keeps every value inside its range", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -0.9, max: 3, noNaN: true }), { minLength: 1 }), (values) => {
        const { at } = percentScale(values, axis);
        for (const value of values) expect(at(value) >= 2 && at(value) <= 98).toBe(true);
      }),
    );
  });
});
