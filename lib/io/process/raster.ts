import { createHash } from "node:crypto";
import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { BulkheadRejectedError, bulkhead } from "cockatiel";
import { LRUCache } from "lru-cache";

/** Pictures could not be drawn now: as many wait already as may. */
export class RasterBusy extends Error {
  override name = "RasterBusy";
}

export interface RasterOptions {
  /** Pixels of the picture for one of the document's: 1 or 2. */
  scale: 1 | 2;
}

export interface Rasteriser {
  /** @throws RasterBusy where the queue is full; the reader may come back in seconds */
  rasterise(svg: string, options: RasterOptions): Promise<Uint8Array<ArrayBuffer>>;
}

/** Beside the page's own faces, which are WOFF2 and variable, and so nothing the renderer reads. */
const FONTS = [
  "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
  "@expo-google-fonts/newsreader/500Medium/Newsreader_500Medium.ttf",
];

/**
 * SVG to PNG. Fonts are our own and the system's are not looked at, so a picture is the same bytes
 * everywhere. Pictures made are kept up to `keep` bytes; what is drawn at one time and what waits for it
 * is bounded, so that nobody can fill a machine with pictures.
 */
export function createRasteriser({ render = draw, keep = 32 * 2 ** 20, atOnce = 2, waiting = 24 } = {}): Rasteriser {
  const made = new LRUCache<string, Uint8Array<ArrayBuffer>>({ maxSize: keep, sizeCalculation: ({ byteLength }) => byteLength });
  const inFlight = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const turns = bulkhead(atOnce, waiting);

  async function fresh(key: string, svg: string, options: RasterOptions): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const png = await turns.execute(() => render(svg, options));
      made.set(key, png);
      return png;
    } catch (error) {
      throw error instanceof BulkheadRejectedError ? new RasterBusy("Too many pictures are being drawn.") : error;
    } finally {
      inFlight.delete(key);
    }
  }

  return {
    rasterise(svg, options) {
      const key = `${options.scale} ${createHash("sha256").update(svg).digest("base64")}`;
      const known = made.get(key) ?? inFlight.get(key);
      if (known !== undefined) return Promise.resolve(known);
      const drawing = fresh(key, svg, options);
      inFlight.set(key, drawing);
      return drawing;
    },
  };
}

async function draw(svg: string, { scale }: RasterOptions): Promise<Uint8Array<ArrayBuffer>> {
  const folder = join(process.cwd(), "node_modules");
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: FONTS.map((file) => join(folder, file)), defaultFontFamily: "Inter", sansSerifFamily: "Inter" },
    fitTo: { mode: "zoom", value: scale },
    logLevel: "off",
  });
  return new Uint8Array(image.asPng());
}

/** The rasteriser of this process: one, whichever bundle a route is built into, so that its bounds hold. */
export function rasterise(svg: string, options: RasterOptions): Promise<Uint8Array<ArrayBuffer>> {
  return (processGlobals[rasterKey] ??= createRasteriser()).rasterise(svg, options);
}

const rasterKey = Symbol.for("claimtape.rasteriser");
const processGlobals = globalThis as { [rasterKey]?: Rasteriser };
