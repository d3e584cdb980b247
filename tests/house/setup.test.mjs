import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../scripts/build.mjs";
import { installed } from "../../scripts/setup.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "claimtape-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path, content) {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), content);
}

describe("installed", () => {
  const here = { os: process.platform, cpu: process.arch };
  const wanted = {
    "": { optionalDependencies: { "node-here": "24.0.0", "node-there": "24.0.0" } },
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/node-here": { version: "24.0.0", integrity: "sha512-h", optional: true, ...here },
    "node_modules/node-there": { version: "24.0.0", integrity: "sha512-t", optional: true, os: "elsewhere", cpu: "x64" },
    "node_modules/b-musl": { version: "1.0.0", integrity: "sha512-b", optional: true, os: [here.os], cpu: [here.cpu] },
  };
  const present = { "node_modules/a": wanted["node_modules/a"], "node_modules/node-here": wanted["node_modules/node-here"] };

  function isInstalled(found) {
    write("package-lock.json", JSON.stringify({ packages: wanted }));
    if (found !== null) write("node_modules/.package-lock.json", JSON.stringify({ packages: found }));
    return installed(folder);
  }

  it("holds when all is there but what is made for other systems", () => expect(isInstalled(present)).toBe(true));
  it("does not hold on a fresh clone or after a broken install", () => expect(isInstalled(null)).toBe(false));
  it("does not hold when a package is missing", () => {
    expect(isInstalled({ "node_modules/node-here": wanted["node_modules/node-here"] })).toBe(false);
  });
  it("does not hold when a package is another version", () => {
    expect(isInstalled({ ...present, "node_modules/a": { version: "1.0.1", integrity: "sha512-c" } })).toBe(false);
  });
  it("does not hold when optional packages were left out, the pinned Node among them", () => {
    expect(isInstalled({ "node_modules/a": wanted["node_modules/a"] })).toBe(false);
  });
});

describe("hashOf", () => {
  it("changes with a content, a name and a word, and with nothing else", () => {
    write("app/page.tsx", "one");
    write("app/deep/er.ts", "two");
    const before = hashOf(folder, ["app", "public"], ["v24"]);
    expect(hashOf(folder, ["app", "public"], ["v24"])).toBe(before);
    expect(hashOf(folder, ["app", "public"], ["v26"])).not.toBe(before);
    write("public/icon.svg", "");
    expect(hashOf(folder, ["app", "public"], ["v24"])).not.toBe(before);
    rmSync(join(folder, "public"), { recursive: true });
    write("app/deep/er.ts", "twos");
    expect(hashOf(folder, ["app", "public"], ["v24"])).not.toBe(before);
    write("app/deep/er.ts", "two");
    expect(hashOf(folder, ["app", "public"], ["v24"])).toBe(before);
  });
});
