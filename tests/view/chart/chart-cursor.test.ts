import { describe, expect, test } from "vitest";
import type { ChartModel } from "../../../lib/view/chart/chart-model.ts";
import { chartModel } from "../../../lib/view/chart/chart-model.ts";
import { moveCursor, nearestStop } from "../../../lib/view/chart/chart-cursor.ts";
import type { Cursor } from "../../../lib/view/chart/chart-cursor.ts";

const stops = Array.from({ length: 26 }, (_, i) => ({ offset: i - 5, day: "2025-01-27" }));

function chart(lines: number): ChartModel {
  const drawn = Array.from({ length: lines }, (_, i) => ({
    id: `${i}`,
    label: `${i}`,
    name: `${i}`,
    role: "main" as const,
    points: stops.map((stop) => ({ ...stop, value: i })),
  }));
  const model = chartModel(drawn, {
    title: "",
    scale: { measure: "change", currency: null },
    since: "",
    stops,
    x: { domain: [-5, 20], ticks: [], bands: [] },
    publication: { at: -0.5, label: "" },
  });
  if (model === null) throw new Error("no chart");
  return model;
}

describe("keys move the cursor", () => {
  const walk = (charts: ChartModel[], ...keys: string[]) => keys.reduce<Cursor | null>((now, key) => moveCursor(charts, now, key) ?? now, null);
  const two = [chart(2)];

  test.each([
    [["ArrowRight"], { stop: 5, line: 0 }],
    [["ArrowRight", "ArrowRight"], { stop: 6, line: 0 }],
    [["ArrowLeft", "ArrowLeft"], { stop: 4, line: 0 }],
    [["ArrowRight", "PageUp"], { stop: 15, line: 0 }],
    [["ArrowRight", "PageUp", "PageUp"], { stop: 25, line: 0 }],
    [["ArrowRight", "PageDown"], { stop: 0, line: 0 }],
    [["End"], { stop: 25, line: 0 }],
    [["End", "Home"], { stop: 0, line: 0 }],
    [["ArrowDown"], { stop: 5, line: 0 }],
    [["ArrowRight", "ArrowDown"], { stop: 5, line: 1 }],
    [["ArrowRight", "ArrowDown", "ArrowDown"], { stop: 5, line: 0 }],
    [["ArrowRight", "ArrowUp"], { stop: 5, line: 1 }],
    [["a"], null],
  ])("%j", (keys, cursor) => {
    expect(walk(two, ...keys)).toEqual(cursor);
  });

  test("across several charts the lines are one list", () => {
    expect(walk([chart(1), chart(1), chart(1)], "ArrowRight", "ArrowUp")).toEqual({ stop: 5, line: 2 });
  });
});

test.each([
  [0, 0],
  [1, 25],
  [0.2, 5],
  [0.21, 5],
  [0.49, 12],
  [0.5, 13],
  [-1, 0],
  [2, 25],
])("a pointer at %d of the axis stands at stop %i", (share, stop) => {
  expect(nearestStop({ stops, x: { domain: [-5, 20], ticks: [], bands: [] } }, share)).toBe(stop);
});
