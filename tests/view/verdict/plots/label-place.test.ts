import { describe, expect, it } from "vitest";
import { labelBox, overlap, placeLabels } from "../../../../lib/view/verdict/plots/label-place.ts";
import type { Labelled } from "../../../../lib/view/verdict/plots/label-place.ts";

const points: Labelled[] = [
  { x: 94, y: 70, range: null, lines: ["Microsoft"] },
  { x: 89, y: 46, range: null, lines: ["Amazon"] },
  { x: 78, y: 34, range: [75, 80], lines: ["Meta"] },
  { x: 65, y: 85, range: null, lines: ["Alphabet"] },
  { x: 40, y: 20, range: null, lines: ["Apple", "as spent"] },
];

describe("names beside their dots", () => {
  const widths = [230, 400, 640];
  const places = placeLabels(points, widths, 250);

  it("touch no other name, no dot and no edge, at any width between", () => {
    for (let width = 230; width <= 640; width += 10) {
      const boxes = points.flatMap((point, i) => (places[i] === undefined ? [] : [labelBox(point, places[i], width)]));
      expect(boxes).toHaveLength(points.length);
      boxes.forEach((box, i) => {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
        for (const { x, y } of points) {
          const at = (x / 100) * width;
          expect(overlap(box, { left: at - 5, right: at + 5, top: y - 5, bottom: y + 5 })).toBe(false);
        }
      });
    }
  });

  it("are placed the same every time", () => {
    expect(placeLabels(points, widths, 250)).toEqual(places);
  });
});
