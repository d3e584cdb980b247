import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"));
const { dependencies, devDependencies, optionalDependencies } = read("package.json");

/** What Next asks for by itself, imported or not. */
const askedForByNext = ["react-dom"];

/** The text of everything tracked or about to be, below some folders. */
function source(...folders: string[]): string {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--", ...folders], { cwd: root, encoding: "utf8" });
  return files
    .split("\n")
    .filter((file) => /\.(tsx?|m?js|css)$/.test(file))
    .map((file) => readIfThere(file))
    .join("\n");
}

/** A file deleted and not committed yet is still listed. */
function readIfThere(file: string): string {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch {
    return "";
  }
}

describe("what package.json depends on", () => {
  const served = source("app", "components", "lib", "server");

  test.each(Object.keys(dependencies))("%s is imported by what is served", (name) => {
    if (askedForByNext.includes(name)) return;
    expect(new RegExp(`["'](?:[./]*/node_modules/)?${name}(/[^"']*)?["']`).test(served), name).toBe(true);
  });

  test("csv-parse serves scripts alone", () => {
    expect(served.includes("csv-parse")).toBe(false);
    expect(devDependencies).toHaveProperty("csv-parse");
  });

  test("the lock file says the same", () => {
    const [rootEntry] = Object.values(read("package-lock.json").packages);
    expect(rootEntry).toMatchObject({ dependencies, devDependencies });
  });

  test.each(Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }))("%s is one version: %s", (_, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("whatever is installed is known by its digest", () => {
    const entries = Object.entries<{ integrity?: string; inBundle?: boolean; link?: boolean }>(read("package-lock.json").packages);
    const unknown = entries.filter(([path, { integrity, inBundle }]) => path !== "" && integrity === undefined && inBundle !== true);
    expect(unknown.map(([path]) => path)).toEqual([]);
  });
});
