import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { createRasteriser, rasterise } from "../../../lib/io/process/raster.ts";

const svg = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="200" height="40" fill="#fff"/><text x="10" y="28" font-family="Inter, sans-serif" font-size="20">${text}</text></svg>`;

/** A renderer that waits until it is let go, and counts. */
function slow(bytes = 10) {
  const waiting: (() => void)[] = [];
  const drawn: string[] = [];
  return {
    drawn,
    waiting,
    render: async (one: string) => {
      drawn.push(one);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return new Uint8Array(bytes);
    },
  };
}

const instant = (drawn: string[], bytes: number) => async (one: string) => {
  drawn.push(one);
  return new Uint8Array(bytes);
};
const turns = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("a picture", () => {
  it("has its document’s size, times the scale", async () => {
    for (const scale of [1, 2] as const) {
      const { width, height } = PNG.sync.read(Buffer.from(await rasterise(svg("a"), { scale })));
      expect([width, height]).toEqual([200 * scale, 40 * scale]);
    }
  });

  it("has letters: the font is found, true minus and narrow space among them", async () => {
    const inked = async (text: string) => PNG.sync.read(Buffer.from(await rasterise(svg(text), { scale: 1 }))).data.filter((byte) => byte < 128).length;
    expect(await inked("")).toBe(0);
    for (const letter of ["a", "\u2212", "’", "%", "Å"]) expect(await inked(letter), letter).toBeGreaterThan(5);
  });

  it("is the same bytes from two rasterisers", async () => {
    const [one, other] = await Promise.all([createRasteriser(), createRasteriser()].map((each) => each.rasterise(svg("NVDA"), { scale: 2 })));
    expect(one).toEqual(other);
  });
});

describe("the bounds", () => {
  it("asked twice at once, it draws once", async () => {
    const { drawn, waiting, render } = slow();
    const raster = createRasteriser({ render });
    const both = [raster.rasterise("a", { scale: 1 }), raster.rasterise("a", { scale: 1 })];
    await turns();
    waiting.forEach((go) => go());
    await Promise.all(both);
    expect(drawn).toEqual(["a"]);
  });

  it("draws no more at once than it may, and refuses what would wait too long", async () => {
    const { drawn, waiting, render } = slow();
    const raster = createRasteriser({ render, atOnce: 1, waiting: 1 });
    const first = raster.rasterise("a", { scale: 1 });
    const second = raster.rasterise("b", { scale: 1 });
    await expect(raster.rasterise("c", { scale: 1 })).rejects.toMatchObject({ name: "RasterBusy" });
    expect(drawn).toEqual(["a"]);
    waiting.shift()?.();
    await first;
    await turns();
    expect(drawn).toEqual(["a", "b"]);
    waiting.shift()?.();
    await second;
    const third = raster.rasterise("c", { scale: 1 });
    await turns();
    waiting.shift()?.();
    await expect(third).resolves.toBeInstanceOf(Uint8Array);
  });

  it("keeps what was last used, up to its bytes", async () => {
    const drawn: string[] = [];
    const raster = createRasteriser({ render: instant(drawn, 40), keep: 100 });
    for (const one of ["a", "b", "a", "c", "a", "b"]) await raster.rasterise(one, { scale: 1 });
    expect(drawn).toEqual(["a", "b", "c", "b"]);
  });

  it("does not keep what is larger than all it may keep, nor a failure", async () => {
    const drawn: string[] = [];
    const raster = createRasteriser({ render: instant(drawn, 200), keep: 100 });
    for (const one of ["a", "a"]) await raster.rasterise(one, { scale: 1 });
    expect(drawn).toEqual(["a", "a"]);
    let fail = true;
    const moody = createRasteriser({ render: async () => (fail ? Promise.reject(new Error("no")) : new Uint8Array(1)) });
    await expect(moody.rasterise("a", { scale: 1 })).rejects.toThrow("no");
    fail = false;
    await expect(moody.rasterise("a", { scale: 1 })).resolves.toBeInstanceOf(Uint8Array);
  });
});
