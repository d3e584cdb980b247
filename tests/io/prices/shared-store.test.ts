import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskStore } from "../../../lib/io/prices/disk-store.ts";
import { memoryStore } from "../../../lib/io/prices/memory-store.ts";
import { sharedStoreContract } from "./shared-store-contract.ts";

sharedStoreContract("memory", () => {
  let clock = 0;
  const store = memoryStore({ now: () => clock });
  return { store, other: store, pass: (ms) => void (clock += ms), close: () => undefined };
});

sharedStoreContract("disk", () => {
  let clock = Date.now();
  const folder = mkdtempSync(join(tmpdir(), "claimtape-store-"));
  const now = () => clock;
  return {
    store: diskStore({ folder, now }),
    other: diskStore({ folder, now }),
    pass: (ms) => void (clock += ms),
    close: () => rmSync(folder, { recursive: true }),
  };
});

describe("memory", () => {
  it("stays within its bytes, losing what was used least recently", async () => {
    const store = memoryStore({ maxBytes: 10_000, now: () => 0 });
    for (const key of ["a", "b", "c"]) await store.set(key, "x".repeat(1500), 60_000);
    await store.get("a");
    await store.set("d", "x".repeat(1500), 60_000);
    expect(await Promise.all(["a", "b", "c", "d"].map((key) => store.get(key).then((value) => value !== null)))).toEqual([true, false, true, true]);
  });
});

describe("disk", () => {
  it("takes nothing for a value that is not whole, and leaves no drafts", async () => {
    const folder = mkdtempSync(join(tmpdir(), "claimtape-store-"));
    const store = diskStore({ folder });
    await store.set("k", "value", 60_000);
    const [file = ""] = readdirSync(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    for (const broken of ["", '{"key":"k","until":9e15,"val', "null", "[]", '{"key":"other","until":9000000000000000,"value":"x"}']) {
      writeFileSync(join(folder, file), broken);
      expect(await store.get("k")).toBeNull();
    }
    await store.set("k", "again", 60_000);
    expect(await diskStore({ folder }).get("k")).toBe("again");
    expect(readdirSync(folder)).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  it("takes no lock for held that was written by a clock a year ahead", async () => {
    const folder = mkdtempSync(join(tmpdir(), "claimtape-store-"));
    const now = Date.now();
    const ahead = diskStore({ folder, now: () => now + 365 * 86_400_000 });
    const right = diskStore({ folder, now: () => now });
    expect(await ahead.lock("flight:NVDA", 15_000)).not.toBeNull();
    expect(await right.lock("flight:NVDA", 15_000)).not.toBeNull();
    expect(await right.lock("flight:NVDA", 15_000)).toBeNull();
    rmSync(folder, { recursive: true });
  });

  it("rejects, and does not end the process, where the folder cannot be made", async () => {
    const folder = mkdtempSync(join(tmpdir(), "claimtape-store-"));
    writeFileSync(join(folder, "file"), "");
    const store = diskStore({ folder: join(folder, "file", "below") });
    await expect(store.get("k")).rejects.toThrow();
    await expect(store.set("k", "v", 1000)).rejects.toThrow();
    await expect(store.lock("k", 1000)).rejects.toThrow();
    rmSync(folder, { recursive: true });
  });
});
