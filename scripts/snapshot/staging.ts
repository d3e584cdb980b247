import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { columnar, writeWhole } from "./columnar.ts";

/**
 * Where new series wait until all of them have passed every check: a folder inside the data folder, so
 * that each moves over its old file in one step. What an interrupted run left there is taken up again.
 */
export interface Staging {
  /** Content put there by an earlier run of the same source, or null. */
  held(file: string): string | null;
  put(file: string, content: string): void;
  drop(file: string): void;
  path(file: string): string;
  /** Moves it over the old file. */
  install(file: string): void;
  /** Ends it; what waits for instruments that this run was not about goes on waiting. */
  close(): void;
}

/** Figures asked for longer ago than this are asked for again. */
const keptMs = 12 * 3_600_000;

/**
 * @param source what the figures come from; another source's are thrown away
 * @param file everywhere: its path inside the data folder, such as `prices/NVDA.json`
 */
export function openStaging(dataFolder: string, source: string, now = Date.now()): Staging {
  const folder = join(dataFolder, ".taking");
  const label = join(folder, "source.json");
  const path = (file: string) => join(folder, file);
  if (sourceIn(label) !== source) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeWhole(label, columnar({ source }));
  return {
    path,
    held: (file) => (existsSync(path(file)) && now - statSync(path(file)).mtimeMs < keptMs ? readFileSync(path(file), "utf8") : null),
    put(file, content) {
      mkdirSync(dirname(path(file)), { recursive: true });
      writeWhole(path(file), content);
    },
    drop: (file) => rmSync(path(file), { force: true }),
    install(file) {
      mkdirSync(dirname(join(dataFolder, file)), { recursive: true });
      renameSync(path(file), join(dataFolder, file));
    },
    close() {
      const waiting = readdirSync(folder, { recursive: true, withFileTypes: true }).some(
        (entry) => entry.isFile() && join(entry.parentPath, entry.name) !== label,
      );
      if (!waiting) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sourceIn(file: string): string | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")).source;
  } catch {
    return null;
  }
}
