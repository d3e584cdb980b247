// Makes sure that what package-lock.json names is installed. Every npm script begins here, because
// `ignore-scripts` (see .npmrc) also switches off pre- and post-scripts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ask, main, npmCommand, root, run } from "./tools.mjs";

const wantedNode = 24;

export async function setUp() {
  if (!installed()) {
    console.log("Installing packages (npm ci) …");
    // Errors alone: npm warns of every package that wants a newer Node than its own, which they will get.
    const code = await npm(["ci", "--include=dev", "--include=optional", "--loglevel=error"]);
    if (code !== 0) throw new Error(`Installing failed: npm ci ended with ${code}. Its message stands above.`);
  }
  const version = ask("node", ["--version"]);
  if (Number(/^v(\d+)/.exec(version ?? "")?.[1]) < wantedNode) {
    throw new Error(
      `No pinned Node ${wantedNode} exists for ${process.platform} ${process.arch}, and the one on PATH is ${version}.\n` +
        `Install Node ${wantedNode} or newer, then try again.`,
    );
  }
}

/**
 * Does node_modules hold what package-lock.json names? npm writes node_modules/.package-lock.json as
 * the last act of an install, so a broken one leaves none. Comparing the two, instead of a stamp of
 * our own, also recognises what a person installed by hand.
 */
export function installed(folder = root) {
  const wanted = read(folder, "package-lock.json")?.packages ?? {};
  const present = read(folder, "node_modules/.package-lock.json")?.packages;
  if (present === undefined) return false;
  const pinned = Object.keys(wanted[""]?.optionalDependencies ?? {});
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = present[path];
    if (found !== undefined) return found.version === entry.version && found.integrity === entry.integrity;
    // npm leaves out what is optional and made for another system.
    return entry.optional === true && !(pinned.some((name) => path === `node_modules/${name}`) && fits(entry));
  });
}

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
