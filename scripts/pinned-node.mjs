// The Node that is installed with the packages, and what its binary must be. Runs on Node 20.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** `{ version, sha256: { <package>: <hex> } }`: the binary of each package, as `scripts/pin-node.mjs` saw it. */
export function knownNodes(folder) {
  return JSON.parse(readFileSync(join(folder, "scripts/node-sums.json"), "utf8"));
}

/** The installed binaries among `names`: npm installs the one of this system, or none. */
export function pinnedBinaries(folder, names) {
  return names.flatMap((name) => {
    const file = ["node", "node.exe"].map((binary) => join(folder, "node_modules", name, "bin", binary)).find((path) => existsSync(path));
    return file === undefined ? [] : [{ name, file }];
  });
}

/** The lockfile's integrity says that a package is what was published; this says that it holds the Node we looked at. */
export function checkPinnedNode(folder) {
  const { version, sha256 } = knownNodes(folder);
  for (const { name, file } of pinnedBinaries(folder, Object.keys(sha256))) {
    const found = createHash("sha256").update(readFileSync(file)).digest("hex");
    if (found !== sha256[name])
      throw new Error(`The Node in ${name} is not the ${version} that scripts/node-sums.json knows: its sha256 is ${found}, expected is ${sha256[name]}.`);
  }
}
