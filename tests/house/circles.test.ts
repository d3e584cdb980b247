import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path/posix";
import ts from "typescript";
import { describe, expect, it } from "vitest";

type Imports = Map<string, string[]>;

/** Every file of ours that is built, and what it imports of ours: types and late imports too. */
function importsOf(folders: string[]): Imports {
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)));
  return new Map(
    files
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => {
        const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
        return [file, importedFiles.filter(({ fileName }) => fileName.startsWith(".")).map(({ fileName }) => normalize(join(file, "..", fileName)))];
      }),
  );
}

/** The first circle found, as the files along it, the first one again at the end; null where there is none. */
function circleIn(imports: Imports): string[] | null {
  const done = new Set<string>();
  const walk = (file: string, way: string[]): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of imports.get(file) ?? []) {
      const circle = walk(next, [...way, file]);
      if (circle !== null) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const circle = walk(file, []);
    if (circle !== null) return circle;
  }
  return null;
}

describe("who imports whom", () => {
  const imports = importsOf(["lib", "components", "app", "server"]);

  it("goes round in no circle, types among them", () => {
    expect(imports.size).toBeGreaterThan(300);
    expect(circleIn(imports)).toBeNull();
  });

  it("sees a circle that is planted, however long", () => {
    const [from = "", to = ""] = ["lib/domain/market/series.ts", "lib/domain/judgement/judge.ts"];
    const planted = new Map(imports).set(from, [...(imports.get(from) ?? []), to]);
    expect(circleIn(planted)).toEqual(expect.arrayContaining([from]));
    expect(
      circleIn(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["a"]],
        ]),
      ),
    ).toEqual(["a", "b", "c", "a"]);
    expect(
      circleIn(
        new Map([
          ["a", ["b", "c"]],
          ["b", ["c"]],
          ["c", []],
        ]),
      ),
    ).toBeNull();
  });
});
