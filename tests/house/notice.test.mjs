import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { noticeOf } from "../../scripts/notice.mjs";

const root = join(import.meta.dirname, "../..");

it("NOTICE tells the packages that are served now; `npm run notice` writes it", () => {
  expect(noticeOf(root) === readFileSync(join(root, "NOTICE"), "utf8")).toBe(true);
});

it("holds each licence once, under every package that has it, and none of what only the build needs", () => {
  const folder = mkdtempSync(join(tmpdir(), "claimtape-notice-"));
  const write = (path, text) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const packages = {
    "": {},
    "node_modules/b": { version: "2.0.0", license: "MIT" },
    "node_modules/a": { version: "1.0.0", license: "Apache-2.0" },
    "node_modules/dev": { version: "1.0.0", dev: true },
    "node_modules/here": { version: "1.0.0", license: "MPL-2.0", optional: true },
  };
  write("package-lock.json", JSON.stringify({ packages }));
  write("node_modules/a/LICENSE", "the text\r\n");
  write("node_modules/a/NOTICE.txt", "thanks");
  write("node_modules/a/licensed-work.js", "no licence");
  write("node_modules/b/license.md", "the text");
  write("node_modules/here/LICENSE", "of one system");
  const notice = noticeOf(folder);
  rmSync(folder, { recursive: true });
  expect(notice).toContain("- a 1.0.0: Apache-2.0\n- b 2.0.0: MIT\n- here 1.0.0: MPL-2.0\n\n");
  expect(notice.split("the text")).toHaveLength(2);
  expect(notice).toContain("\na 1.0.0\nb 2.0.0\n");
  expect(notice).toContain("thanks");
  for (const absent of ["no licence", "of one system", "dev 1"]) expect(notice).not.toContain(absent);
});
