// Are there published advisories against what is served? `scripts/audit-exceptions.json` lists those we
// have looked at and live with: { "advisory": "GHSA-…", "why": "…", "until": "YYYY-MM-DD" }.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, npmCommand, root } from "./tools.mjs";

const withinMs = 60_000;

/** @returns counts as every step; skipped, and said so, where the registry cannot be asked */
export function audit() {
  const [command, before] = npmCommand();
  const { stdout } = spawnSync(command, [...before, "audit", "--omit=dev", "--json"], { cwd: root, encoding: "utf8", timeout: withinMs });
  const exceptions = JSON.parse(readFileSync(join(root, "scripts/audit-exceptions.json"), "utf8"));
  const { lines, counts } = judge(parsed(stdout), exceptions, new Date().toISOString().slice(0, 10));
  for (const line of lines) console.log(line);
  return counts;
}

/**
 * @param report what `npm audit --json` printed, or undefined
 * @param today an exception ends after its day, so that nobody forgets it
 */
export function judge(report, exceptions, today) {
  if (typeof report?.vulnerabilities !== "object") {
    const reason = report?.message ?? report?.error?.summary ?? "no answer";
    return { lines: [`NOT RUN: the registry does not answer npm audit (${reason}).`], counts: { passed: 0, failed: 0, skipped: 1 } };
  }
  const advisories = new Map();
  for (const { via } of Object.values(report.vulnerabilities)) {
    // A string names another package of the list, whose own advisory is there.
    for (const found of via.filter((one) => typeof one === "object")) advisories.set(found.url.split("/").at(-1), found);
  }
  const open = [...advisories].filter(([id]) => !exceptions.some(({ advisory, why, until }) => advisory === id && why.length > 0 && until >= today));
  const idle = exceptions.filter(({ advisory }) => !advisories.has(advisory));
  return {
    lines: [
      ...open.map(([id, { name, severity, title }]) => `${id} ${severity} in ${name}: ${title}`),
      ...idle.map(({ advisory }) => `The exception for ${advisory} is not needed any more.`),
      ...(open.length === 0 ? [`No open advisory (${advisories.size - open.length} excepted).`] : []),
    ],
    counts: open.length === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: open.length, skipped: 0 },
  };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(async () => (audit().failed > 0 ? 1 : 0));
