import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PICTURE_COLOURS } from "../../../lib/view/picture/picture-colours.ts";

/** What a token of the page is in both themes: `--ink: light-dark(#1c1a16, #ece7dc)`, or another token's name. */
const css = readFileSync(join(import.meta.dirname, "../../../app/globals.css"), "utf8");
function token(name: string): [light: string, dark: string] {
  const [, value = ""] = new RegExp(`--${name}: ([^;]+);`).exec(css) ?? [];
  const other = /^var\(--([a-z0-9-]+)\)$/.exec(value);
  if (other !== null) return token(other[1] ?? "");
  const [, light = "", dark = ""] = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value) ?? [];
  return [light, dark];
}

describe("a picture’s colours", () => {
  it.each([
    ["paper", "paper"],
    ["raised", "paper-raised"],
    ["ink", "ink"],
    ["soft", "ink-soft"],
    ["faint", "ink-faint"],
    ["rule", "rule"],
  ] as const)("%s is the page’s --%s", (name, of) => {
    expect([PICTURE_COLOURS.light[name], PICTURE_COLOURS.dark[name]]).toEqual(token(of));
  });

  it.each([
    ["tone0", "line-1"],
    ["tone1", "line-2"],
    ["tone2", "line-3"],
    ["tone3", "line-4"],
    ["tone4", "line-5"],
    ["benchmark", "ink"],
    ["grey", "ink-faint"],
    ["faint", "ink-faint"],
  ] as const)("a line of %s is the page’s --%s", (name, of) => {
    expect([PICTURE_COLOURS.light.lines[name], PICTURE_COLOURS.dark.lines[name]]).toEqual(token(of));
  });
});
