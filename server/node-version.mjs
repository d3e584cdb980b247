// Which Node Claimtape runs on, named in `engines` of package.json alone. Runs on Node 20, before anything is installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The oldest Node that may run the server and the build, such as "26.10.0": older ones lack fixes of security. */
export function oldestNode(folder) {
  const { engines } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const [, oldest] = /^>=(\d+\.\d+\.\d+)$/.exec(engines?.node ?? "") ?? [];
  if (oldest === undefined) throw new Error(`engines.node of package.json is "${engines?.node}"; allowed is >= and a whole version`);
  return oldest;
}

/** Is `version` ("v26.10.0" or "26.10.0") at least `oldest`? What is no version is not. */
export function isNewEnough(version, oldest) {
  const given = parts(version);
  const wanted = parts(oldest);
  if (given === null || wanted === null) return false;
  const differing = given.findIndex((part, at) => part !== wanted[at]);
  return differing === -1 || given[differing] > wanted[differing];
}

function parts(version) {
  const found = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(version ?? "");
  return found && found.slice(1).map(Number);
}
