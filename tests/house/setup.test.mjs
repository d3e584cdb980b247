import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../scripts/build.mjs";
import { putBackLeftOver, replaceSafely } from "../../scripts/install.mjs";
import { holdsVersions, installed } from "../../scripts/setup.mjs";

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

  function isInstalled(found, ownNode = false) {
    write("package-lock.json", JSON.stringify({ packages: wanted }));
    for (const path of Object.keys(found ?? {})) write(`${path}/package.json`, "{}");
    if (found !== null) write("node_modules/.package-lock.json", JSON.stringify({ packages: found }));
    return installed(folder, ownNode);
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
  it("holds without the pinned Node where the one that runs is new enough", () => {
    expect(isInstalled({ "node_modules/a": wanted["node_modules/a"] }, true)).toBe(true);
  });
  it("does not hold when a package's folder is gone, whatever npm's list says", () => {
    isInstalled(present);
    rmSync(join(folder, "node_modules/a"), { recursive: true });
    expect(installed(folder, false)).toBe(false);
  });
});

describe("holdsVersions", () => {
  const lock = { packages: { "": {}, "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0", optional: true } } };
  const holds = (a) => {
    write("package-lock.json", JSON.stringify(lock));
    write("node_modules/a/package.json", a);
    return holdsVersions(folder, true);
  };
  it("goes by what packages say of themselves", () => expect(holds('{"version":"1.0.0"}')).toBe(true));
  it("misses another version", () => expect(holds('{"version":"1.0.1"}')).toBe(false));
  it("misses a package that cannot be read", () => expect(holds("{")).toBe(false));
});

describe("an install", () => {
  const fill = (content) => async () => {
    write("node_modules/new/package.json", content);
    return 0;
  };
  const fails = async () => {
    mkdirSync(join(folder, "node_modules"));
    return 1;
  };
  const names = () => readdirSync(folder, { recursive: true }).toSorted();

  it("that fails leaves what was there, and nothing else", async () => {
    write("node_modules/old/package.json", "{}");
    const before = names();
    expect(await replaceSafely(folder, fails)).toBe(1);
    expect(names()).toEqual(before);
  });
  it("that is done replaces all of it", async () => {
    write("node_modules/old/package.json", "{}");
    expect(await replaceSafely(folder, fill("{}"))).toBe(0);
    expect(names()).toEqual(["node_modules", "node_modules/new", "node_modules/new/package.json"]);
  });
  it("into nothing is done as it is", async () => {
    expect(await replaceSafely(folder, fill("{}"))).toBe(0);
    expect(names()).toEqual(["node_modules", "node_modules/new", "node_modules/new/package.json"]);
  });
  it("that was cut off is undone at the next start", () => {
    write(".node_modules-before/old/package.json", "{}");
    write("node_modules/half/package.json", "{");
    putBackLeftOver(folder);
    expect(names()).toEqual(["node_modules", "node_modules/old", "node_modules/old/package.json"]);
    putBackLeftOver(folder);
    expect(names()).toHaveLength(3);
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
