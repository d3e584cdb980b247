import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { copyOfData } from "../fixtures/copy-of-data.ts";
import type { Change } from "../fixtures/copy-of-data.ts";

const root = join(import.meta.dirname, "../..");
const article = "articles/deepseek-sputnik.json";

describe("npm run check:data", () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

  function run(changes: Record<string, Change>) {
    const [home, data] = [mkdtempSync(join(tmpdir(), "claimtape-home-")), copyOfData(changes)];
    folders.push(home, data);
    symlinkSync(data, join(home, "data"));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/check-data.ts")], { cwd: home, encoding: "utf8" });
    return { status, stdout, stderr };
  }

  it("counts what there is", () => {
    expect(run({})).toMatchObject({ status: 0, stdout: expect.stringMatching(/^data: 1 article with 32 claims, \d+ instruments on \d+ exchanges/) });
  });

  it("counts two articles as two", () => {
    const other: Change = (content) => {
      Object.assign(content, JSON.parse(readFileSync(join(root, "data", article), "utf8")), { slug: "another" });
      content.claims = content.claims.slice(0, 1);
      content.disagreements = [];
    };
    expect(run({ "articles/another.json": other }).stdout).toMatch(/^data: 2 articles with 33 claims/);
  });

  it("counts one claim as one", () => {
    expect(
      run({
        [article]: (content) => {
          content.claims = content.claims.slice(0, 1);
          content.disagreements = [];
        },
      }).stdout,
    ).toMatch(/^data: 1 article with 1 claim,/);
  });

  it("says in one line what is wrong, and fails", () => {
    const { status, stdout, stderr } = run({ [article]: () => null });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr.trim()).toBe("data: data/articles: nothing there; expected at least one article, <slug>.json");
  });
});
