// A Chromium for the browser tests: one that is here, else Playwright's, else the system's package.
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ask, run, runTool } from "./tools.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];
const places = {
  linux: ["/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/opt/google/chrome", "/snap/bin"].flatMap((folder) => names.map((name) => `${folder}/${name}`)),
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"],
};

const downloadWithinMs = 4 * 60_000;
const packageWithinMs = 4 * 60_000;

export const ways = `There is no browser for the browser tests. Three ways to have one:
  1. Install Chromium or Chrome, or name one that is not on PATH: CLAIMTAPE_BROWSER=/path/to/chromium npm test
  2. Let Playwright download its own: npx playwright install chromium --no-shell
  3. On Debian or Ubuntu, install the package as root: apt-get update && apt-get install -y chromium`;

/**
 * The path of a browser that runs. Every look at the machine goes through `machine`, so that a test
 * can stand in for one.
 */
export async function findBrowser(machine = thisMachine()) {
  const { named, runs } = machine;
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CLAIMTAPE_BROWSER=${named} does not run: \`${named} --version\` failed.`);
  }
  const here = () => machine.candidates().find(runs);
  const found = here();
  if (found !== undefined) return found;
  await machine.download();
  const downloaded = here();
  if (downloaded !== undefined) return downloaded;
  if (machine.root && machine.debian) {
    await machine.installPackage();
    const packaged = here();
    if (packaged !== undefined) return packaged;
  }
  throw new Error(ways);
}

function thisMachine() {
  return {
    named: process.env.CLAIMTAPE_BROWSER,
    root: process.getuid?.() === 0,
    debian: isDebian(),
    /** Where a browser may be, the likeliest first. */
    candidates: () =>
      [
        ...(process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
        ...(places[process.platform] ?? []),
        playwrightsOwn(),
      ].filter((path) => path !== null && existsSync(path)),
    /** Being there is not enough: a package may be a stub, a download may lack a system library. */
    runs: (path) => {
      // On Windows `--version` opens a window instead.
      if (process.platform === "win32") return existsSync(path);
      return /chrom|edge/i.test(ask(path, ["--version"]) ?? "");
    },
    download: () => {
      console.log("No browser found; asking Playwright to download one …");
      return runTool("playwright", ["install", "chromium", "--no-shell"], {
        package: "@playwright/test",
        timeoutMs: downloadWithinMs,
      });
    },
    installPackage: async () => {
      console.log("Installing the system's chromium package …");
      const env = { DEBIAN_FRONTEND: "noninteractive" };
      const wait = ["-o", "DPkg::Lock::Timeout=60"];
      await run("apt-get", [...wait, "update"], { env, timeoutMs: packageWithinMs });
      await run("apt-get", [...wait, "install", "-y", "--no-install-recommends", "chromium"], { env, timeoutMs: packageWithinMs });
    },
  };
}

function playwrightsOwn() {
  return ask("node", ["-p", "require('@playwright/test').chromium.executablePath()"]);
}

export function isDebian() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
