import { describe, expect, test } from "vitest";
import { keyHelp, pageAction, stepIn } from "../../../lib/view/site/page-keys.ts";
import type { KeyPress } from "../../../lib/view/site/page-keys.ts";

const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  place: "page",
  singleKeys: true,
  ...over,
});
const singles = ["j", "k", "/", "?"];

describe("a key", () => {
  test.each([
    ["j", "next"],
    ["k", "previous"],
    ["J", "next"], // Caps Lock
    ["/", "search"],
    ["?", "help"],
    ["x", null],
    ["Enter", null],
  ])("%s alone: %s", (key, action) => {
    expect(pageAction(press(key))).toBe(action);
  });

  test("where Shift is how one types / or ?, it does not matter; with a letter it does", () => {
    expect(pageAction(press("/", { shiftKey: true }))).toBe("search");
    expect(pageAction(press("?", { shiftKey: true }))).toBe("help");
    expect(pageAction(press("J", { shiftKey: true }))).toBeNull();
  });

  test.each(["ctrlKey", "metaKey", "altKey"] as const)("with %s is somebody else’s", (modifier) => {
    for (const key of singles.filter((one) => one !== "k")) expect(pageAction(press(key, { [modifier]: true }))).toBeNull();
  });

  test.each(["field", "chart", "dialog"] as const)("rests in a %s", (place) => {
    for (const key of singles) expect(pageAction(press(key, { place }))).toBeNull();
  });

  test("of one letter rests when the reader turned those off", () => {
    for (const key of singles) expect(pageAction(press(key, { singleKeys: false }))).toBeNull();
  });
});

describe("Ctrl or ⌘ with K", () => {
  test.each(["page", "field", "chart", "dialog"] as const)("searches from a %s, whatever is off", (place) => {
    expect(pageAction(press("k", { ctrlKey: true, place, singleKeys: false }))).toBe("search");
    expect(pageAction(press("K", { metaKey: true, place }))).toBe("search");
  });

  test("with more keys is somebody else’s", () => {
    expect(pageAction(press("k", { ctrlKey: true, altKey: true }))).toBeNull();
    expect(pageAction(press("k", { ctrlKey: true, shiftKey: true }))).toBeNull();
    expect(pageAction(press("k", { ctrlKey: true, metaKey: true }))).toBeNull();
  });
});

test("a step in a list stops at its ends", () => {
  expect(stepIn(3, -1, "next")).toBe(0);
  expect(stepIn(3, 1, "next")).toBe(2);
  expect(stepIn(3, 2, "next")).toBeNull();
  expect(stepIn(3, 1, "previous")).toBe(0);
  expect(stepIn(3, 0, "previous")).toBeNull();
  expect(stepIn(3, -1, "previous")).toBeNull();
  expect(stepIn(0, -1, "next")).toBeNull();
});

test("the help lists every key of one letter that does something, and no other as one", () => {
  const listed = keyHelp.flatMap(({ keys }) => keys.filter(({ single }) => single).flatMap(({ press }) => press));
  expect(listed.toSorted()).toEqual(singles.toSorted());
  for (const key of listed) expect(pageAction(press(key))).not.toBeNull();
});
