// A redis-server for the tests of several servers: one that is here, else the system's package.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isDebian } from "./browser.mjs";
import { ask, run } from "./tools.mjs";

const installWithinMs = 2 * 60_000;

/** The path of a redis-server that runs, or null. Nothing Claimtape serves needs one. */
export async function findRedis() {
  const here = () => candidates().find((path) => /redis server/i.test(ask(path, ["--version"]) ?? ""));
  const found = here();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !isDebian()) return null;
  console.log("Installing the system's redis-server package …");
  const env = { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const apt = (...args) => run("apt-get", ["-o", "DPkg::Lock::Timeout=60", ...args], { env, timeoutMs: installWithinMs });
  if ((await apt("install", "-y", "--no-install-recommends", "redis-server")) !== 0) {
    await apt("update");
    await apt("install", "-y", "--no-install-recommends", "redis-server");
  }
  return here() ?? null;
}

function candidates() {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
  const paths = folders.map((folder) => join(folder, "redis-server"));
  return [process.env.CLAIMTAPE_REDIS, ...paths].filter((path) => path !== undefined && existsSync(path));
}
