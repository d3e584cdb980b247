// npm run notice: writes NOTICE, the licences of the packages that are served. Runs on Node 20.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setUp } from "./setup.mjs";
import { main, root } from "./tools.mjs";

const licenceFile = /^(?:licen[cs]e|notice|copying)(?:[.-][\w.-]*)?$/i;

/**
 * NOTICE as it should be: each package that is served with its licence, and each text once under those
 * it belongs to. Of what npm leaves out on some systems only the licence's name is told, from the
 * lockfile, so that NOTICE is the same wherever it is written.
 */
export function noticeOf(folder) {
  const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
  const served = Object.entries(packages)
    .filter(([path, { dev }]) => path !== "" && dev !== true)
    .map(([path, { version, license = "not named", optional }]) => ({
      path,
      name: `${path.split("node_modules/").at(-1)} ${version}`,
      license,
      everywhere: optional !== true,
    }))
    .toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  const holders = new Map();
  for (const { path, name } of served.filter(({ everywhere }) => everywhere)) {
    for (const text of textsIn(join(folder, path))) holders.set(text, [...(holders.get(text) ?? []), name]);
  }
  const list = [...new Set(served.map(({ name, license }) => `- ${name}: ${license}`))];
  const texts = [...holders].map(([text, names]) => `${"=".repeat(80)}\n${[...new Set(names)].join("\n")}\n${"-".repeat(80)}\n${text}`);
  return (
    ["Claimtape is served with these packages, each under its own licence. Their texts follow.\nWritten by `npm run notice`.", list.join("\n"), ...texts].join(
      "\n\n",
    ) + "\n"
  );
}

function textsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map(({ name }) =>
      readFileSync(join(folder, name), "utf8")
        .replaceAll("\r\n", "\n")
        .replace(/[^\S\n]+$/gm, "")
        .trim(),
    )
    .toSorted();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await setUp();
    writeFileSync(join(root, "NOTICE"), noticeOf(root));
    return 0;
  });
}
