import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { readingScript, readChoice, readingSettings, storageKey } from "../../../lib/view/site/reader-preferences.ts";

/** What the script in the head makes of what a browser has stored. */
function attributesFor(stored: Record<string, string>, shut = false): Record<string, string> {
  const dataset: Record<string, string> = {};
  const getItem = (key: string) => {
    if (shut) throw new Error("storage is shut");
    return stored[key] ?? null;
  };
  runInNewContext(readingScript, { document: { documentElement: { dataset } }, localStorage: { getItem } });
  return dataset;
}

describe("the script in the head", () => {
  test("puts what was chosen on the html element", () => {
    expect(attributesFor({ "claimtape-theme": "dark", "claimtape-rise": "red", "claimtape-keys": "off" })).toEqual({
      script: "",
      theme: "dark",
      rise: "red",
      keys: "off",
    });
  });

  test("leaves the defaults unsaid, and what is no choice aside", () => {
    expect(attributesFor({})).toEqual({ script: "" });
    expect(attributesFor({ "claimtape-theme": "system", "claimtape-rise": "green" })).toEqual({ script: "" });
  });

  test("survives a browser whose storage is shut", () => {
    expect(attributesFor({}, true)).toEqual({ script: "" });
  });

  test("cannot end the element it stands in", () => {
    expect(readingScript).not.toContain("</");
  });
});

test("a stored value that is no choice is the default", () => {
  expect(readChoice("theme", "dark")).toBe("dark");
  expect(readChoice("theme", "sepia")).toBe("system");
  expect(readChoice("rise", null)).toBe("blue");
  expect(readChoice("keys", undefined)).toBe("on");
});

test("every setting has a key of its own", () => {
  expect(new Set(readingSettings.map(storageKey)).size).toBe(readingSettings.length);
});
