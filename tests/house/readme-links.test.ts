import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Every page of documentation that is written by hand. */
const pages = [...namesIn("."), ...namesIn("docs"), ...namesIn("data")];

function namesIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

/** Where a page leads inside the repository: links, images, and addresses in pieces of HTML. */
function targets(text: string): string[] {
  const markdown = [...text.matchAll(/\]\(<?([^)\s>]+)/g)].map(([, target = ""]) => target);
  const html = [...text.matchAll(/\b(?:src|href|srcset)="([^"]+)"/g)].map(([, target = ""]) => target);
  return [...markdown, ...html].filter((target) => !/^[a-z][a-z0-9+.-]*:|^#/i.test(target)).map((target) => target.replace(/[#?].*$/, ""));
}

describe.each(pages)("%s", (file) => {
  const text = readFileSync(join(root, file), "utf8");

  test("leads to nothing that is not there", () => {
    expect(targets(text).filter((target) => !existsSync(join(root, dirname(file), target)))).toEqual([]);
  });

  test("names no npm script that is not there", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const named = [...text.matchAll(/\bnpm run ([a-z:-]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test("runs no TypeScript on the machine's own Node, which may be too old for it", () => {
    expect(text.match(/`node scripts\/[^`]*\.ts/g)).toBeNull();
  });
});

test("links, images and pieces of HTML are seen", () => {
  expect(targets('![a](docs/a.png) [b](./b.md#part) [c](https://x.y/z) <img src="d.png"> [e](#f)')).toEqual(["docs/a.png", "./b.md", "d.png"]);
});

test("the README is short and leads to every page of docs/", () => {
  const text = readFileSync(join(root, "README.md"), "utf8");
  expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(100);
  expect(namesIn("docs").filter((page) => !targets(text).includes(page))).toEqual([]);
});
