import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SharedStore } from "./shared-store.ts";

export interface DiskStoreOptions {
  folder: string;
  /** Milliseconds since 1970: processes that share the folder share this clock. */
  now?: () => number;
}

/** A lock that ends later than this was written by a clock that ran ahead, and is nobody's. */
const longestLockMs = 60_000;

/**
 * A folder as a store: survives a restart, and processes of one machine may share it. A file holds one
 * value under the digest of its key, written beside and moved over, so nobody reads half of one. The
 * keys are ours and few, so files whose time has passed are overwritten or found out, not hunted.
 */
export function diskStore({ folder, now = Date.now }: DiskStoreOptions): SharedStore {
  const fileOf = (key: string, kind: "value" | "lock") => join(folder, `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.${kind}`);
  const ready = mkdir(folder, { recursive: true });
  // Told to whoever asks first; without this line an unused store would end the process.
  ready.catch(() => undefined);

  async function replace(file: string, text: string): Promise<void> {
    const draft = `${file}.${process.pid}.${randomUUID()}`;
    try {
      await writeFile(draft, text);
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  return {
    kind: "disk",
    async get(key) {
      await ready;
      const held = parsed(await textOf(fileOf(key, "value")));
      return held !== null && held.key === key && held.until > now() ? held.value : null;
    },
    async set(key, value, ttlMs) {
      await ready;
      await replace(fileOf(key, "value"), JSON.stringify({ key, until: now() + ttlMs, value }));
    },
    async lock(key, ttlMs) {
      await ready;
      const file = fileOf(key, "lock");
      const token = randomUUID();
      const mine = JSON.stringify({ key, until: now() + ttlMs, value: token });
      if (!(await createdNew(file, mine))) {
        const holder = parsed(await textOf(file));
        const untold = holder === null && Math.abs(now() - (await writtenAt(file))) < ttlMs;
        const held = holder !== null && holder.until > now() && holder.until <= now() + Math.max(ttlMs, longestLockMs);
        if (untold || held) return null;
        // Left behind by a process that ended. Whoever moves it away may try; the others see the new one.
        const aside = `${file}.${token}`;
        if (!(await moved(file, aside))) return null;
        await rm(aside, { force: true });
        if (!(await createdNew(file, mine))) return null;
      }
      return async () => {
        if (parsed(await textOf(file))?.value === token) await rm(file, { force: true });
      };
    },
  };
}

interface Held {
  key: string;
  until: number;
  value: string;
}

/** Null for what is not ours, or half written by a machine that lost power. */
function parsed(text: string | null): Held | null {
  if (text === null) return null;
  try {
    const held = JSON.parse(text) as Partial<Held> | null;
    if (typeof held?.key !== "string" || typeof held.until !== "number" || typeof held.value !== "string") return null;
    return { key: held.key, until: held.until, value: held.value };
  } catch {
    return null;
  }
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

async function writtenAt(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

async function createdNew(file: string, text: string): Promise<boolean> {
  return writeFile(file, text, { flag: "wx" }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
}

async function moved(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    () => false,
  );
}
