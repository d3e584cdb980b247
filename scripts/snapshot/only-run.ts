import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Longer than any run: a process number that old belongs to somebody else by now. */
const longestMs = 12 * 3_600_000;

/**
 * One run at a time over a data folder, by a file that names its process. A file left behind by a run that
 * was killed is moved away by whoever comes first; the others see the new one.
 *
 * @returns the process that runs, or how to give the folder back
 */
export function onlyRun(dataFolder: string, now = Date.now()): { taken: number } | { release(): void } {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, ".snapshot.lock");
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (created(file)) return { release: () => holderOf(file) === process.pid && rmSync(file, { force: true }) };
    const holder = holderOf(file);
    if (holder !== null && isAlive(holder) && now - writtenAt(file) < longestMs) return { taken: holder };
    // Half written a moment ago is a run that is starting.
    if (holder === null && now - writtenAt(file) < 2000) return { taken: 0 };
    const aside = `${file}.${process.pid}`;
    try {
      renameSync(file, aside);
    } catch {
      continue;
    }
    rmSync(aside, { force: true });
  }
  return { taken: holderOf(file) ?? 0 };
}

function created(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function holderOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8").trim());
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, and alive.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function writtenAt(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
