import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { onlyRun } from "../../../scripts/snapshot/only-run.ts";
import { startYahooStandIn } from "../../fixtures/yahoo-stand-in.ts";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "claimtape-run-"));
  for (const kind of ["prices", "intraday"]) mkdirSync(join(data, kind));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));
const lock = () => join(data, ".snapshot.lock");

describe("one run at a time", () => {
  it("names the process that runs, until it gives the folder back", () => {
    const first = onlyRun(data);
    expect(onlyRun(data)).toEqual({ taken: process.pid });
    if ("release" in first) first.release();
    expect(onlyRun(data)).toHaveProperty("release");
  });

  it("takes over from a run that was killed, and from one longer ago than any takes", () => {
    writeFileSync(lock(), "999999999\n");
    expect(onlyRun(data)).toHaveProperty("release");
    expect(onlyRun(data, Date.now() + 13 * 3_600_000)).toHaveProperty("release");
  });

  it("waits for one that is starting, and takes over from half a file left behind", () => {
    writeFileSync(lock(), "");
    expect(onlyRun(data)).toEqual({ taken: 0 });
    expect(onlyRun(data, Date.now() + 5000)).toHaveProperty("release");
  });

  it("gives back only what is its own", () => {
    const run = onlyRun(data);
    writeFileSync(lock(), "999999999\n");
    if ("release" in run) run.release();
    expect(readFileSync(lock(), "utf8")).toBe("999999999\n");
  });
});

describe.skipIf(process.platform === "win32")("npm run snapshot", () => {
  it("ends when npm is killed outright, and turns a second run away meanwhile", { timeout: 60_000 }, async () => {
    const yahoo = await startYahooStandIn({ mood: "hang" });
    const root = join(import.meta.dirname, "../../..");
    const start = (...args: string[]) =>
      spawn("npm", ["run", "snapshot", "--", "--data", data, "--only", "NVDA", ...args], {
        cwd: root,
        env: { ...process.env, CLAIMTAPE_YAHOO_ORIGIN: yahoo.origin },
        stdio: ["ignore", "pipe", "pipe"],
      });
    const first = start();
    await expect.poll(() => yahoo.requests.length, { timeout: 30_000 }).toBe(1);
    const running = Number(readFileSync(lock(), "utf8"));

    const second = start();
    let said = "";
    second.stderr.on("data", (text: Buffer) => (said += text.toString()));
    expect(await new Promise((resolve) => second.on("close", resolve))).toBe(2);
    expect(said).toContain(`Another run is taking the snapshot: process ${running}.`);

    first.kill("SIGKILL");
    await expect.poll(() => isAlive(running), { timeout: 20_000 }).toBe(false);
    await yahoo.close();
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
