import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { articleSlugs } from "../../../lib/io/data/data-files.ts";
import { jsonNames } from "../../../lib/io/data/json-files.ts";
import { copyOfData } from "../../fixtures/copy-of-data.ts";

it("names a folder's JSON files in order, and nothing that a system leaves beside them", () => {
  const folder = mkdtempSync(join(tmpdir(), "claimtape-json-"));
  for (const name of [".DS_Store", "._b.json", "Thumbs.db", "a.json~", "b.json", "b-c.json", "9984.T.json", "notes.md"])
    writeFileSync(join(folder, name), "{}");
  expect(jsonNames(folder)).toEqual(["9984.T", "b", "b-c"]);
  rmSync(folder, { recursive: true });
});

it("takes no .DS_Store for an article, in the data and in the addresses that lead to the first one", async () => {
  const data = copyOfData({});
  for (const name of [".DS_Store", "._deepseek-sputnik.json"]) writeFileSync(join(data, "articles", name), "");
  expect(articleSlugs(data)).toEqual(articleSlugs());
  rmSync(data, { recursive: true });
  // The first article of the addresses is found in the same way, and by nothing else.
  const { default: config } = await import("../../../next.config.ts");
  const rewrites = await config.rewrites?.();
  const home = (Array.isArray(rewrites) ? [] : (rewrites?.beforeFiles ?? [])).filter(({ source }) => source === "/").map(({ destination }) => destination);
  expect(new Set(home)).toEqual(new Set([`/articles/${articleSlugs()[0]}/filtered`]));
});
