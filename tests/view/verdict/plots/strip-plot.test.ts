import { describe, expect, it } from "vitest";
import type { Strip } from "../../../../lib/domain/judgement/strip.ts";
import { DOT, EVENT_DOT, NARROWEST, countAmong, stripPlot, swarm } from "../../../../lib/view/verdict/plots/strip-plot.ts";

/** A fixed heap of numbers, thick in the middle: the sum of three steps of Lehmer's generator. */
function heap(count: number): number[] {
  let seed = 20250127;
  const next = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: count }, () => (next() + next() + next() - 1.5) / 25);
}

function strip(event: number, residuals = heap(250)): Strip {
  const asLow = residuals.filter((value) => value <= event).length;
  const rank = { n: residuals.length, overlapping: false, asLow, asHigh: residuals.length - asLow, asFar: 0, p: 0.004 };
  return { unit: "NVDA", benchmark: "SPY", eventDay: "2025-01-27", event, residuals, from: "2024-01-11", to: "2025-01-08", rank };
}

describe("a swarm", () => {
  it("lets no two dots touch, keeps every x and the order given", () => {
    const xs = heap(250).map((value) => value * 8 + 0.5);
    const dots = swarm(xs, 0.012);
    expect(dots.map(({ x }) => x)).toEqual(xs);
    for (const [i, a] of dots.entries()) {
      for (const b of dots.slice(i + 1)) expect(a.level !== b.level || Math.abs(a.x - b.x) >= 0.012).toBe(true);
    }
    expect(swarm(xs, 0.012)).toEqual(dots);
  });

  it("leaves no hole: below a dot stands another too near to pass", () => {
    const dots = swarm(
      heap(250).map((value) => value * 8 + 0.5),
      0.012,
    );
    for (const dot of dots.filter(({ level }) => level > 0)) {
      expect(dots.some((other) => other.level === dot.level - 1 && Math.abs(other.x - dot.x) < 0.012)).toBe(true);
    }
  });
});

describe("the strip plot", () => {
  it.each([-0.134, 0.001, 0.09])("keeps ordinary days clear of the event day at %d", (move) => {
    const plot = stripPlot(strip(move), {});
    expect(plot.dots).toHaveLength(250);
    for (const dot of plot.dots) {
      expect(dot.x).toBeGreaterThanOrEqual(2);
      expect(dot.x).toBeLessThanOrEqual(98);
      expect(dot.y).toBeLessThan(plot.floor);
      expect(dot.y).toBeGreaterThan(DOT);
      const across = (Math.abs(dot.x - plot.event.x) / 100) * NARROWEST;
      expect(Math.hypot(across, dot.y - plot.event.y)).toBeGreaterThan(EVENT_DOT + DOT - 0.5);
    }
    expect(stripPlot(strip(move), {})).toEqual(plot);
  });

  it("counts in words, the way the day went", () => {
    const rank = { n: 250, overlapping: false, asLow: 0, asHigh: 250, asFar: 0, p: 1 / 251 };
    expect(countAmong(rank, -0.134)).toBe("None of the 250 was as low.");
    expect(countAmong({ ...rank, asLow: 1 }, -0.05)).toBe("1 of the 250 was as low.");
    expect(countAmong({ ...rank, asHigh: 4 }, 0.04)).toBe("4 of the 250 were as high.");
    expect(stripPlot(strip(-0.134), {}).description).toContain("None of the 250 was as low.");
  });
});
