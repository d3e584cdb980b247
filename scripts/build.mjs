// The production build, made only when something it is made of has changed.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runningServers } from "./running-servers.mjs";
import { ask, exists, root, run, runTool } from "./tools.mjs";

/** Everything a build reads. What is not there is left out of the hash. */
const inputs = [
  "app",
  "components",
  "lib",
  "data",
  "public",
  "package-lock.json",
  "next.config.ts",
  "tsconfig.json",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "scripts/hash-scripts.ts",
  "server/built-answers.ts",
  "server/failures.ts",
  "server/response-headers.ts",
  "server/script-policies.ts",
  ".env",
  ".env.local",
  ".env.production",
  ".env.production.local",
];

// `next build` empties .next as it begins, so no stamp outlives a build that failed or was made by hand.
const stamp = ".next/claimtape-inputs";

/** For `server/serve.ts`: which address the pages name, and whether somebody told it. */
const site = ".next/claimtape-site.json";

/**
 * @param address what pages, files and previews name where no public address is told: the one to be served
 * @returns exit code: of the check that failed, of settings and of data, else of the build; 0 when nothing was to do
 */
export async function build(address = `http://localhost:${process.env.PORT || 3000}`) {
  const broken = (await run("node", ["scripts/check-settings.ts"])) || (await checkData());
  if (broken !== 0) return broken;
  const told = (process.env.NEXT_PUBLIC_SITE_URL ?? "") !== "";
  const env = told ? {} : { NEXT_PUBLIC_SITE_URL: address };
  const hash = hashOf(root, inputs, [ask("node", ["--version"]), ...publicEnv({ ...process.env, ...env })]);
  if (exists(".next/BUILD_ID") && exists(stamp) && readFileSync(join(root, stamp), "utf8") === hash) return 0;
  const servers = await runningServers(root);
  if (servers.length > 0) {
    console.error(refusal(servers));
    return 1;
  }
  console.log("Building …");
  rmSync(join(root, stamp), { force: true });
  const code = (await runTool("next", ["build"], { env })) || (await run("node", ["scripts/hash-scripts.ts"], { env }));
  if (code !== 0) return code;
  writeFileSync(join(root, site), JSON.stringify({ address: told ? new URL(process.env.NEXT_PUBLIC_SITE_URL).origin : address, told }));
  writeFileSync(join(root, stamp), hash);
  return 0;
}

/** Beside a running server a build would take away the files that its pages ask for. */
export function refusal(servers) {
  const who = servers.map(({ pid, port }) => `process ${pid} on port ${port}`).join(", ");
  return `The site has to be built anew, and a server runs on the build that is there: ${who}. Stop it first. A second port alone needs no build where both are given the same NEXT_PUBLIC_SITE_URL.`;
}

/** A broken data file stops everything with its own message. */
async function checkData() {
  return exists("scripts/check-data.ts") ? run("node", ["scripts/check-data.ts"]) : 0;
}

/** Next writes these into the scripts it builds. */
function publicEnv(env) {
  return Object.entries(env)
    .filter(([name]) => name.startsWith("NEXT_PUBLIC_"))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
}

/** One hash over names and contents of files and folders, and over some words beside them. */
export function hashOf(folder, paths, words = []) {
  const hash = createHash("sha256").update(JSON.stringify(words));
  for (const path of paths) {
    for (const file of filesUnder(folder, path)) {
      const content = readFileSync(join(folder, file));
      hash.update(`\n${file} ${content.length}\n`).update(content);
    }
  }
  return hash.digest("hex");
}

function filesUnder(folder, path) {
  const found = statSync(join(folder, path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(folder, path))
    .sort()
    .flatMap((name) => filesUnder(folder, `${path}/${name}`));
}
