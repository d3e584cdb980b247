import { describe, expect, test } from "vitest";
import { fittedText, newsreaderWidth } from "../../../lib/view/picture/text-lines.ts";
import { shareCardSvg, type ShareCard } from "../../../lib/view/picture/share-card-svg.ts";

const card: ShareCard = {
  kicker: "Somebody, item 1",
  heading: "A claim that is long enough to need more than one line of the card it stands on.",
  note: "The claim in our words",
  words: [{ word: "not-detectable", text: "not detectable", why: "too small to tell" }],
  moves: [],
  span: null,
  seen: null,
  instead: "It names nothing that has a price.",
};

describe("text set into a room", () => {
  const room = { width: 456, height: 260, sizes: [56, 26] as [number, number], leading: 1.16, measure: newsreaderWidth };
  const texts = [
    "Of the seven, Tesla has the least to lose from this.",
    "Until now a top model has cost upwards of a hundred million dollars in computing alone, on thousands of chips at $40,000 each, with the appetite of a power plant.",
    "word ".repeat(200).trim(),
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  ];
  test.each(texts)("stays inside it: %.40s", (text) => {
    const { lines, size, leading } = fittedText(text, room);
    for (const line of lines) expect(newsreaderWidth(line.replace(/…$/, ""), size)).toBeLessThanOrEqual(room.width);
    expect(lines.length * leading).toBeLessThanOrEqual(room.height + leading * 0.01);
    expect(size).toBeGreaterThanOrEqual(26);
  });

  test("a short text is large, a longer one smaller, and none of either is lost", () => {
    const [short, long] = texts.slice(0, 2).map((text) => ({ text, ...fittedText(text, room) }));
    expect(short?.size).toBeGreaterThan(long?.size ?? 0);
    for (const one of [short, long]) expect(one?.lines.join(" ")).toBe(one?.text);
  });

  test("lines are about equally long: none hangs with one word", () => {
    const { lines, size } = fittedText("Nvidia, whose place DeepSeek may threaten, is worth two trillion dollars on the stock market.", room);
    const widths = lines.map((line) => newsreaderWidth(line, size));
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.35);
  });

  test("what does not fit at all ends in an ellipsis", () => {
    expect(fittedText("word ".repeat(200).trim(), room).lines.at(-1)).toMatch(/…$/);
  });
});

// measureText of Chromium’s canvas in 500 1000px of the page’s own Newsreader file, kerning off.
test.each([
  ["Nvidia fell 16.97", 7363.5],
  ["Don’t fade the baskets", 9659],
])("the width of “%s” is the font’s", (text, pixels) => {
  expect(Math.abs(newsreaderWidth(text, 1000) - pixels)).toBeLessThan(5);
});

describe("a card", () => {
  test("is 1200 × 630 and says all of it", () => {
    const svg = shareCardSvg(card);
    expect(svg).toMatch(/^<svg [^>]*width="1200" height="630"/);
    for (const said of ["Claimtape", "Somebody, item 1", "The claim in our words", "not detectable", "too small to tell", "It names nothing that has a price."])
      expect(svg).toContain(said);
  });

  test("of the same input is the same bytes", () => {
    expect(shareCardSvg(structuredClone(card))).toBe(shareCardSvg(card));
  });

  test("lets no text be markup", () => {
    const svg = shareCardSvg({ ...card, kicker: '<script>"&' });
    expect(svg).toContain("&lt;script&gt;&quot;&amp;");
    expect(svg).not.toContain("<script");
  });

  test("draws a glyph for every word, and no two alike", () => {
    const words = [
      "consistent",
      "opposite",
      "not-detectable",
      "split",
      "mixed",
      "matches",
      "overstated",
      "understated",
      "disputed",
      "unsourced",
      "not-testable",
      "no-price",
    ] as const;
    const glyphs = words.map(
      (word) =>
        /<g transform[^>]*scale\([^)]*\)">((?:<(?:path|circle)[^>]*stroke-?[^>]*>|<(?:path|circle)[^>]*>)+)<\/g><text[^>]*font-weight="600">x<\/text>/.exec(
          shareCardSvg({ ...card, words: [{ word, text: "x", why: null }] }),
        )?.[1],
    );
    expect(glyphs.every((glyph) => glyph !== undefined)).toBe(true);
    expect(new Set(glyphs).size).toBe(words.length);
  });
});
