/**
 * `npm run first-day`: the first day on the open internet, without one. The built site, unmodified, runs in
 * a network of its own, where Yahoo's real host names lead to a server of ours with a certificate of an
 * authority of ours, and prices go on to the present day. Needs root on Linux, iproute2, openssl and a
 * build; says "not run" elsewhere. `reports/first-day.json` holds the counts.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeAuthority } from "../fixtures/authority.ts";
import { YAHOO_HOSTS } from "../fixtures/secure-yahoo.ts";

const root = join(import.meta.dirname, "../..");
const report = join(root, "reports/first-day.json");
const space = `claimtape-${process.pid}`;
/** `ip netns exec` lays what is here over /etc, for what runs inside alone. */
const etc = join("/etc/netns", space);

mkdirSync(join(root, "reports"), { recursive: true });
const missing = whatIsMissing();
if (missing === null) {
  process.exitCode = await day();
} else {
  console.log(`NOT RUN: the simulated first day. ${missing}`);
  writeFileSync(report, JSON.stringify({ passed: 0, failed: 0, skipped: 1 }));
}

function whatIsMissing(): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "It makes a network of its own, which needs root on Linux.";
  if (!existsSync(join(root, ".next/BUILD_ID"))) throw new Error("There is no build: `npm test build` makes one.");
  const made = ip("netns", "add", space);
  if (made !== null) return `No network of its own could be made (${made}).`;
  const up = ip("netns", "exec", space, "ip", "link", "set", "lo", "up");
  if (up === null) return null;
  ip("netns", "del", space);
  return `The network of its own could not be used (${up}).`;
}

/** What went wrong, or null. */
function ip(...args: string[]): string | null {
  const { error, status, stderr } = spawnSync("ip", args, { encoding: "utf8" });
  if (error !== undefined) return "there is no iproute2";
  return status === 0 ? null : stderr.trim() || `ip ${args.join(" ")} ended ${status}`;
}

async function day(): Promise<number> {
  const authority = makeAuthority(YAHOO_HOSTS);
  try {
    if (authority === null) {
      console.log("NOT RUN: the simulated first day. There is no openssl to make a certificate.");
      writeFileSync(report, JSON.stringify({ passed: 0, failed: 0, skipped: 1 }));
      return 0;
    }
    mkdirSync(etc, { recursive: true });
    writeFileSync(join(etc, "hosts"), `127.0.0.1 localhost\n${YAHOO_HOSTS.map((host) => `127.0.0.1 ${host}\n`).join("")}`);
    writeFileSync(join(etc, "resolv.conf"), "");
    const inside = spawn("ip", ["netns", "exec", space, process.execPath, join(import.meta.dirname, "inside.ts"), authority.folder, report], {
      cwd: root,
      stdio: "inherit",
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => inside.kill(signal));
    return await new Promise((resolve) => inside.on("exit", (code) => resolve(code ?? 1)));
  } finally {
    ip("netns", "del", space);
    rmSync(etc, { recursive: true, force: true });
    if (authority !== null) rmSync(authority.folder, { recursive: true, force: true });
  }
}
