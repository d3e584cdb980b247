// Makes sure that what package-lock.json names is installed. Every npm script begins here, because
// `ignore-scripts` (see .npmrc) also switches off pre- and post-scripts.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isNewEnough, oldestNode } from "../server/node-version.mjs";
import { putBackLeftOver, replaceSafely } from "./install.mjs";
import { checkPinnedNode } from "./pinned-node.mjs";
import { ask, main, npmCommand, root, run } from "./tools.mjs";

export async function setUp() {
  putBackLeftOver(root);
  if (!installed()) {
    console.log("Installing packages (npm ci) …");
    // Errors alone: npm warns of every package that wants a newer Node than its own, which they will get.
    const code = await replaceSafely(root, () => npm(["ci", "--include=dev", "--include=optional", "--loglevel=error"]));
    if (code === 0) checkPinnedNode(root);
    else if (!holdsVersions())
      throw new Error(`Installing failed: npm ci ended with ${code}. Its message stands above; what was installed before is back in its place.`);
    else
      console.log(
        `Installing failed (npm ci ended with ${code}). Going on with the packages that were there: their versions are the ones package-lock.json names.`,
      );
  }
  const oldest = oldestNode(root);
  const version = ask("node", ["--version"]);
  if (isNewEnough(version, oldest)) return;
  throw new Error(`Claimtape needs Node ${oldest} or newer, and the one on PATH is ${version ?? "missing"}. Install it, then try again.`);
}

/**
 * Does node_modules hold what package-lock.json names? npm writes node_modules/.package-lock.json as
 * the last act of an install, so a broken one leaves none. Comparing the two, instead of a stamp of
 * our own, also recognises what a person installed by hand; a package whose folder is gone is missed.
 *
 * @param ownNode whether the Node that runs this may run Claimtape: then the pinned one may be left out, as a container does
 */
export function installed(folder = root, ownNode = isNewEnough(process.version, oldestNode(folder))) {
  const wanted = read(folder, "package-lock.json")?.packages ?? {};
  const present = read(folder, "node_modules/.package-lock.json")?.packages;
  if (present === undefined) return false;
  const needed = ownNode ? [] : pinned(wanted);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = present[path];
    if (found !== undefined) return found.version === entry.version && found.integrity === entry.integrity && existsSync(join(folder, path, "package.json"));
    // npm leaves out what is optional and made for another system.
    return entry.optional === true && !(needed.includes(path) && fits(entry));
  });
}

/** The same by what each package says of itself, where npm's own list is lost. It says nothing of a package half written. */
export function holdsVersions(folder = root, ownNode = isNewEnough(process.version, oldestNode(folder))) {
  const wanted = read(folder, "package-lock.json")?.packages ?? {};
  const needed = ownNode ? [] : pinned(wanted);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const version = read(folder, `${path}/package.json`)?.version;
    if (version !== undefined) return version === entry.version;
    return entry.optional === true && !(needed.includes(path) && fits(entry));
  });
}

const pinned = (packages) => Object.keys(packages[""]?.optionalDependencies ?? {}).map((name) => `node_modules/${name}`);

function fits({ os, cpu }) {
  return [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);
}

function read(folder, path) {
  try {
    return JSON.parse(readFileSync(join(folder, path), "utf8"));
  } catch {
    return undefined;
  }
}

function npm(args) {
  const [command, before] = npmCommand();
  return run(command, [...before, ...args]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(setUp);
