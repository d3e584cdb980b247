import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Leaves word that this process serves the build, for whoever is about to make another. A file system that takes none does without. */
export function noteRunning(folder: string, port: number): void {
  const file = join(folder, "claimtape-servers", `${process.pid}`);
  try {
    mkdirSync(join(folder, "claimtape-servers"), { recursive: true });
    writeFileSync(file, `${port}`);
  } catch {
    return;
  }
  process.on("exit", () => rmSync(file, { force: true }));
}
