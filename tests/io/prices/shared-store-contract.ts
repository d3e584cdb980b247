import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SharedStore } from "../../../lib/io/prices/shared-store.ts";

export interface OpenStore {
  store: SharedStore;
  /** A second client of the same values, as another process would have; where there can be none, the same. */
  other: SharedStore;
  /** Lets that much time pass: a clock set forward, or a wait. */
  pass(ms: number): Promise<void> | void;
  close(): Promise<void> | void;
}

/** What every `SharedStore` must do. An implementation calls this from a test file of its own. */
export function sharedStoreContract(name: string, open: () => Promise<OpenStore> | OpenStore): void {
  describe(`${name} as a shared store`, () => {
    let opened: OpenStore;
    let store: SharedStore;
    let other: SharedStore;
    beforeEach(async () => {
      opened = await open();
      ({ store, other } = opened);
    });
    afterEach(() => opened.close());

    it("has nothing under a key never set", async () => {
      expect(await store.get("series:yahoo:NVDA")).toBeNull();
    });

    it("gives back the last text, to every client, whatever it holds", async () => {
      const texts = ["{}", "", "−2.32 % · 任天堂 \u0000 \ud83d\ude00", JSON.stringify({ days: Array.from({ length: 20_000 }, (_, n) => n) })];
      for (const text of texts) {
        await store.set("series:yahoo:^VIX", text, 60_000);
        expect(await other.get("series:yahoo:^VIX")).toBe(text);
      }
    });

    it("keeps keys apart, however alike or odd they are", async () => {
      const keys = ["a", "A", "a:b", "a/b", "../a", "a ", "9984.T", "x".repeat(300)];
      for (const key of keys) await store.set(key, `of ${key}`, 60_000);
      for (const key of keys) expect(await store.get(key)).toBe(`of ${key}`);
    });

    it("forgets a value when its time has passed, and counts anew from the last set", async () => {
      await store.set("k", "first", 200);
      await opened.pass(150);
      expect(await store.get("k")).toBe("first");
      await store.set("k", "second", 200);
      await opened.pass(150);
      expect(await other.get("k")).toBe("second");
      await opened.pass(100);
      expect(await store.get("k")).toBeNull();
    });

    it("locks one holder at a time, among all clients", async () => {
      const release = await store.lock("flight:NVDA", 10_000);
      expect(release).not.toBeNull();
      expect(await other.lock("flight:NVDA", 10_000)).toBeNull();
      expect(await store.lock("flight:NVDA", 10_000)).toBeNull();
      expect(await other.lock("flight:SPY", 10_000)).not.toBeNull();
      await release?.();
      await release?.();
      expect(await other.lock("flight:NVDA", 10_000)).not.toBeNull();
    });

    it("gives twenty at once one lock between them", async () => {
      const releases = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? store : other).lock("flight:TSM", 10_000)));
      expect(releases.filter((release) => release !== null)).toHaveLength(1);
    });

    it("frees a lock nobody gave back, and a late release leaves the next holder alone", async () => {
      const late = await store.lock("flight:NVDA", 200);
      await opened.pass(300);
      const next = await other.lock("flight:NVDA", 10_000);
      expect(next).not.toBeNull();
      await late?.();
      expect(await store.lock("flight:NVDA", 10_000)).toBeNull();
      await next?.();
    });

    it("keeps locks and values of one name apart", async () => {
      await store.set("same", "value", 60_000);
      const release = await store.lock("same", 10_000);
      expect(release).not.toBeNull();
      await release?.();
      expect(await store.get("same")).toBe("value");
    });
  });
}
